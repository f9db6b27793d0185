package dev.understudy.schema.findings;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MessageText;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.KeywordValue;
import dev.understudy.openapi.Nearest;
import dev.understudy.openapi.NullReading;
import dev.understudy.openapi.Part;
import dev.understudy.openapi.Reading;
import dev.understudy.openapi.SchemaKeyword;
import dev.understudy.schema.format.TextFormats;
import dev.understudy.schema.pattern.EcmaPattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** What is wrong with the schemas of a brought document, and what in them has not the effect that it seems to have. */
public final class SchemaFindings {
    private static final Set<String> TYPES =
            Set.of("string", "integer", "number", "boolean", "object", "array", "null");
    private static final Set<String> NUMBER_FORMATS = Set.of("int32", "int64", "float", "double");
    private static final Set<String> NUMBER_TYPES = Set.of("integer", "number");
    private static final Set<String> IDLE_BESIDE_REFERENCE =
            Set.of("$ref", "nullable", "description", "summary", "title");

    private final Set<Reading> letter;
    private final boolean later;
    private final Map<String, SchemaKeyword> keywords;
    private final Repeated repeated = new Repeated();

    private SchemaFindings(String version, Set<Reading> letter) {
        this.later = !version.startsWith("3.0");
        this.keywords = SchemaKeyword.of(version);
        this.letter = letter;
    }

    /**
     * Notes all of it in the document.
     *
     * @param letter the readings that are not taken
     */
    public static void check(Document document, Set<Reading> letter) {
        var findings = new SchemaFindings(document.root().at("openapi").text(), letter);
        List<Part> schemas = document.schemas();
        schemas.forEach(findings::check);
        findings.repeated.note();
        EndlessSchemas.check(document, schemas);
    }

    private void check(Part schema) {
        nullable(schema);
        if (!later && schema.reference().isPresent()) {
            beside(schema);
            return;
        }
        for (Map.Entry<String, JsonNode> entry : schema.value().properties()) {
            keyword(schema, entry.getKey(), entry.getValue());
        }
        // Of each place that is only looked at, the pointer would be made for nothing.
        if (schema.has("type")) {
            type(schema);
        }
        if (schema.has("format")) {
            format(schema);
        }
        if (schema.has("pattern") || schema.has("patternProperties")) {
            pattern(schema);
        }
        if (schema.has("additionalProperties")) {
            ObjectFindings.check(schema, later);
        }
        BoundFindings.check(schema);
        if (schema.has("discriminator")) {
            DiscriminatorFindings.check(schema);
        }
    }

    private void nullable(Part schema) {
        JsonNode value = schema.value();
        Optional<Reading> reading = NullReading.of(value, later);
        if (reading.isPresent()) {
            boolean taken = !letter.contains(reading.get());
            schema.hint(
                    reading.get().word(),
                    taken ? "takes null, which it does not by the letter" : "takes no null, though it seems to",
                    "write "
                            + (later
                                    ? "anyOf with {type: \"null\"}"
                                    : "null into the enum, or nullable into what is" + " referred to"));
        } else if (!later && value.path("nullable").asBoolean() && !value.has("type") && !value.has("enum")) {
            schema.at("nullable")
                    .hint("nullable-without-type", "\"nullable\" has no effect without a type", "add the type");
        }
    }

    private void beside(Part reference) {
        for (Part child : reference.children()) {
            if (!IDLE_BESIDE_REFERENCE.contains(child.key()) && !child.key().startsWith("x-")) {
                child.hint(
                        "beside-reference",
                        "\"" + child.key() + "\" beside $ref has no effect in OpenAPI 3.0",
                        "move it to what is referred to, or put the $ref into allOf");
            }
        }
    }

    private void keyword(Part schema, String name, JsonNode value) {
        SchemaKeyword keyword = keywords.get(name);
        if (keyword == null) {
            unknown(schema, name, value);
        } else if (name.startsWith("exclusive") && (later ? value.isBoolean() : value.isNumber())) {
            schema.at(name)
                    .hint(
                            later ? "earlier-keyword" : "later-keyword",
                            "\"" + name + "\" is written as in OpenAPI " + (later ? "3.0" : "3.1")
                                    + ", and is read as there",
                            later
                                    ? "write the bound beside it"
                                    : "write true beside it, and the bound as "
                                            + (name.equals("exclusiveMinimum") ? "minimum" : "maximum"));
        } else if (KeywordValue.expected(keyword, value) != null) {
            wrong(schema.at(name), keyword);
        }
    }

