package dev.understudy.mocks.anyspec.roles.parameters;

/** What the value of a property has to be to the value that a request gives. */
public enum Comparison {
    /** The same, or one of several. */
    EQUAL("is it, or one of several"),
    /** Another, or none of several. */
    DIFFERENT("is not it"),
    LESS("is less"),
    AT_MOST("is at most that"),
    GREATER("is greater"),
    AT_LEAST("is at least that"),
    /** A text that has it inside, upper and lower case alike. */
    CONTAINS("has it inside"),
    /** A text that begins with it, upper and lower case alike. */
    BEGINS("begins with it"),
    /** A text that ends with it, upper and lower case alike. */
    ENDS("ends with it"),
    /** There at all, if the request says true; not there, if it says false. */
    PRESENT("is there");

    private final String text;

    Comparison(String text) {
        this.text = text;
    }

    /** Completes "the property …". */
    public String text() {
        return text;
    }
}
