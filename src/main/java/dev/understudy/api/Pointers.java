package dev.understudy.api;

import java.util.regex.Pattern;

/** JSON pointers (RFC 6901) as text. */
public final class Pointers {
    private static final Pattern FORM = Pattern.compile("(/([^~/]|~[01])*)*");

    private Pointers() {}

    /**
     * Whether a text is a JSON pointer: empty, or steps that each begin with a slash, with every tilde followed by 0 or
     * 1.
     */
    public static boolean isPointer(String text) {
        return FORM.matcher(text).matches();
    }

    /** The pointer to the value of this key. */
    public static String child(String pointer, String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** The pointer to this element of an array. */
    public static String child(String pointer, int index) {
        return pointer + "/" + index;
    }

    /** The pointer that leads through these keys. */
    public static String of(Iterable<String> keys) {
        String pointer = "";
        for (String key : keys) {
            pointer = child(pointer, key);
        }
        return pointer;
    }

    /** The pointer to the enclosing value. */
    public static String parent(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    /** The last key of a pointer, unescaped. */
    public static String last(String pointer) {
        return unescaped(pointer.substring(pointer.lastIndexOf('/') + 1));
    }

    /** The key that an escaped step stands for. */
    public static String unescaped(String token) {
        return token.replace("~1", "/").replace("~0", "~");
    }
}
