package dev.understudy.api.text;

/** Makes text safe to print: it stays on one line, and cannot control a terminal. */
public final class Printable {
    private Printable() {}

    /** The text, with invisible characters and half surrogate pairs replaced by their codes. */
    public static String text(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isSeen(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append("\\u%04x".formatted(c));
            }
        });
        return shown.toString();
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
