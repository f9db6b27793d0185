package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Pointers;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The schemas of a brought document by the names that they give themselves: {@code $id}, {@code $anchor} and
 * {@code $dynamicAnchor} (JSON Schema Core 2020-12, section 8.2), and the document's {@code $self}.
 */
final class SchemaNames {
    private static final Set<String> LITERAL = Set.of("example", "default", "enum", "const", "value", "dataValue");
    private static final List<String> OF_PLACES = List.of("$anchor", "$dynamicAnchor");
    private static final List<String> NAMING = List.of("$id", "$anchor", "$dynamicAnchor");
    private static final URI NOWHERE = URI.create("contract:/");

    private final Document document;
    private final Bundle bundle;
    private final Set<String> indexed = new HashSet<>();
    /** The schemas with an {@code $id}, and the files, by pointer. */
    private final TreeMap<String, URI> resources = new TreeMap<>();

    private final Map<String, String> byId = new HashMap<>();
    private final Map<String, String> byAnchor = new HashMap<>();
    private final Map<String, Set<String>> dynamic = new HashMap<>();

    SchemaNames(Document document, Bundle bundle) {
        this.document = document;
        this.bundle = bundle;
    }

    /** What a reference means if it names an {@code $id}, or stands in a schema that has one. */
    Optional<String> target(Part reference, String text) {
        index(Bundle.mount(reference.pointer()));
        int hash = text.indexOf('#');
        String fragment = hash < 0 ? "" : Fragments.decoded(text.substring(hash + 1));
        String resource = resource(reference.pointer());
        if (hash == 0) {
            return resource.equals(Bundle.mount(reference.pointer())) ? Optional.empty() : inside(resource, fragment);
        }
        URI base = resources.getOrDefault(resource, NOWHERE);
        Optional<String> named =
                uri(base, hash < 0 ? text : text.substring(0, hash)).map(uri -> byId.get(uri.toString()));
        return named.flatMap(pointer -> inside(pointer, fragment));
    }

    private Optional<String> inside(String resource, String fragment) {
        if (fragment.isEmpty() || fragment.startsWith("/")) {
            String pointer = resource + fragment;
            return document.tree().at(pointer).isMissingNode() ? Optional.empty() : Optional.of(pointer);
        }
        return Optional.ofNullable(byAnchor.get(resource + "#" + fragment));
    }

    /** What an anchor of a file means. */
    Optional<String> anchor(String mount, String name) {
        index(mount);
        return inside(mount, name);
    }

    /** What a {@code $dynamicRef} means; empty if that depends on the way that leads to it. */
    Optional<String> dynamic(Part reference) {
        String mount = Bundle.mount(reference.pointer());
        index(mount);
        String text = reference.text();
        String name = text.substring(text.indexOf('#') + 1);
        Set<String> candidates = dynamic.getOrDefault(name, Set.of());
        if (candidates.size() > 1) {
            return Optional.empty();
        } else if (candidates.size() == 1) {
            return candidates.stream().findFirst();
        }
        return target(reference, text).or(() -> text.startsWith("#") ? inside(mount, name) : Optional.empty());
    }

    /** The innermost schema with an {@code $id} around this place, or else its file. */
    private String resource(String pointer) {
        String here = pointer;
        while (!here.isEmpty() && !resources.containsKey(here)) {
            here = Pointers.parent(here);
        }
        return here;
    }

    private void index(String mount) {
        if (!indexed.add(mount)) {
            return;
        }
        JsonNode tree = document.tree().at(mount);
        URI base = uri(NOWHERE, tree.path("$self").asText(mount)).orElse(NOWHERE);
        resources.put(mount, base);
        if (tree.has("$self")) {
            byId.put(base.toString(), mount);
        }
        // Most files have none of these, and looking through a large one takes time.
        String text = bundle.source(mount).text();
        if (isNaming(text)) {
            index(tree, mount, mount, base, false);
        }
    }

    /** In one pass: most of the dollars in a text stand before another word. */
    private static boolean isNaming(String text) {
        for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', dollar + 1)) {
            for (String name : NAMING) {
                if (text.startsWith(name, dollar)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void index(JsonNode value, String pointer, String resource, URI base, boolean names) {
        String here = resource;
        URI from = base;
        if (!names && value.path("$id").isTextual()) {
            Optional<URI> id = uri(base, value.path("$id").textValue());
            if (id.isPresent()) {
                here = pointer;
                from = id.get();
                resources.put(pointer, from);
                byId.putIfAbsent(from.toString().replaceFirst("#$", ""), pointer);
            }
        }
        if (!names) {
            for (String kind : OF_PLACES) {
                if (value.path(kind).isTextual()) {
                    byAnchor.putIfAbsent(here + "#" + value.path(kind).textValue(), pointer);
                }
            }
            if (value.path("$dynamicAnchor").isTextual()) {
                dynamic.computeIfAbsent(value.path("$dynamicAnchor").textValue(), any -> new LinkedHashSet<>())
                        .add(pointer);
            }
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            String key = entry.getKey();
            boolean skipped = !names && (LITERAL.contains(key) || key.startsWith("x-"));
            if (entry.getValue().isContainerNode() && !skipped) {
                boolean below =
                        !names && NamedMaps.isOne(key) && entry.getValue().isObject();
                index(entry.getValue(), Pointers.child(pointer, key), here, from, below);
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            index(value.get(i), Pointers.child(pointer, i), here, from, false);
        }
    }

    private static Optional<URI> uri(URI base, String reference) {
        try {
            return Optional.of(base.resolve(reference));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
