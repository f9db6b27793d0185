package dev.understudy.load.text;

/** How records lie in a file. */
public enum Form {
    /** One array of records. */
    ARRAY(".json"),
    /** A record on every line (NDJSON). */
    LINES(".ndjson"),
    /** One object, which is the only record. */
    SINGLE(".json");

    private final String ending;

    Form(String ending) {
        this.ending = ending;
    }

    /** The file of the collection with this path, below a fixture folder. */
    public String fileOf(String collection) {
        return collection + ending;
    }

    /** The file that changes the collection instead of replacing it. */
    public String mergeFileOf(String collection) {
        return collection + ".merge" + ending;
    }

    /** From the root of the file, or of the line, to a place inside a record. */
    public String pointer(FileLocation location) {
        return this == ARRAY && location.record() >= 0
                ? "/" + location.record() + location.pointer()
                : location.pointer();
    }

    /** The way back: from a pointer to the place inside its record. */
    public String insideRecord(String pointer) {
        int end = this == ARRAY ? pointer.indexOf('/', 1) : 0;
        return end < 0 ? "" : pointer.substring(end);
    }

    /** The line that the text of a record, as it is read, begins with. */
    int firstLine(int record) {
        return this == LINES ? Math.max(1, record) : 1;
    }
}
