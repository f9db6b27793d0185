package dev.understudy.schema;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MessageText;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Part;
import dev.understudy.openapi.SchemaKeyword;
import dev.understudy.openapi.SchemaKeyword.Value;
import dev.understudy.schema.format.TextFormats;
import dev.understudy.schema.pattern.EcmaPattern;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** What a schema must keep so that the validator ignores none of its keywords. */
public final class SchemaRules {
    private static final List<String> TYPES = List.of("string", "integer", "number", "boolean", "object", "array");
    private static final Set<String> NUMBER_FORMATS = Set.of("int32", "int64", "float", "double");

    private SchemaRules() {}

    /** Notes the faults of the schemas at these pointers of a document. */
    public static void check(Document document, List<String> pointers) {
        pointers.forEach(pointer -> check(document.part(pointer)));
    }

    private static void check(Part schema) {
        if (schema.has("$ref")) {
            return;
        }
        String version = schema.document().root().at("openapi").text();
        SchemaKeyword.of(version).values().forEach(keyword -> value(schema.at(keyword.name()), keyword.value()));
        type(schema);
        format(schema);
        epoch(schema);
        pattern(schema);
        discriminator(schema);
        oneWay(schema);
    }

    private static void value(Part keyword, Value kind) {
        switch (kind) {
            case FLAG -> value(keyword, JsonNode::isBoolean, "true or false");
            case NUMBER -> value(keyword, JsonNode::isNumber, "a number");
            case POSITIVE ->
                value(keyword, n -> n.isNumber() && n.decimalValue().signum() > 0, "a number greater than 0");
            case COUNT ->
                value(
                        keyword,
                        n -> n.canConvertToExactIntegral() && n.decimalValue().signum() >= 0,
                        "a count");
            case LIST, SCHEMAS -> value(keyword, n -> n.isArray() && !n.isEmpty(), "a list that is not empty");
            case NAMES -> value(keyword, SchemaRules::names, "a list of names");
            default -> {}
        }
    }

    private static void value(Part keyword, Predicate<JsonNode> right, String what) {
        if (keyword.isPresent() && !right.test(keyword.value())) {
            keyword.fault("\"" + keyword.key() + "\" must be " + what + ", was " + MessageText.value(keyword.value()));
        }
    }

    private static boolean names(JsonNode value) {
        for (JsonNode name : value) {
            if (!name.isTextual()) {
                return false;
            }
        }
        return value.isArray();
    }

    private static void type(Part schema) {
        Part type = schema.at("type");
        if (type.isPresent() && !TYPES.contains(type.text())) {
            type.fault(
                    "\"type\" must be one of " + String.join(", ", TYPES) + ", was " + MessageText.value(type.value()));
        }
        if (type.text().equals("array") && !schema.has("items")) {
            type.fault("an array must say what its \"items\" are");
        }
        if (schema.at("nullable").isTrue() && !type.isPresent()) {
            schema.at("nullable").fault("OpenAPI 3.0.3 ignores \"nullable\" without \"type\" beside it: add the type");
        }
        List.of("exclusiveMaximum", "exclusiveMinimum").forEach(key -> {
            String bound = key.equals("exclusiveMaximum") ? "maximum" : "minimum";
            if (schema.at(key).isTrue() && !schema.has(bound)) {
                schema.at(key).fault("\"" + key + "\" says nothing without \"" + bound + "\" beside it");
            }
        });
    }

    private static void format(Part schema) {
        Part format = schema.at("format");
        String type = schema.at("type").text();
        Set<String> known = type.equals("string") ? TextFormats.names() : NUMBER_FORMATS;
        boolean fits = Set.of("string", "number", "integer").contains(type);
        if (format.isPresent() && (!fits || !known.contains(format.text()))) {
            format.fault("the format \"" + format.text() + "\" "
                    + (fits
                            ? "of the type " + type + " is not supported: use "
                                    + MessageText.or(known.stream().sorted().toList()) + ", or a pattern"
                            : "needs the type string, number or integer beside it"));
        }
    }

    private static void epoch(Part schema) {
        Part epoch = schema.at("x-epoch");
        if (epoch.isPresent()
                && !(epoch.text().equals("milliseconds")
                        && schema.at("type").text().equals("integer"))) {
            epoch.fault("\"x-epoch\" must be milliseconds, beside the type integer");
        }
    }

    private static void pattern(Part schema) {
        Part pattern = schema.at("pattern");
        try {
            if (pattern.isPresent()) {
                EcmaPattern.of(pattern.text());
            }
        } catch (PatternSyntaxException e) {
            pattern.fault("\"pattern\" is no regular expression: " + e.getDescription());
        }
    }

    private static void discriminator(Part schema) {
        Part discriminator = schema.at("discriminator");
        if (!discriminator.isPresent()) {
            return;
        }
        Part branches = schema.at(schema.has("oneOf") ? "oneOf" : "anyOf");
        if (!branches.isPresent() || (schema.has("oneOf") && schema.has("anyOf"))) {
            discriminator.fault("a discriminator is supported beside either oneOf or anyOf: list the variants there");
            return;
        }
        Set<String> references = branches.children().stream()
                .flatMap(branch -> branch.reference().stream())
                .collect(toSet());
        if (references.size() < branches.children().size()) {
            discriminator.fault("beside a discriminator every variant must be a $ref to a schema of its own");
        }
        for (Part mapped : discriminator.at("mapping").children()) {
            if (!references.contains(mapped.text()) && !references.contains("#/components/schemas/" + mapped.text())) {
                mapped.fault("\"" + mapped.text() + "\" is not among the variants: "
                        + MessageText.or(references.stream().sorted().toList()));
            }
        }
    }

    /** Required in one direction only: we check both directions by the same schema. */
    private static void oneWay(Part schema) {
        for (Part property : schema.at("properties").children()) {
            boolean required = false;
            for (JsonNode name : schema.at("required").value()) {
                required |= name.asText().equals(property.key());
            }
            for (String key : List.of("readOnly", "writeOnly")) {
                if (required && property.resolved().at(key).isTrue()) {
                    property.fault("\"" + key + "\" on a required property is not supported: write two schemas, one for"
                            + " requests and one for answers");
                }
            }
        }
    }
}
