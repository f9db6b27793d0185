package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.text.EntityTag;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.roles.ServerSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks {@code If-Match} and {@code If-None-Match} (RFC 9110 section 13.1), if the operation documents them. */
record Preconditions(Task task, List<ServerSet> serverSet) {
    private static final int FAILED = 412;
    private static final int REQUIRED = 428;

    /** Why the preconditions fail; empty if they do not. */
    Optional<CollectionAnswer> refusal(Optional<JsonRecord> found) {
        List<String> match = given("If-Match");
        List<String> none = given("If-None-Match");
        if (!match.isEmpty()
                && found.filter(entry -> matches(match, entry, false)).isEmpty()) {
            String now = found.map(entry -> "be the tag that the record has now, " + tag(entry))
                    .orElse("be left out, as there is no such record");
            return Optional.of(refused(FAILED, "If-Match", now, String.join(", ", match)));
        } else if (!none.isEmpty()
                && found.filter(entry -> matches(none, entry, true)).isPresent()) {
            return Optional.of(
                    refused(FAILED, "If-None-Match", "be no tag of a record that is there", String.join(", ", none)));
        }
        boolean asked = task.documents(REQUIRED)
                && task.operation().inputs().stream()
                        .anyMatch(input -> input.name().equalsIgnoreCase("If-Match"));
        return asked && match.isEmpty() && none.isEmpty() && found.isPresent()
                ? Optional.of(refused(REQUIRED, "If-Match", "be given, as with " + tag(found.get()), "missing"))
                : Optional.empty();
    }

    private CollectionAnswer refused(int status, String header, String must, String got) {
        var violation = new Violation(
                Place.HEADER,
                header,
                "",
                "precondition",
                Expected.to(must),
                got.equals("missing") ? got : MessageText.text(got));
        return new CollectionAnswer.Refused(status, List.of(violation));
    }

    private List<String> given(String name) {
        return fields(task.call().arguments(), name);
    }

    /** The values of a header in a call; the name is compared ignoring case. */
    static List<String> fields(Arguments arguments, String name) {
        var fields = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> header : arguments.header().properties()) {
            JsonNode value = header.getValue();
            if (header.getKey().equalsIgnoreCase(name) && value.isArray()) {
                value.forEach(each -> fields.add(each.asText()));
            } else if (header.getKey().equalsIgnoreCase(name)) {
                fields.add(value.asText());
            }
        }
        return fields;
    }

    /**
     * Compares with the entity tag of the answer that shows the record, in either content coding, or with the record's
     * own tag or version.
     *
     * @param weakly whether a weak tag may match; one that the record itself has, as in OData, always may
     */
    private boolean matches(List<String> fields, JsonRecord entry, boolean weakly) {
        byte[] bytes = bytes(entry);
        for (String tag : List.of(EntityTag.of(bytes), EntityTag.ofGzipped(bytes))) {
            if (weakly ? EntityTag.matches(fields, tag) : EntityTag.matchesStrongly(fields, tag)) {
                return true;
            }
        }
        return serverSet.stream()
                .filter(each -> each.kind() == ServerSet.Kind.TAG || each.kind() == ServerSet.Kind.VERSION)
                .map(each -> each.property().of(entry.data()).asText())
                .filter(own -> !plain(own).isEmpty())
                .anyMatch(own -> fields.stream()
                        .flatMap(field -> Stream.of(field.split(",")))
                        .anyMatch(field -> is(field.strip(), own, weakly)));
    }

    private static boolean is(String field, String own, boolean weakly) {
        boolean weak = field.startsWith("W/") || own.startsWith("W/");
        return weak && !weakly ? field.equals(own) : plain(field).equals(plain(own));
    }

    private static String plain(String tag) {
        return tag.strip().replaceFirst("^W/", "").replace("\"", "");
    }

    /** The entity tag of a record, which is that of the answer that shows it alone. */
    String tag(JsonRecord entry) {
        return EntityTag.of(bytes(entry));
    }

    private byte[] bytes(JsonRecord entry) {
        return task.collections()
                .bytes(entry, task.collection(), task.state())
                .orElseGet(() -> Json.write(entry.data()));
    }
}
