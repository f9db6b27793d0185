package dev.understudy.contract.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Position;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.stream.Pace;
import dev.understudy.api.stream.Streamed;
import dev.understudy.contract.style.Shape;
import dev.understudy.contract.text.MediaType;
import dev.understudy.contract.text.Utf8Text;
import dev.understudy.openapi.Part;
import dev.understudy.schema.DocumentSchemas;
import dev.understudy.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A body of items one after the other, as a document describes it. Its value is the list of them; each is held to the
 * schema of an item, and what is wrong with one is told with its place in the list and the line on which it begins.
 */
public final class StreamBody {
    private static final List<String> OF_LISTS =
            List.of("minItems", "maxItems", "uniqueItems", "contains", "prefixItems", "allOf", "anyOf", "oneOf");

    /** How many violations are told about; of one item all that are found. */
    private static final int MOST = 100;

    private final Framing framing;
    private final EventShape events;
    private final @Nullable SchemaCheck check;
    private final @Nullable SchemaCheck whole;
    private final boolean counted;
    private final Pace pace;

    /**
     * The items of a media type.
     *
     * @param item the schema of an item; not there if any will do
     * @param whole the schema of the list of them all; not there if it has none
     * @param pace how they come where a request says nothing else
     */
    public StreamBody(MediaType type, Part item, Part whole, Pace pace, DocumentSchemas schemas) {
        this.framing = Framing.of(type).orElseThrow();
        this.events = new EventShape(Shape.of(schemas, item), schemas);
        this.check = item.isPresent() ? schemas.at(item.pointer()) : null;
        this.whole = whole.isPresent() ? schemas.at(whole.pointer()) : null;
        this.counted = OF_LISTS.stream().anyMatch(whole.resolved()::has);
        this.pace = pace;
    }

    /** Whether content of this type is items. */
    public static boolean isOf(MediaType type) {
        return Framing.of(type).isPresent();
    }

    /** What an item is held to; null if any will do. */
    public @Nullable SchemaCheck check() {
        return check;
    }

    /** Where the schema of all that it has is; empty if any will do. */
    public Optional<String> schema() {
        return Optional.ofNullable(whole == null ? check : whole).map(SchemaCheck::pointer);
    }

    /** Whether that schema is of the list of all items. */
    public boolean isWhole() {
        return whole != null;
    }

    /** Whether the items are records: events are something else. */
    public boolean isOfRecords() {
        return framing != Framing.EVENTS;
    }

    /**
     * The items of an answer as a client asks for them; a list that is held to its length has the items that it has.
     */
    public Streamed paced(Streamed items, Pace requested) {
        Pace all = requested.or(pace);
        return items.at(counted ? new Pace(null, all.every()) : all);
    }

    /**
     * Where the schema is of what the data of this event write as JSON; empty if it is no event, or they write none.
     */
    public Optional<String> content(JsonNode item) {
        return framing == Framing.EVENTS ? events.content(item) : Optional.empty();
    }

    /** The list of the items in these bytes. */
    public ArrayNode read(byte[] bytes) throws MalformedJson {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        placed(bytes).forEach(item -> list.add(item.value()));
        return list;
    }

    /** Where the item begins that a pointer leads into; the beginning if it leads into none. */
    public Position position(byte[] bytes, String pointer) {
        try {
            List<StreamItem> items = placed(bytes);
            String index = pointer.replaceFirst("^/(\\d{1,9}).*", "$1");
            int at = index.matches("\\d+") ? Integer.parseInt(index) : items.size();
            return at < items.size() ? new Position(items.get(at).line(), 1) : Position.START;
        } catch (MalformedJson e) {
            return Position.START;
        }
    }

    /** The items of a value that a document shows: a list of them, one of them, or all of them as a text. */
    public ArrayNode shown(JsonNode value) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (value.isTextual() && isWritten(value.textValue())) {
            try {
                return read(value.textValue().getBytes(UTF_8));
            } catch (MalformedJson e) {
                return list.add(value);
            }
        }
        boolean all = value.isArray()
                && (check == null || !check.violations(Place.RECORD, "", value).isEmpty());
        return all ? list.addAll((ArrayNode) value) : list.add(value);
    }

    private boolean isWritten(String text) {
        return switch (framing) {
            case LINES -> text.stripLeading().matches("(?s)[{\\[].*");
            case SEQUENCE -> text.startsWith("\u001e");
            case EVENTS -> text.matches("(?s)(event|data|id|retry)?:.*");
        };
    }

    /** A request's list of items, or what is wrong with it. */
    public List<Violation> violations(byte[] bytes, ArrayNode into) throws MalformedJson {
        List<StreamItem> items = placed(bytes);
        items.forEach(item -> into.add(item.value()));
        return violations(
                Place.BODY,
                into,
                (index, found) ->
                        found.saying(found.got() + " (line " + items.get(index).line() + ")"));
    }

    /** What a list of items breaks. */
    public List<Violation> violations(Place place, JsonNode list) {
        if (!list.isArray()) {
            return List.of(new Violation(place, "", "", "type", Expected.be("a list of items"), "none"));
        }
        return violations(place, list, (index, found) -> found);
    }

    /** @param told what is told of a violation of the item with an index */
    private List<Violation> violations(Place place, JsonNode list, BiFunction<Integer, Violation, Violation> told) {
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < list.size() && violations.size() < MOST; i++) {
            for (Violation found : of(place, "/" + i, list.get(i))) {
                violations.add(told.apply(i, found));
            }
        }
        if (whole != null && violations.isEmpty()) {
            violations.addAll(whole.violations(place, "", list));
        }
        return violations;
    }

    private List<Violation> of(Place place, String pointer, JsonNode item) {
        return check == null ? List.of() : check.violations(place, "", pointer, item);
    }

    /**
     * The bytes of an item.
     *
     * @param index its place in the list
     * @throws BrokenItem if they do not keep the schema
     */
    public byte[] write(Object item, long index) {
        JsonNode value = item instanceof JsonNode node ? node : Json.mapper().valueToTree(item);
        byte[] bytes = text(value).getBytes(UTF_8);
        String pointer = "/" + index;
        try {
            for (StreamItem written : placed(bytes)) {
                List<Violation> broken = of(Place.REPLY, pointer, written.value());
                if (!broken.isEmpty()) {
                    throw new BrokenItem(broken);
                }
            }
        } catch (MalformedJson e) {
            throw new BrokenItem(List.of(new Violation(Place.REPLY, "", pointer, "json", e.expected(), e.got())));
        }
        return bytes;
    }

    private String text(JsonNode value) {
        if (framing == Framing.EVENTS) {
            var event = new StringBuilder();
            events.write(value, event);
            return event.toString();
        }
        return (framing == Framing.SEQUENCE ? "\u001e" : "") + new String(Json.write(value), UTF_8) + "\n";
    }

    private List<StreamItem> placed(byte[] bytes) throws MalformedJson {
        String text = Utf8Text.read(bytes);
        return switch (framing) {
            case LINES -> ItemReader.lines(text);
            case SEQUENCE -> ItemReader.sequence(text);
            case EVENTS -> EventReader.read(text, events);
        };
    }
}
