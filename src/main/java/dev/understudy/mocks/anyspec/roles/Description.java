package dev.understudy.mocks.anyspec.roles;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.mocks.anyspec.roles.parameters.Envelope.Field;
import dev.understudy.mocks.anyspec.roles.parameters.FieldUse;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Describes a recognized operation as JSON, for programs; {@link Explanation} does so for people. */
public final class Description {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final Map<Class<? extends ParameterUse>, String> WORDS = Map.ofEntries(
            Map.entry(ParameterUse.Limit.class, "limit"),
            Map.entry(ParameterUse.Offset.class, "offset"),
            Map.entry(ParameterUse.Page.class, "page"),
            Map.entry(ParameterUse.Range.class, "range"),
            Map.entry(ParameterUse.Sort.class, "sort"),
            Map.entry(ParameterUse.Direction.class, "direction"),
            Map.entry(ParameterUse.Filter.class, "filter"),
            Map.entry(ParameterUse.Identity.class, "filter"),
            Map.entry(ParameterUse.ODataFilter.class, "filter"),
            Map.entry(ParameterUse.Search.class, "search"),
            Map.entry(ParameterUse.Parts.class, "parts"),
            Map.entry(ParameterUse.Nothing.class, "nothing"),
            Map.entry(ParameterUse.Unknown.class, "unknown"));

    private Description() {}

    /**
     * Adds {@code role} to an object, and, for an operation on a collection, {@code collection}, {@code keys},
     * {@code scopes}, {@code parameters}, {@code fields} and {@code headers}.
     */
    public static void describe(Recognized recognized, ObjectNode into) {
        Role role = recognized.role();
        if (role instanceof Role.Lists list) {
            into.put("role", "list");
            collection(list.collection(), list.collection().keys(), list.scopes(), into);
            into.put("items", list.envelope().pointer());
            into.set("parameters", parameters(recognized.uses()));
            into.set("fields", fields(list.envelope().fields()));
            into.set("headers", headers(list.envelope().headers()));
        } else if (role instanceof Role.Shows one) {
            into.put("role", "item");
            collection(one.collection(), one.keys(), one.scopes(), into);
            into.put("record", one.path().isEmpty() ? "" : "/" + String.join("/", one.path()));
            into.set("parameters", parameters(recognized.uses()));
        } else if (role instanceof Role.Changes changes) {
            into.put("role", changes.change().name().toLowerCase(Locale.ROOT));
            collection(changes.collection(), changes.keys(), changes.scopes(), into);
        } else if (role instanceof Role.Bytes bytes) {
            into.put("role", bytes.shows() ? "download" : "upload");
        } else {
            into.put("role", "plain");
            into.put("why", ((Role.Other) role).why());
        }
        if (!recognized.operation().correction().isEmpty()) {
            into.put("corrected", true);
        }
    }

    private static void collection(Collection collection, List<Key> keys, List<Scope> scopes, ObjectNode into) {
        into.put("collection", collection.name());
        ArrayNode known = into.putArray("keys");
        for (Key key : keys) {
            Property property = key.property();
            ObjectNode entry = known.addObject().put("parameter", key.parameter());
            entry.put("property", property == null ? null : property.toString());
        }
        ArrayNode outer = into.putArray("scopes");
        for (Scope scope : scopes) {
            Property property = scope.property();
            ObjectNode entry = outer.addObject().put("parameter", scope.parameter());
            entry.put("property", property == null ? null : property.toString());
            entry.put("collection", scope.parent());
        }
    }

    private static ArrayNode parameters(Map<String, ParameterUse> uses) {
        ArrayNode parameters = NODES.arrayNode();
        uses.forEach((name, use) -> parameters.add(parameter(name, use)));
        return parameters;
    }

    private static ObjectNode parameter(String name, ParameterUse use) {
        ObjectNode entry = NODES.objectNode().put("name", name).put("does", word(use));
        if (use instanceof ParameterUse.Filter filter) {
            entry.put("property", filter.property().toString());
            entry.put("is", filter.comparison().name().toLowerCase(Locale.ROOT));
        }
        entry.put("text", use.text());
        if (use instanceof ParameterUse.Parts parts) {
            entry.set("parts", parameters(parts.byKey()));
        }
        return entry;
    }

    private static String word(ParameterUse use) {
        if (use instanceof ParameterUse.Cursor cursor) {
            return cursor.backwards() ? "before" : "after";
        } else if (use instanceof ParameterUse.Projection projection) {
            return projection.excluding() ? "except" : "fields";
        }
        if (use instanceof ParameterUse.Keyed keyed) {
            return keyed.ordering() ? "sort" : "filter";
        }
        return WORDS.getOrDefault(use.getClass(), "unknown");
    }

    private static ArrayNode fields(List<Field> fields) {
        ArrayNode entries = NODES.arrayNode();
        for (Field field : fields) {
            entries.add(says(field.use()).put("pointer", field.toString()));
        }
        return entries;
    }

    private static ArrayNode headers(Map<String, FieldUse> headers) {
        ArrayNode entries = NODES.arrayNode();
        headers.forEach((name, use) -> entries.add(says(use).put("name", name)));
        return entries;
    }

    private static ObjectNode says(FieldUse use) {
        return NODES.objectNode()
                .put("says", use.name().toLowerCase(Locale.ROOT))
                .put("text", use.text());
    }
}
