package dev.understudy.openapi;

import java.util.Set;

/** The keys of OpenAPI and of schemas beside which an object has names as its keys. */
final class NamedMaps {
    private static final Set<String> KEYS = Set.of(
            "properties",
            "patternProperties",
            "$defs",
            "definitions",
            "dependentSchemas",
            "schemas",
            "responses",
            "parameters",
            "requestBodies",
            "headers",
            "securitySchemes",
            "links",
            "callbacks",
            "pathItems",
            "paths",
            "webhooks",
            "content",
            "encoding");

    private NamedMaps() {}

    static boolean isOne(String key) {
        return KEYS.contains(key);
    }
}
