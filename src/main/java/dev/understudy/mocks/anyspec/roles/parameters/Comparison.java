package dev.understudy.mocks.anyspec.roles.parameters;

/** How the value of a property must compare with the value in a request. */
public enum Comparison {
    /** Equal to it, or to one of several. */
    EQUAL("is it, or one of several"),
    /** Not equal to it, or to any of several. */
    DIFFERENT("is not it"),
    LESS("is less"),
    AT_MOST("is at most that"),
    GREATER("is greater"),
    AT_LEAST("is at least that"),
    /** A text that contains it, ignoring case. */
    CONTAINS("has it inside"),
    /** A text that starts with it, ignoring case. */
    BEGINS("begins with it"),
    /** A text that ends with it, ignoring case. */
    ENDS("ends with it"),
    /** Present if the request says true, absent if it says false. */
    PRESENT("is there");

    private final String text;

    Comparison(String text) {
        this.text = text;
    }

    /**
     * Whether the order of two values satisfies an ordering comparison.
     *
     * @param order negative if the value is less than the one in the request, 0 if equal, positive if greater
     */
    public boolean holds(int order) {
        return switch (this) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            default -> throw new IllegalArgumentException(this + " does not order values");
        };
    }

    /** Completes "the property …". */
    public String text() {
        return text;
    }
}
