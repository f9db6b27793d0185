package dev.understudy.openapi.source;

/** Findings that more than one reader makes. */
final class Notes {
    private Notes() {}

    static Note duplicateKey(String key, String pointer, Place place) {
        return new Note(
                Level.FAULT,
                pointer,
                "duplicate-key",
                "the key \"" + key + "\" is there twice",
                "keep one of them",
                place);
    }
}
