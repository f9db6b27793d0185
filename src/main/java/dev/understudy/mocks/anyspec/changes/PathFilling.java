package dev.understudy.mocks.anyspec.changes;

import dev.understudy.api.Call;
import dev.understudy.api.text.Percent;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Scope;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replaces the parameters of a path with values. */
final class PathFilling {
    private PathFilling() {}

    /** The path with the parameter values of a call. */
    static String filled(String template, Call call) {
        var values = new HashMap<String, String>();
        put(values, call);
        return filled(template, values);
    }

    /** The path to a record; the record's keys take precedence over the parameter values of the call. */
    static String filled(String template, Task task, JsonRecord entry) {
        var values = new HashMap<String, String>();
        putScope(values, task.collection(), entry);
        put(values, task.call());
        putKeys(values, task.collection(), entry);
        return filled(template, values);
    }

    /** The path to a record. */
    static String filled(String template, Collection collection, JsonRecord entry) {
        var values = new HashMap<String, String>();
        putScope(values, collection, entry);
        putKeys(values, collection, entry);
        return filled(template, values);
    }

    private static void putScope(Map<String, String> values, Collection collection, JsonRecord entry) {
        List<Scope> scopes = collection.scopes();
        for (int i = 0; i < scopes.size() && i < entry.scope().size(); i++) {
            values.put(scopes.get(i).parameter(), entry.scope().get(i));
        }
    }

    private static void putKeys(Map<String, String> values, Collection collection, JsonRecord entry) {
        List<Key> keys = collection.keys();
        for (int i = 0; i < keys.size() && i < entry.keys().size(); i++) {
            values.put(keys.get(i).parameter(), entry.keys().get(i));
        }
    }

    private static void put(Map<String, String> values, Call call) {
        call.arguments()
                .path()
                .properties()
                .forEach(each -> values.put(each.getKey(), each.getValue().asText()));
    }

    private static String filled(String template, Map<String, String> values) {
        String path = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            path = path.replace("{" + value.getKey() + "}", Percent.encode(value.getValue()));
        }
        return path;
    }
}
