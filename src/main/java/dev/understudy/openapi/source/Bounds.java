package dev.understudy.openapi.source;

/** How large a brought document may be, so that no file can fill the memory or take the time of the start. */
public final class Bounds {
    /** Bytes of a file. */
    public static final int FILE = 32 << 20;
    /** Bytes of all files of a document. */
    static final int FILES = 64 << 20;
    /** Files of a document. */
    static final int COUNT = 5_000;
    /** Levels of arrays and objects. */
    static final int DEPTH = 200;
    /** Values in a file, YAML aliases unfolded. */
    static final int VALUES = 2_000_000;

    private Bounds() {}
}
