package dev.understudy.openapi;

import dev.understudy.api.MessageText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What we read of OpenAPI 3.0.3: for each kind of object the keys it may have; {@link SchemaKeyword} has those of
 * schemas. A key that would make us ignore a part of the contract is a fault; one that only documents passes, and so
 * does everything that starts with {@code x-}.
 */
public final class Grammar {
    /**
     * After a key: {@code !} required, {@code :kind} checked further, {@code []} a list and {@code {}} a map of that
     * kind.
     */
    private static final Map<String, Map<String, String>> KINDS = Map.ofEntries(
            kind(
                    "document",
                    "openapi! info!:info paths!:path{} components:components tags externalDocs security"
                            + " servers:server[]"),
            kind("info", "title! version! description termsOfService contact license"),
            kind("server", "url! description variables"),
            kind(
                    "path",
                    "summary description parameters:parameter[] servers:server[] get:operation put:operation"
                            + " post:operation delete:operation options:operation head:operation patch:operation"
                            + " trace:operation"),
            kind(
                    "operation",
                    "operationId! tags summary description externalDocs parameters:parameter[]"
                            + " requestBody:requestBody responses!:response{} deprecated security servers:server[] callbacks"),
            kind(
                    "parameter",
                    "name! in! description required deprecated style explode allowReserved"
                            + " schema!:schema example examples"),
            kind("comma list", "schema! alias"),
            kind("header", "description required deprecated style explode schema!:schema example examples"),
            kind("requestBody", "description required content!:mediaType{}"),
            kind("mediaType", "schema:schema example examples"),
            kind("response", "description! headers:header{} content:mediaType{} links"),
            kind(
                    "components",
                    "schemas:schema{} responses:response{} parameters:parameter{} requestBodies:requestBody{}"
                            + " headers:header{} securitySchemes:securityScheme{} examples links callbacks"),
            kind("securityScheme", "type! description name in scheme bearerFormat flows openIdConnectUrl"),
            kind("discriminator", "propertyName! mapping"));

    /** Keys of OpenAPI that we know and do not support, and what to do instead. */
    private static final Map<String, String> UNSUPPORTED = Map.of(
            "path.$ref", "write the operations of the path here",
            "parameter.content", "give the parameter a schema instead",
            "parameter.allowEmptyValue", "use a string, or leave the parameter out of the query",
            "header.content", "give the header a schema instead",
            "mediaType.encoding", "bodies are JSON, which needs none");

    private static final Set<String> BESIDE_REFERENCE = Set.of("$ref", "description", "summary");

    private final List<String> schemaPointers = new ArrayList<>();
    private final Map<String, String> schemaKeys;
    private final boolean lowered;

    private Grammar(String version) {
        this.schemaKeys = schemaKeys(SchemaKeyword.of(version));
        this.lowered = Lowering.changes(version);
    }

    /** Notes the faults of the document, and returns the pointers of all schemas in it. */
    public static List<String> check(Document document) {
        Part root = document.root();
        if (!root.value().isObject()) {
            root.fault("must be an OpenAPI document, an object");
            return List.of();
        }
        String version = root.at("openapi").text();
        var grammar = new Grammar(version);
        if (!version.matches("3\\.0\\.\\d+")) {
            root.at("openapi").fault("must be OpenAPI 3.0, was \"" + version + "\": write openapi: 3.0.3");
        }
        grammar.object(root, "document");
        return grammar.schemaPointers;
    }

    private void object(Part part, String kind) {
        boolean schema = kind.equals("schema");
        if (schema && part.value().isBoolean() && !lowered) {
            return;
        }
        if (!part.value().isObject()) {
            part.fault("must be an object, the " + kind + " of OpenAPI 3.0.3, was " + MessageText.value(part.value()));
            return;
        }
        if (schema) {
            schemaPointers.add(part.pointer());
        }
        if (part.has("$ref") && !kind.equals("path") && (lowered || !schema)) {
            reference(part, kind);
            return;
        }
        Map<String, String> keys = schema ? schemaKeys : KINDS.getOrDefault(kind, Map.of());
        for (Part child : part.children()) {
            if (!child.key().startsWith("x-")) {
                key(child, kind, keys);
            }
        }
        keys.forEach((key, further) -> {
            if (further.startsWith("!") && !part.has(key)) {
                part.fault("a" + (kind.matches("[aeio].*") ? "n " : " ") + kind + " must have the key \"" + key + "\"");
            }
        });
        if (kind.equals("server")) {
            server(part);
        } else if (part.has("x-comma-list")) {
            object(part.at("x-comma-list"), "comma list");
        }
    }

