package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.collections.Paths;
import dev.understudy.mocks.anyspec.roles.ServerSet;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Sets the times of creation and change and the version of a record, unless clients set them. */
record Timestamps(Contract contract, List<ServerSet> all, Instant now) {
    /** Numbers above this are milliseconds: as seconds they would be thousands of years away. */
    private static final long SECONDS = 100_000_000_000L;

    /** Sets the values of a new record. */
    void create(Task task, ObjectNode record, ObjectNode given) {
        for (ServerSet each : all) {
            if (mayStamp(task, each, given)) {
                put(record, each.property(), candidates(each, record, 0));
            }
        }
    }

    /** Sets the values of a changed record; its time of creation stays. */
    void change(Task task, ObjectNode record, ObjectNode given, ObjectNode before) {
        for (ServerSet each : all) {
            boolean stays = each.kind() == ServerSet.Kind.CREATED;
            if (mayStamp(task, each, given) && stays) {
                keep(record, each.property(), before);
            } else if (mayStamp(task, each, given)) {
                long version = each.property().of(before).asLong(0);
                put(record, each.property(), candidates(each, before, version));
            }
        }
    }

    /** Sets a property to the current time. */
    void stamp(ObjectNode record, Property property) {
        put(record, property, moments(property, record));
    }

    private static void keep(ObjectNode record, Property property, ObjectNode before) {
        JsonNode value = property.of(before);
        if (!value.isMissingNode()) {
            Paths.setInside(record, property.path(), value);
        }
    }

    private static boolean mayStamp(Task task, ServerSet each, ObjectNode given) {
        boolean nested = each.property().path().size() > 1;
        boolean absent = each.property().of(given).isMissingNode();
        return absent
                && (nested
                        || SubmittedValues.isOurs(task, each.property().path().get(0))
                        || needs(task, each));
    }

    private static boolean needs(Task task, ServerSet each) {
        return task.collections()
                .view(task.collection().item())
                .requires(each.property().path().get(0));
    }

    private void put(ObjectNode record, Property property, Stream<JsonNode> candidates) {
        candidates
                .filter(value -> contract.keeps(property.schema().canonical(), value))
                .findFirst()
                .ifPresent(value -> Paths.setInside(record, property.path(), value));
    }

    private Stream<JsonNode> candidates(ServerSet each, ObjectNode before, long version) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (each.kind()) {
            case VERSION -> Stream.of(nodes.numberNode(version + 1));
            case TAG -> {
                String hash = Integer.toHexString(before.hashCode() * 31 + now.hashCode());
                yield Stream.of(nodes.textNode('"' + hash + '"'), nodes.textNode(hash));
            }
            case CREATED, UPDATED -> moments(each.property(), before);
        };
    }

    private Stream<JsonNode> moments(Property property, ObjectNode before) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        if (!property.schema().isText()) {
            boolean millis = property.of(before).asLong(0) > SECONDS
                    || property.toString().matches("(?i).*(ms|millis)");
            return Stream.of(nodes.numberNode(millis ? now.toEpochMilli() : now.getEpochSecond()));
        }
        JsonNode day =
                nodes.textNode(second.atZone(ZoneOffset.UTC).toLocalDate().toString());
        JsonNode moment = nodes.textNode(second.toString());
        return property.schema().format().equals("date") ? Stream.of(day) : Stream.of(moment, day);
    }
}
