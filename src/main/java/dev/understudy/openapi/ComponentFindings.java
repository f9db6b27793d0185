package dev.understudy.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Components of a brought document that nothing uses, and security schemes that nothing can use. */
final class ComponentFindings {
    private static final String COMPONENTS = "/components/";

    private ComponentFindings() {}

    static void check(Document document) {
        Set<String> used = used(document);
        boolean inherits = document.schemas().stream()
                .anyMatch(schema -> schema.has("discriminator") && !schema.has("oneOf") && !schema.has("anyOf"));
        for (Part section : document.root().at("components").children()) {
            boolean named = section.key().equals("securitySchemes");
            boolean children = section.key().equals("schemas") && inherits;
            if (named || children || section.key().startsWith("x-")) {
                continue;
            }
            for (Part component : section.children()) {
                if (!used.contains(component.pointer()) && !component.key().startsWith("x-")) {
                    component.hint(
                            "unused-component",
                            "nothing refers to \"" + component.key() + "\"",
                            "use it or leave it out");
                }
            }
        }
        document.root().at("components").at("securitySchemes").children().forEach(ComponentFindings::scheme);
        tags(document.root().at("tags"));
    }

    /** The tags of 3.2 have parents; each of them must be there, and none be below itself. */
    private static void tags(Part tags) {
        var parents = new HashMap<String, String>();
        tags.children()
                .forEach(tag ->
                        parents.put(tag.at("name").text(), tag.at("parent").text()));
        for (Part tag : tags.children()) {
            Part parent = tag.at("parent");
            String above = parent.text();
            for (int i = 0; i < parents.size() && parents.containsKey(above); i++) {
                above = parents.getOrDefault(above, "");
            }
            boolean circle = parents.containsKey(above);
            if (!above.isEmpty() && (circle || above.equals(parent.text()))) {
                parent.hint(
                        "tag-parent",
                        circle
                                ? "the tag \"" + tag.at("name").text() + "\" leads through its parents in a circle"
                                : "no tag is named \"" + above + "\"",
                        circle ? "leave out one of them" : "add it to \"tags\"");
            }
        }
    }

    /** What is reached from anything but components, and from there. */
    private static Set<String> used(Document document) {
        var used = new HashSet<String>();
        List<String> next = new ArrayList<>();
        document.outline().references().forEach((from, to) -> {
            if (!from.startsWith(COMPONENTS)) {
                next.add(to);
            }
        });
        while (!next.isEmpty()) {
            String component = component(next.remove(next.size() - 1));
            if (used.add(component)) {
                next.addAll(document.outline()
                        .references()
                        .subMap(component, true, component + "0", false)
                        .values());
            }
        }
        return used;
    }

    /** The component that a place is in, or the place itself. */
    private static String component(String pointer) {
        if (!pointer.startsWith(COMPONENTS)) {
            return pointer;
        }
        int section = pointer.indexOf('/', COMPONENTS.length());
        int end = section < 0 ? -1 : pointer.indexOf('/', section + 1);
        return end < 0 ? pointer : pointer.substring(0, end);
    }

    private static void scheme(Part scheme) {
        if (scheme.key().isEmpty()) {
            scheme.hint("empty-name", "a security scheme without a name cannot be asked for", "name it");
        }
        Part resolved = scheme.resolved();
        if (resolved.at("type").text().equals("apiKey")
                && resolved.at("name").text().isBlank()) {
            resolved.fault("empty-name", "nobody can send an API key under an empty name", "name the header");
        }
    }
}
