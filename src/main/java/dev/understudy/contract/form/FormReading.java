package dev.understudy.contract.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.bytes.Upload;
import dev.understudy.contract.form.Field.Medium;
import dev.understudy.contract.style.KeyTree;
import dev.understudy.contract.style.StyleHint;
import dev.understudy.contract.style.StyledKeys.OtherStyle;
import dev.understudy.contract.style.TreeReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes values of what a form has under its keys.
 *
 * @param pieces by their keys
 * @param raws the same as styles read them
 * @param violations what was found wrong
 */
record FormReading(Map<String, List<RawField>> pieces, Map<String, List<String>> raws, List<Violation> violations) {
    /** Of nothing yet. */
    static FormReading empty(List<Violation> violations) {
        return new FormReading(new LinkedHashMap<>(), new LinkedHashMap<>(), violations);
    }

    /** With what is under this key of another. */
    void take(String key, FormReading other) {
        pieces.put(key, other.pieces.getOrDefault(key, List.of()));
        raws.put(key, other.raws.getOrDefault(key, List.of()));
    }

    /** The value of a field; empty if it is not given, or wrong as a whole. */
    Optional<JsonNode> value(Field field) {
        String pointer = Pointers.child("", field.name());
        List<String> foreign = field.foreign(raws);
        if (!foreign.isEmpty()) {
            violations.add(inBody(respelling(field).ofKeys(foreign, raws), pointer));
            return Optional.empty();
        }
        if (field.isMixed(raws)) {
            violations.add(violation(pointer, "style", "be given in one spelling", "a text and keys in brackets"));
            return Optional.empty();
        }
        List<RawField> own = pieces.getOrDefault(field.name(), List.of());
        for (RawField piece : own) {
            if (piece instanceof FormPart part) {
                violations.addAll(new PartCheck(field).flaws(part, pointer));
            }
        }
        if (own.isEmpty() || !field.isWhole() && !isJson(field, own)) {
            return own.stream().allMatch(piece -> isText(piece, pointer)) ? styled(field, pointer) : Optional.empty();
        }
        return Optional.of(wholes(field, own, pointer));
    }

    /** The value of a part that is an item of a list. */
    JsonNode item(Field field, FormPart part, String pointer) {
        violations.addAll(new PartCheck(field).flaws(part, pointer));
        if (field.medium() != Medium.TEXT) {
            return whole(field.medium(), part, pointer);
        }
        JsonNode value = whole(Medium.ANY, part, pointer);
        return value.isTextual() ? field.shape().leaf().read(value.textValue()).orElse(value) : value;
    }

    private static boolean isJson(Field field, List<RawField> own) {
        if (own.size() != 1 || field.medium() != Medium.TEXT || !field.shape().isContainer()) {
            return false;
        }
        RawField piece = own.get(0);
        return piece instanceof FormPart part && part.isJson()
                || field.shape().isObject()
                        && piece.text().filter(text -> text.startsWith("{")).isPresent();
    }

    /** What comes in a style is a text, whatever stands there. */
    private boolean isText(RawField piece, String pointer) {
        if (piece instanceof FormPart && piece.text().isEmpty()) {
            violations.add(violation(pointer, "encoding", "be text in UTF-8", "other bytes"));
            return false;
        }
        return true;
    }

    private JsonNode wholes(Field field, List<RawField> own, String pointer) {
        Medium medium = field.isWhole() ? field.medium() : Medium.JSON;
        boolean single = own.size() == 1 && (field.shape().isScalar() || medium != field.medium());
        boolean list = medium == Medium.ANY ? own.size() > 1 : field.shape().isList() && !single;
        if (!list && own.size() > 1) {
            violations.add(violation(pointer, "once", "be given once", "given " + own.size() + " times"));
            return TextNode.valueOf("");
        }
        if (!list || isWholeList(medium, own)) {
            return whole(medium, own.get(0), pointer);
        }
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        own.forEach(piece -> values.add(whole(medium, piece, Pointers.child(pointer, values.size()))));
        return values;
    }

    /** A list of objects that is one text of JSON. */
    private static boolean isWholeList(Medium medium, List<RawField> own) {
        return medium == Medium.JSON
                && own.size() == 1
                && own.get(0)
                        .text()
                        .filter(text -> text.stripLeading().startsWith("["))
                        .isPresent();
    }

    private JsonNode whole(Medium medium, RawField piece, String pointer) {
        boolean bytes = medium == Medium.BYTES || medium == Medium.BASE64;
        if (piece instanceof FormPart part && (bytes || medium == Medium.ANY && part.isFile())) {
            return medium == Medium.BASE64
                    ? Base64Text.of(part)
                    : new Upload(part.content(), part.contentType().orElse(""));
        }
        Optional<String> text = piece.text();
        if (text.isEmpty()) {
            boolean part = piece instanceof FormPart;
            String expected = part ? "be text in UTF-8" : "be percent-encoded UTF-8";
            violations.add(
                    violation(pointer, "encoding", expected, part ? "other bytes" : MessageText.text(piece.raw())));
            return TextNode.valueOf("");
        }
        return medium == Medium.JSON ? json(text.get(), pointer) : TextNode.valueOf(text.get());
    }

    private JsonNode json(String text, String pointer) {
        try {
            return Json.read(text.getBytes(UTF_8));
        } catch (MalformedJson e) {
            String got = e.got() + " (line " + e.line() + ", column " + e.column() + ")";
            violations.add(
                    new Violation(Place.BODY, "", pointer + e.pointer(), "json", e.expected(), got).noting(e.hint()));
            return TextNode.valueOf("");
        }
    }

    private Optional<JsonNode> styled(Field field, String pointer) {
        var found = new ArrayList<Violation>();
        Optional<JsonNode> value = styled(field, raws, found);
        boolean wrong = !found.isEmpty()
                || field.shape().isContainer()
                        && value.filter(each -> !field.shape().admits(each)).isPresent();
        Optional<Violation> otherwise = wrong && raws.containsKey(field.name())
                ? respelling(field).ofTexts(raws.getOrDefault(field.name(), List.of()))
                : Optional.empty();
        otherwise.map(List::of).orElse(found).forEach(violation -> violations.add(inBody(violation, pointer)));
        return value;
    }

    private static Optional<JsonNode> styled(Field field, Map<String, List<String>> raws, List<Violation> found) {
        try {
            KeyTree tree = field.keys().tree(raws);
            return tree.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new TreeReader(Place.QUERY, field.name(), found).value(tree, field.shape(), ""));
        } catch (OtherStyle e) {
            found.add(e.violation(Place.QUERY, field.name()));
            return Optional.empty();
        }
    }

    private static StyleHint respelling(Field field) {
        return new StyleHint(field.keys(), written -> {
            var found = new ArrayList<Violation>();
            Optional<JsonNode> value = styled(field, written, found);
            return found.isEmpty() && value.filter(field.shape()::admits).isPresent();
        });
    }

    /** The same where a body is: a field is named by its pointer. */
    private static Violation inBody(Violation of, String pointer) {
        return of.in(Place.BODY, "", pointer + of.pointer());
    }

    private static Violation violation(String pointer, String keyword, String expected, String got) {
        return new Violation(Place.BODY, "", pointer, keyword, Expected.to(expected), got);
    }
}
