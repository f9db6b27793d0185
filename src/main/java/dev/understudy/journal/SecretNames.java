package dev.understudy.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names of secrets in the contracts; a name that is secret in one place is hidden everywhere. */
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

    /** Names of header fields, ignoring case. */
    Set<String> fields() {
        return fields;
    }

    /** Query keys, ignoring case. */
    Set<String> queryKeys() {
        return queryKeys;
    }

    /** Names of path parameters. */
    Set<String> pathNames() {
        return pathNames;
    }

    /** Names of properties, and their XML names. */
    Set<String> properties() {
        return properties;
    }

    /** Hides the values after these names in texts. */
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

    /** Collects parameters and properties by name. */
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

    /** The XML names of a property and of its items, if they differ from the property's name. */
    private static Stream<String> inXml(JsonNode property, SecretSchemas schemas) {
        return Stream.of(property, schemas.resolved(property.path("items")))
                .map(schema -> schema.at("/xml/name").asText())
                .filter(name -> !name.isEmpty());
    }

    /**
     * The keys of a {@code deepObject} contain property names; in all other styles, properties cannot be told apart.
     */
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
