package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer.Words;
import dev.understudy.mocks.anyspec.roles.parameters.Envelope;
import dev.understudy.mocks.anyspec.roles.parameters.Envelope.Field;
import dev.understudy.mocks.anyspec.roles.parameters.FieldUse;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Inserts a page into the documented answer, and sets the fields around the list.
 *
 * @param unit the unit before a range of records, with a space after it; may be empty
 */
record EnvelopeFilling(Contract contract, Window window, PageLinks links, String unit) {
    /**
     * The whole answer; empty if it would be invalid.
     *
     * @param frames objects to insert the records into, unless the list is the whole answer
     */
    Optional<JsonNode> fill(
            Envelope envelope, Content content, List<? extends JsonNode> page, List<ObjectNode> frames) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        items.addAll(page);
        if (envelope.items().isEmpty()) {
            return Optional.<JsonNode>of(items).filter(content::keeps);
        }
        return frames.stream()
                .map(frame -> filled(frame.deepCopy(), envelope, items))
                .filter(content::keeps)
                .findFirst();
    }

    private JsonNode filled(ObjectNode body, Envelope envelope, ArrayNode items) {
        Paths.set(body, envelope.items(), items);
        for (Field field : envelope.fields()) {
            Optional<JsonNode> value = value(field.use(), field.schema());
            if (value.isPresent()) {
                Paths.set(body, field.path(), value.get());
            } else {
                leaveOut(body, field);
            }
        }
        return body;
    }

    /** The values of headers about the list. */
    Map<String, Words> headers(Envelope envelope) {
        var headers = new LinkedHashMap<String, Words>();
        envelope.headers().forEach((name, use) -> {
            Optional<JsonNode> value = use == FieldUse.LINKS ? link() : value(use, SchemaView.of(contract, ""));
            Optional<String> first = links.first().map(url -> "<" + url + ">; rel=\"first\"");
            headers.put(
                    name,
                    new Words(
                            value.map(JsonNode::asText),
                            use == FieldUse.LINKS ? first : beyond(use).or(() -> Optional.of("0"))));
        });
        return headers;
    }

    private Optional<JsonNode> link() {
        var link = new StringJoiner(", ").setEmptyValue("");
        Map<String, Optional<String>> pages = new LinkedHashMap<>();
        pages.put("next", links.next());
        pages.put("prev", links.previous());
        if (window.hasNext() || window.hasPrevious()) {
            pages.put("first", links.first());
        }
        pages.forEach((rel, page) -> page.ifPresent(url -> link.add("<" + url + ">; rel=\"" + rel + "\"")));
        return link.length() == 0 ? Optional.empty() : Optional.of(TextNode.valueOf(link.toString()));
    }

    private Optional<JsonNode> value(FieldUse use, SchemaView schema) {
        return switch (use) {
            case TOTAL -> number(window.total(), schema);
            case PAGES -> number(Math.max(window.pages(), schema.note("minimum").asLong(0)), schema);
            case PAGE -> number(window.page(), schema);
            case LIMIT -> number(window.size(), schema);
            case OFFSET -> number(window.from(), schema);
            case COUNT -> number(window.count(), schema);
            case FIRST_RECORD -> window.count() == 0 ? Optional.empty() : number(window.begin() + 1, schema);
            case LAST_RECORD -> window.count() == 0 ? Optional.empty() : number(window.end(), schema);
            case HAS_NEXT -> flag(window.hasNext());
            case HAS_PREVIOUS -> flag(window.hasPrevious());
            case IS_LAST -> flag(!window.hasNext());
            case IS_FIRST -> flag(!window.hasPrevious());
            case IS_EMPTY -> flag(window.count() == 0);
            case NEXT_PAGE -> window.hasNext() ? number(window.page(window.following()), schema) : Optional.empty();
            case NEXT_OFFSET -> window.hasNext() ? number(window.end(), schema) : Optional.empty();
            case PREVIOUS_PAGE ->
                window.hasPrevious()
                        ? number(window.page(BigInteger.valueOf(window.previous())), schema)
                        : Optional.empty();
            case PREVIOUS_OFFSET -> window.hasPrevious() ? number(window.previous(), schema) : Optional.empty();
            case NEXT_TOKEN -> window.hasNext() ? token(window.end(), schema) : Optional.empty();
            case PREVIOUS_TOKEN -> window.hasPrevious() ? token(window.previous(), schema) : Optional.empty();
            case NEXT_URL -> address(links.next(), schema);
            case PREVIOUS_URL -> address(links.previous(), schema);
            case FIRST_URL -> address(links.first(), schema);
            case LAST_URL -> address(links.last(), schema);
            case SELF_URL -> address(links.self(), schema);
            case RANGE -> text(Optional.of(range()));
            case LINKS -> link();
        };
    }

    /** Which records are shown, and of how many (RFC 9110 section 14.4). */
    String range() {
        String records = window.count() == 0 ? "*" : window.begin() + "-" + (window.end() - 1);
        return unit + records + "/" + window.total();
    }

    private static Optional<JsonNode> number(long number, SchemaView schema) {
        return Optional.of(Paths.typed(number, schema));
    }

    private static Optional<JsonNode> number(BigInteger number, SchemaView schema) {
        return Optional.of(Paths.typed(number.toString(), schema));
    }

    private Optional<JsonNode> token(long from, SchemaView schema) {
        return links.token(from).map(token -> Paths.typed(token, schema));
    }

    private static Optional<JsonNode> flag(boolean flag) {
        return Optional.of(BooleanNode.valueOf(flag));
    }

    private static Optional<JsonNode> text(Optional<String> text) {
        return text.map(TextNode::valueOf);
    }

    /** The URL: absolute, or without scheme and host if the document shows it that way. */
    private static Optional<JsonNode> address(Optional<String> url, SchemaView schema) {
        boolean relative = schema.note("example").asText("").startsWith("/");
        return text(relative ? url.map(each -> each.replaceFirst("^[a-z]+://[^/]*", "")) : url);
    }

    /** Omits a field without a value; if it is required, it becomes null, empty, 0, or a link to an empty page. */
    private void leaveOut(ObjectNode body, Field field) {
        List<String> path = field.path();
        int last = path.size() - 1;
        boolean address = path.get(last).matches("(?i)href|ur[li]|link");
        if (!field.needed().get(last)) {
            Paths.remove(body, path);
        } else if (address && last > 0 && !field.needed().get(last - 1)) {
            Paths.remove(body, path.subList(0, last));
        } else if (field.schema().takesNull()) {
            Paths.set(body, path, NullNode.getInstance());
        } else {
            Stream.concat(
                            Stream.of(TextNode.valueOf(""), IntNode.valueOf(0)),
                            beyond(field.use()).map(text -> Paths.typed(text, field.schema())).stream())
                    .filter(value -> contract.keeps(field.schema().canonical(), value))
                    .findFirst()
                    .ifPresent(value -> Paths.set(body, path, value));
        }
    }

    /** A link to an empty page after the last one, or from the first page to itself. */
    private Optional<String> beyond(FieldUse use) {
        return switch (use) {
            case NEXT_URL -> links.beyond();
            case NEXT_TOKEN -> links.token(window.total());
            case PREVIOUS_URL -> links.first();
            case FIRST_RECORD, LAST_RECORD -> Optional.of(Integer.toString(window.begin() + 1));
            default -> Optional.empty();
        };
    }
}
