package dev.understudy.log;

/** Text that cannot break out of its line of a log, or steer a terminal. */
final class Escapes {
    private Escapes() {}

    static String oneLine(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!breaks(c)) {
                if (escaped != null) {
                    escaped.append(c);
                }
                continue;
            }
            if (escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            escaped.append("\\u%04x".formatted((int) c));
        }
        return escaped == null ? text : escaped.toString();
    }

    /** Controls, and what else ends a line or turns its direction. */
    private static boolean breaks(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> Character.isSurrogate(c) ? false : !Character.isDefined(c);
        };
    }
}
