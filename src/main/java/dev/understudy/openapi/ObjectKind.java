package dev.understudy.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The kinds of objects of OpenAPI 3.0, 3.1 and 3.2 but for schemas, each with the keys that it may have (sections 4.7
 * of 3.0.4, 4.8 of 3.1.1 and 4 of 3.2.0).
 */
final class ObjectKind {
    /**
     * After a key: {@code @1} or {@code @2} the version since which there is one, {@code !} required and {@code ?}
     * required but without effect on us, {@code <2} behind it up to the version before, {@code :kind} an object of that
     * kind, {@code []} a list and {@code {}} a map of them.
     */
    private static final String TABLE =
            """
            document: openapi! info?:info jsonSchemaDialect@1 $self@2 servers:server[] paths:path{} webhooks@1:path{} components:components security:requirement[] tags:tag[] externalDocs
            info: title? summary@1 description termsOfService contact license version?
            server: url! description variables:variable{} name@2
            variable: enum default! description
            components: schemas:schema{} responses:response{} parameters:parameter{} examples:example{} requestBodies:requestBody{} headers:header{} securitySchemes:securityScheme{} links:link{} callbacks:callback{} pathItems@1:path{} mediaTypes@2:mediaType{}
            path: $ref summary description get:operation put:operation post:operation delete:operation options:operation head:operation patch:operation trace:operation query@2:operation additionalOperations@2:operation{} servers:server[] parameters:parameter[]
            operation: tags summary description externalDocs operationId parameters:parameter[] requestBody:requestBody responses:response{} callbacks:callback{} deprecated security:requirement[] servers:server[]
            parameter: name! in! description required deprecated allowEmptyValue style explode allowReserved schema:schema example examples:example{} content:mediaType{}
            header: description required deprecated allowEmptyValue style explode allowReserved schema:schema example examples:example{} content:mediaType{}
            requestBody: description content!:mediaType{} required
            mediaType: schema:schema itemSchema@2:schema example examples:example{} encoding:encoding{} prefixEncoding@2:encoding[] itemEncoding@2:encoding description@2
            encoding: contentType headers:header{} style explode allowReserved encoding@2:encoding{} prefixEncoding@2:encoding[] itemEncoding@2:encoding
            response: summary@2 description?<2 headers:header{} content:mediaType{} links:link{}
            example: summary description value externalValue dataValue@2 serializedValue@2
            link: operationRef operationId parameters requestBody description server:server
            tag: name? description externalDocs summary@2 parent@2 kind@2
            securityScheme: type! description name in scheme bearerFormat flows openIdConnectUrl oauth2MetadataUrl@2 deprecated@2
            """;

    /** More than there are minor versions. */
    private static final int ALWAYS = 10;

    private static final Map<String, Map<String, Key>> KINDS = read();

    private ObjectKind() {}

    /**
     * A key of an object.
     *
     * @param since the minor version of OpenAPI 3 that it came with
     * @param need whether an object without it cannot be read
     * @param until the minor version from which on an object need not have it; 0 if it never must
     * @param kind of what stands beside it; empty if nobody looks into that
     */
    record Key(String name, int since, boolean need, int until, String kind, Many many) {
        /** Whether an object of this minor version of OpenAPI 3 must have it. */
        boolean duty(int minor) {
            return minor < until;
        }
    }

    /** How many objects stand beside a key. */
    enum Many {
        ONE,
        LIST,
        MAP
    }

    /** The keys of a kind by their names, those of later versions too. */
    static Map<String, Key> keys(String kind) {
        return KINDS.getOrDefault(kind, Map.of());
    }

    private static Map<String, Map<String, Key>> read() {
        var kinds = new LinkedHashMap<String, Map<String, Key>>();
        for (String line : TABLE.strip().split("\n", -1)) {
            int colon = line.indexOf(':');
            var keys = new LinkedHashMap<String, Key>();
            for (String word : line.substring(colon + 1).strip().split(" ", -1)) {
                Key key = key(word);
                keys.put(key.name(), key);
            }
            kinds.put(line.substring(0, colon).strip(), keys);
        }
        return kinds;
    }

    private static int until(String head) {
        int end = head.indexOf('<');
        return end >= 0 ? head.charAt(end + 1) - '0' : head.matches(".*[!?]") ? ALWAYS : 0;
    }

    private static Key key(String word) {
        String head = word.replaceFirst(":.*", "");
        String kind = head.equals(word) ? "" : word.substring(head.length() + 1);
        int at = head.indexOf('@');
        Many many = kind.endsWith("[]") ? Many.LIST : kind.endsWith("{}") ? Many.MAP : Many.ONE;
        return new Key(
                head.replaceFirst("[@!?<].*", ""),
                at < 0 ? 0 : head.charAt(at + 1) - '0',
                head.endsWith("!"),
                until(head),
                kind.replaceAll("[\\[\\]{}]", ""),
                many);
    }
}
