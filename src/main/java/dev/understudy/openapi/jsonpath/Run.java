package dev.understudy.openapi.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;

/** One evaluation: the root of the value, and how many more values may be looked at. */
final class Run {
    private final JsonNode root;
    private long left;

    Run(JsonNode root, long most) {
        this.root = root;
        this.left = most;
    }

    /** No more values may be looked at. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("", null, false, false);
        }
    }

    JsonNode root() {
        return root;
    }

    long left() {
        return left;
    }

    void step() {
        if (left-- <= 0) {
            throw new Exhausted();
        }
    }
}
