package dev.understudy.load.text;

import dev.understudy.api.Pointers;

/**
 * A place in a fixture file, by record and pointer.
 *
 * @param record the record's index in an array, its line in a file of lines; -1 for the file as a whole
 * @param pointer the JSON pointer inside the record
 */
public record FileLocation(int record, String pointer) {
    public static final FileLocation FILE = new FileLocation(-1, "");

    public FileLocation child(String key) {
        return new FileLocation(record, Pointers.child(pointer, key));
    }

    /** The location of the value around it. */
    public FileLocation parent() {
        return pointer.isEmpty() ? FILE : new FileLocation(record, Pointers.parent(pointer));
    }

    /** The last step as written in the file; empty for a whole record. */
    public String key() {
        return Pointers.last(pointer);
    }
}