    private void key(Part child, String kind, Map<String, String> keys) {
        String further = keys.get(child.key());
        if (further == null) {
            String instead = UNSUPPORTED.get(kind + "." + child.key());
            child.fault(
                    instead == null
                            ? "unknown key \"" + child.key() + "\" of a " + kind
                                    + Nearest.to(child.key(), keys.keySet())
                                            .map(near -> ": did you mean \"" + near + "\"?")
                                            .orElse(": supported are " + String.join(", ", keys.keySet()))
                            : "\"" + child.key() + "\" is not supported: " + instead);
            return;
        }
        String target = further.replace("!", "");
        if (target.endsWith("{}")) {
            if (!child.value().isObject()) {
                child.fault("must be an object, was " + MessageText.value(child.value()));
            }
            child.children().stream()
                    .filter(entry -> !entry.key().startsWith("x-") || target.startsWith("schema"))
                    .forEach(entry -> object(entry, target.substring(0, target.length() - 2)));
        } else if (target.endsWith("[]")) {
            if (!child.value().isArray()) {
                child.fault("must be a list, was " + MessageText.value(child.value()));
            }
            child.children().forEach(entry -> object(entry, target.substring(0, target.length() - 2)));
        } else if (!target.isEmpty()
                && !(child.key().equals("additionalProperties") && child.value().isBoolean())) {
            object(child, target);
        }
    }

    private static void reference(Part part, String kind) {
        for (Part child : part.children()) {
            if (!BESIDE_REFERENCE.contains(child.key()) && !child.key().startsWith("x-")) {
                child.fault("OpenAPI 3.0 ignores \"" + child.key() + "\" beside $ref: move it to what is referred to");
            }
        }
        String reference = part.at("$ref").text();
        Document document = part.document();
        Optional<Part> target = document.target(reference);
        if (!reference.startsWith("#/")) {
            part.at("$ref").fault("\"" + reference + "\" leads out of this file: copy what it names to #/components");
        } else if (target.isEmpty()) {
            part.at("$ref").fault("\"" + reference + "\" is not in this file" + near(document, reference, kind));
        } else if (part.isCircular()) {
            part.at("$ref").fault("\"" + reference + "\" leads back to itself");
        }
    }

    private static String near(Document document, String reference, String kind) {
        int name = reference.lastIndexOf('/') + 1;
        Optional<Part> siblings = document.target(reference.substring(0, name - 1));
        List<String> known = siblings.map(
                        part -> part.children().stream().map(Part::key).toList())
                .orElse(List.of());
        return Nearest.to(reference.substring(name), known)
                .map(near -> ": did you mean \"" + reference.substring(0, name) + near + "\"?")
                .orElse(": write the " + kind + " there, or correct the reference");
    }

    /**
     * Paths are matched from the root, so a path in a server's address would be lost. An address that only leads up, as
     * a served contract has it, has no such path.
     */
    private static void server(Part server) {
        String path = server.at("url").text().replaceFirst("^([a-z]+:)?//[^/]*", "");
        if (!path.matches("/?|(\\.\\.?/)*\\.\\.?/?")) {
            server.at("url").fault("the path \"" + path + "\" of a server is not supported: begin every path with it");
        }
    }

    private static Map.Entry<String, Map<String, String>> kind(String name, String keys) {
        var entries = new LinkedHashMap<String, String>();
        for (String key : keys.split(" ", -1)) {
            String word = key.replaceFirst("[!:].*", "");
            entries.put(word, key.substring(word.length()).replace(":", ""));
        }
        return Map.entry(name, entries);
    }

    private static Map<String, String> schemaKeys(Map<String, SchemaKeyword> keywords) {
        var keys = new LinkedHashMap<String, String>();
        keywords.forEach((name, keyword) -> keys.put(
                name,
                switch (keyword.value()) {
                    case SCHEMA -> "schema";
                    case SCHEMAS -> "schema[]";
                    case NAMED_SCHEMAS -> "schema{}";
                    case DISCRIMINATOR -> "discriminator";
                    default -> "";
                }));
        return keys;
    }
}
