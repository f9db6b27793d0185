package dev.understudy.load.text;

import dev.understudy.api.Pointers;

/**
 * A place in a file, by what is there.
 *
 * @param record the record's index in an array, its line in a file of lines; -1 for the file as a whole
 * @param pointer the JSON pointer inside the record
 */
public record Spot(int record, String pointer) {
    public static final Spot FILE = new Spot(-1, "");

    public Spot child(String key) {
        return new Spot(record, Pointers.child(pointer, key));
    }

    /** What stands around it. */
    public Spot parent() {
        return pointer.isEmpty() ? FILE : new Spot(record, Pointers.parent(pointer));
    }

    /** The last step as written in the file; empty for a whole record. */
    public String key() {
        return Pointers.last(pointer);
    }
}
