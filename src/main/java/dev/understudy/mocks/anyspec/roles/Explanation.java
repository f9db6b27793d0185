package dev.understudy.mocks.anyspec.roles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.mocks.anyspec.roles.parameters.Envelope;
import dev.understudy.mocks.anyspec.roles.parameters.Envelope.Field;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;

/** Explains a recognized operation to people. */
public final class Explanation {
    private Explanation() {}

    /**
     * The role, followed by a line for each parameter, field and header of a list, or each parameter of an item; no
     * line is empty.
     */
    public static List<String> lines(Recognized recognized) {
        var lines = new ArrayList<String>();
        Role role = recognized.role();
        if (role instanceof Role.Lists list) {
            lines.add("list of " + list.collection().name() + held(list.envelope())
                    + keys(list.collection().keys()) + scopes(list.scopes())
                    + (recognized.operation().method().equals("POST") ? "; asked for by the body" : ""));
            lines.addAll(details(told(recognized.uses(), list.envelope())));
        } else if (role instanceof Role.Shows one && one.collection().isSingle()) {
            lines.add("one thing that no list has, as it was set last" + at(one.path()));
        } else if (role instanceof Role.Shows one) {
            lines.add("one of " + one.collection().name() + at(one.path()) + keys(one.keys()) + scopes(one.scopes()));
            lines.addAll(details(told(recognized.uses())));
        } else if (role instanceof Role.Changes changes && changes.collection().isSingle()) {
            lines.add((changes.change() == Role.Change.REPLACE ? "replaces" : "changes")
                    + " what a GET of its path shows");
        } else if (role instanceof Role.Changes changes) {
            lines.add(done(changes) + keys(changes.keys()) + scopes(changes.scopes()));
        } else if (role instanceof Role.Bytes bytes) {
            lines.add(
                    bytes.shows()
                            ? "the bytes that were uploaded last, if any were"
                            : "takes what a GET of its path answers");
        } else {
            lines.add("by itself: " + ((Role.Other) role).why());
        }
        if (!(role instanceof Role.Other)
                && !recognized.operation().correction().isEmpty()) {
            lines.set(0, lines.get(0) + "; corrected by x-understudy");
        }
        return lines;
    }

    private static String acted(Role.Action action) {
        JsonNode value = action.value();
        Property moment = action.moment();
        String to = value == null ? "what the body says" : value.asText();
        return "sets " + action.property() + " to " + to + (moment == null ? "" : ", and " + moment + ",");
    }

    private static String done(Role.Changes changes) {
        String of = changes.collection().name();
        return switch (changes.change()) {
            case CREATE -> "adds one to " + of;
            case CREATE_SEVERAL -> "adds several to " + of;
            case REPLACE -> "replaces one of " + of;
            case PATCH -> "changes one of " + of;
            case ACT -> acted(Objects.requireNonNull(changes.action())) + " of one of " + of;
            case DELETE -> "deletes one of " + of;
            case DELETE_SEVERAL ->
                "deletes those of " + of + " that the "
                        + (changes.bodies().isEmpty() ? "query names, or all" : "body names");
        };
    }

    private static String held(Envelope envelope) {
        return envelope.items().isEmpty() ? ", which is the whole answer" : " at " + envelope.pointer();
    }

    private static String at(List<String> path) {
        return path.isEmpty() ? "" : " at /" + String.join("/", path);
    }

    private static String keys(List<Key> keys) {
        var text = new StringJoiner(" and ", "; told apart by ", "").setEmptyValue("; nothing tells them apart");
        for (Key key : keys) {
            Property property = key.property();
            text.add(property == null ? key.parameter() + ", which no property has" : property.toString());
        }
        return text.toString();
    }

    private static String scopes(List<Scope> scopes) {
        var text = new StringBuilder();
        for (Scope scope : scopes) {
            Property property = scope.property();
            text.append("; {").append(scope.parameter()).append("} is ");
            text.append(scope.parent() == null ? "any text" : "one of " + scope.parent());
            text.append(property == null ? "" : ", as " + property + " says");
        }
        return text.toString();
    }

    private static Map<String, String> told(Map<String, ParameterUse> uses, Envelope envelope) {
        Map<String, String> details = told(uses);
        for (Field field : envelope.fields()) {
            details.put(field.toString(), field.use().text());
        }
        envelope.headers().forEach((name, use) -> details.put(name, use.text()));
        return details;
    }

    private static Map<String, String> told(Map<String, ParameterUse> uses) {
        var details = new LinkedHashMap<String, String>();
        uses.forEach((name, use) -> details.put(name, use.text()));
        return details;
    }

    private static List<String> details(Map<String, String> details) {
        int width = details.keySet().stream().mapToInt(String::length).max().orElse(0);
        var lines = new ArrayList<String>();
        for (Map.Entry<String, String> detail : details.entrySet()) {
            lines.add(
                    "  " + detail.getKey() + " ".repeat(width - detail.getKey().length() + 2) + detail.getValue());
        }
        return lines;
    }
}
