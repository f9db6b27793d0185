package dev.understudy.contract.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.bytes.Bytes;
import dev.understudy.contract.style.Shape;
import dev.understudy.contract.text.Gap;
import dev.understudy.contract.text.MediaType;
import dev.understudy.contract.text.Query;
import dev.understudy.openapi.Part;
import dev.understudy.schema.DocumentSchemas;
import dev.understudy.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A body of {@code application/x-www-form-urlencoded} or of a {@code multipart} type, as a document describes it. */
public final class FormBody {
    /** Of the bodies that are written here; no text that anybody sends. */
    private static final String BOUNDARY = "understudy-8f3b61c0d5e94a27";

    private final MediaType type;
    private final boolean multipart;
    private final Part media;
    private final DocumentSchemas schemas;
    private final Map<String, List<PartHeader>> headers = new LinkedHashMap<>();
    /** Made when the first body comes: documents have hundreds of forms, each with hundreds of fields. */
    private @Nullable FormFields fields;

    /**
     * The form under a media type of a request.
     *
     * @param header makes the header of a part of what the document says of it
     */
    public FormBody(MediaType type, Part media, DocumentSchemas schemas, Function<Part, Optional<PartHeader>> header) {
        this.type = type;
        this.multipart = type.isMultipart();
        this.media = media;
        this.schemas = schemas;
        for (Part encoding : multipart ? media.at("encoding").children() : List.<Part>of()) {
            headers.put(encoding.key(), headers(encoding, header));
        }
        for (Part encoding : multipart ? EncodingGaps.byPlace(media) : List.<Part>of()) {
            headers.put(encoding.pointer(), headers(encoding, header));
        }
    }

    private static List<PartHeader> headers(Part encoding, Function<Part, Optional<PartHeader>> header) {
        return encoding.at("headers").children().stream()
                .filter(each -> !each.key().equalsIgnoreCase("Content-Type"))
                .flatMap(each -> header.apply(each).stream())
                .toList();
    }

    /**
     * What was read.
     *
     * @param value an object of its fields, or a list of its parts where the schema is of one; files are bytes
     */
    public record Read(JsonNode value, List<Violation> violations) {}

    /** What of the encoding of such a form is not supported. */
    public static List<Gap> gaps(Part media, DocumentSchemas schemas) {
        return EncodingGaps.of(media, schemas);
    }

    private synchronized FormFields fields() {
        if (fields == null) {
            Shape shape = Shape.of(schemas, media.at("schema"));
            fields = FormFields.of(shape, new FieldReader(media, shape, multipart, headers));
        }
        return fields;
    }

    /**
     * The value of a body, and all that is wrong with it.
     *
     * @param sent its Content-Type
     */
    public Read read(MediaType sent, Bytes body) {
        var violations = new ArrayList<Violation>();
        JsonNode value;
        try {
            value = multipart ? parts(sent, body, violations) : typed(FormText.ascii(body.whole()), violations);
        } catch (MalformedForm e) {
            return new Read(JsonNodeFactory.instance.objectNode(), List.of(e.violation()));
        }
        if (media.has("schema") && fields().isJudged()) {
            SchemaCheck check = schemas.at(media.at("schema").pointer());
            List<Violation> found = List.copyOf(violations);
            Octets.violations(check, value).stream()
                    .filter(violation -> found.stream().noneMatch(other -> isAbout(violation, other)))
                    .forEach(violations::add);
        }
        return new Read(value, violations);
    }

    /** Whether it is said of a value that was not read, or of one that has it in it. */
    private static boolean isAbout(Violation violation, Violation unread) {
        String pointer = violation.pointer() + "/";
        String other = unread.pointer() + "/";
        return pointer.startsWith(other) || other.startsWith(pointer);
    }

    private ObjectNode typed(String body, List<Violation> violations) throws MalformedForm {
        FormFields fields = fields();
        Query query = Query.of(body);
        for (String piece : query.malformed()) {
            violations.add(new Violation(
                    Place.BODY, "", "", "form", Expected.to("be percent-encoded UTF-8"), MessageText.text(piece)));
        }
        boolean json = body.startsWith("{") && query.values().size() == 1;
        if (json) {
            Stream<String> names = fields.declared().keySet().stream().limit(2).map(name -> name + "=…");
            throw new MalformedForm(
                    "be a form such as " + String.join("&", names.toList()), "JSON: " + MessageText.text(body));
        }
        var pieces = new LinkedHashMap<String, List<RawField>>();
        query.values()
                .forEach((key, raws) -> pieces.put(
                        key, raws.stream().<RawField>map(RawField.Typed::new).toList()));
        return fields.object(new FormReading(pieces, query.values(), violations));
    }

    private JsonNode parts(MediaType sent, Bytes body, List<Violation> violations) throws MalformedForm {
        FormFields fields = fields();
        List<FormPart> parts = Multipart.parts(sent, body);
        if (fields.isList()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            var reading = FormReading.empty(violations);
            for (FormPart part : parts) {
                Field item = fields.reader().item(list.size());
                list.add(reading.item(item, part, Pointers.child("", list.size())));
            }
            return list;
        }
        var pieces = new LinkedHashMap<String, List<RawField>>();
        var raws = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < parts.size(); i++) {
            FormPart part = parts.get(i);
            if (part.name() == null) {
                throw new MalformedForm(
                        "have a Content-Disposition with a name in each part, as in form-data; name=\"a\"",
                        "without one in part " + (i + 1));
            }
            Field field = fields.declared().get(part.name());
            boolean file = field == null ? part.isFile() : field.isWhole();
            pieces.computeIfAbsent(part.name(), none -> new ArrayList<>()).add(part);
            raws.computeIfAbsent(part.name(), none -> new ArrayList<>()).add(file ? part.shown() : part.raw());
        }
        return fields.object(new FormReading(pieces, raws, violations));
    }

    /**
     * A body as a client sends it.
     *
     * @param type its Content-Type
     */
    public record Written(String type, byte[] bytes) {}

    /**
     * The way back from {@link #read}, but for lists and objects that are empty, where a style has no text for them.
     */
    public Written write(JsonNode value) {
        FormFields all = fields();
        var writer = new FormWriter(new ArrayList<>());
        if (all.isList()) {
            for (int i = 0; i < value.size(); i++) {
                writer.field(all.reader().item(i), value.get(i));
            }
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            Field declared = all.declared().get(member.getKey());
            writer.field(declared == null ? all.reader().field(member.getKey()) : declared, member.getValue());
        }
        return multipart
                ? new Written(type.type() + "; boundary=" + BOUNDARY, writer.parts(BOUNDARY))
                : new Written(type.type(), writer.typed());
    }
}
