package dev.understudy.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What schemas call themselves, which nothing refers to any more once all references are places. */
final class Anchors {
    private static final List<String> NAMES = List.of("$id", "$anchor", "$dynamicAnchor");

    private Anchors() {}

    static void remove(List<Part> schemas) {
        for (Part schema : schemas) {
            ((ObjectNode) schema.value()).remove(NAMES);
        }
    }
}
