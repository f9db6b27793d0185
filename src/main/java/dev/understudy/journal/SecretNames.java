package dev.understudy.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names under which contracts have secrets; a name that is secret somewhere is hidden everywhere. */
final class SecretNames {
    private final Set<String> fields = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> queryKeys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> pathNames = new TreeSet<>();
    private final Set<String> properties = new TreeSet<>();
    private final SecretTexts texts;

    SecretNames(Collection<Contract> contracts) {
        fields.addAll(List.of("Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"));
        // RFC 6750 section 2.3
        queryKeys.add("access_token");
        for (Contract contract : contracts) {
            JsonNode tree = contract.lowered().tree();
            for (JsonNode scheme : tree.at("/components/securitySchemes")) {
                if (scheme.path("type").asText().equals("apiKey")) {
                    add(scheme.path("in").asText(), scheme.path("name").asText());
                }
            }
            collect(tree, new SecretSchemas(tree));
        }
        properties.addAll(Set.of("client_secret", "password", "refresh_token", "access_token"));
        texts = new SecretTexts(queryKeys, properties);
    }

    /** Of header fields, in any case. */
    Set<String> fields() {
        return fields;
    }

    /** Of keys of queries, in any case. */
    Set<String> queryKeys() {
        return queryKeys;
    }

    /** Of path parameters. */
    Set<String> pathNames() {
        return pathNames;
    }

    /** Of properties, and of what they are called in XML. */
    Set<String> properties() {
        return properties;
    }

    /** What hides values behind these names in texts. */
    SecretTexts texts() {
        return texts;
    }

    private void add(String in, String name) {
        switch (in) {
            case "query" -> queryKeys.add(name);
            case "path" -> pathNames.add(name);
            default -> fields.add(name);
        }
    }

    /** Parameters and properties by their names. */
    private void collect(JsonNode node, SecretSchemas schemas) {
        if (node.isObject()) {
            if (node.has("in") && node.has("name") && isSecretParameter(node, schemas)) {
                add(node.path("in").asText(), node.path("name").asText());
            }
            node.path("properties").properties().forEach(property -> {
                if (schemas.isSecret(property.getValue())) {
                    properties.add(property.getKey());
                    inXml(schemas.resolved(property.getValue()), schemas).forEach(properties::add);
                }
            });
        }
        for (JsonNode part : node) {
            if (part.isContainerNode()) {
                collect(part, schemas);
            }
        }
    }

    /** What elements are called that a property and its items are in XML, where that is another name. */
    private static Stream<String> inXml(JsonNode property, SecretSchemas schemas) {
        return Stream.of(property, schemas.resolved(property.path("items")))
                .map(schema -> schema.at("/xml/name").asText())
                .filter(name -> !name.isEmpty());
    }

    /** The keys of a {@code deepObject} name the properties; in all other styles nobody knows which is which. */
    static boolean isSecretParameter(JsonNode parameter, SecretSchemas schemas) {
        for (JsonNode content : parameter.path("content")) {
            if (schemas.hasSecret(content.path("schema"))) {
                return true;
            }
        }
        JsonNode schema = parameter.path("schema");
        return parameter.path("style").asText().equals("deepObject")
                ? schemas.isSecret(schema)
                : schemas.hasSecret(schema);
    }
}