    private void wrong(Part part, SchemaKeyword keyword) {
        String message = "\"" + part.key() + "\" must be " + KeywordValue.expected(keyword, part.value()) + ", was "
                + MessageText.value(part.value());
        Optional<JsonNode> meant = KeywordValue.meant(keyword, part.value());
        if (meant.isPresent() && !letter.contains(Reading.LIMIT_AS_TEXT)) {
            part.hint(
                    Reading.LIMIT_AS_TEXT.word(),
                    message,
                    meant.get().isMissingNode() ? "leave it out, as it has no effect" : "write " + meant.get());
        } else {
            part.fault("keyword-value", message, "correct it");
        }
    }

    private void unknown(Part schema, String name, JsonNode value) {
        if (name.startsWith("x-") || name.equals("nullable")) {
            return;
        }
        boolean known = later ? false : SchemaKeyword.later().contains(name);
        String near = Nearest.hint(name, keywords.keySet());
        if (known) {
            repeated.add(
                    schema.at(name),
                    "later-keyword",
                    "\"" + name + "\" has no effect in OpenAPI 3.0: it came with 3.1",
                    "write openapi: 3.1.1, or leave it out");
        } else if (!near.isEmpty() || !later && !name.startsWith("$")) {
            repeated.add(
                    schema.at(name), "unknown-keyword", "\"" + name + "\" is no keyword and has no effect" + near, "");
        }
    }

    private void type(Part schema) {
        Part type = schema.at("type");
        if (type.value().isArray() && !later) {
            type.hint("later-keyword", "a list of types came with OpenAPI 3.1, and is read as there", "");
        }
        for (Part each : type.value().isArray() ? type.children() : List.of(type)) {
            boolean right = each.value().isTextual() && TYPES.contains(each.text());
            if (each.isPresent() && !right) {
                each.fault(
                        "unknown-type",
                        "\"type\" must be one of string, integer, number, boolean, object, array or null, was "
                                + MessageText.value(each.value()),
                        Nearest.to(each.text(), TYPES)
                                .map(near -> "write " + near)
                                .orElse("take one of them"));
            }
        }
        if (type.text().equals("array") && !schema.has("items") && !later) {
            type.hint("array-without-items", "an array without \"items\" may hold anything", "say what its items are");
        }
    }

    private void format(Part schema) {
        Part format = schema.at("format");
        String type = schema.at("type").text();
        boolean ofNumbers = NUMBER_FORMATS.contains(format.text());
        boolean ofTexts = TextFormats.names().contains(format.text());
        if (!ofNumbers && !ofTexts) {
            repeated.add(
                    format,
                    "unknown-format",
                    "the format " + MessageText.value(format.value()) + " is not known, and nothing is checked by it",
                    "");
        } else if (type.equals("string") && !ofTexts || NUMBER_TYPES.contains(type) && !ofNumbers) {
            repeated.add(
                    format,
                    "format-of-other-type",
                    "the format " + MessageText.value(format.value()) + " has no effect beside the type " + type,
                    "");
        }
    }

    private static void pattern(Part schema) {
        Part pattern = schema.at("pattern");
        if (pattern.isPresent()) {
            pattern(pattern, pattern.text());
        }
        schema.at("patternProperties").children().forEach(each -> pattern(each, each.key()));
    }

    private static void pattern(Part part, String pattern) {
        try {
            EcmaPattern.of(pattern);
            if (pattern.matches("(?s)/.+/[a-z]*")) {
                part.hint(
                        "pattern-with-slashes",
                        "the slashes around a pattern are a part of it, so that it matches only texts with slashes",
                        "leave them out");
            }
        } catch (PatternSyntaxException e) {
            part.fault("pattern", MessageText.text(pattern) + " is no regular expression: " + e.getDescription(), "");
        } catch (StackOverflowError e) {
            part.gap("pattern", MessageText.text(pattern) + " nests too deep to be compiled", "write it flatter");
        }
    }
}
