package dev.understudy.openapi.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Where the values of a document were written, while overlays change it: what is not here was where it is now. */
public final class Origins {
    private final JsonNode root;
    private final IdentityHashMap<JsonNode, Map<String, Origin>> members = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, List<Origin>> elements = new IdentityHashMap<>();

    /** Those of a document that was not changed yet. */
    public Origins(JsonNode root) {
        this.root = root;
    }

    /** Whether all of it is as it was. */
    public boolean isEmpty() {
        return members.isEmpty() && elements.isEmpty();
    }

    /** Where the value at this place was written; for one that is not there, where it would belong. */
    public Origin of(String pointer) {
        JsonNode value = root;
        var origin = new Origin(0, "");
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            String key = Pointers.unescaped(step);
            origin = below(value, origin, key);
            value = value.isArray() && key.matches("[0-9]{1,9}") ? value.path(Integer.parseInt(key)) : value.path(key);
        }
        return origin;
    }

    private Origin below(JsonNode value, Origin origin, String key) {
        List<Origin> list = elements.get(value);
        if (list != null && key.matches("[0-9]{1,9}") && Integer.parseInt(key) < list.size()) {
            return list.get(Integer.parseInt(key));
        }
        return members.getOrDefault(value, Map.of()).getOrDefault(key, origin.child(key));
    }

    void set(ObjectNode object, String key, JsonNode value, Origin origin) {
        object.set(key, value);
        members.computeIfAbsent(object, any -> new HashMap<>()).put(key, origin);
    }

    void remove(ObjectNode object, String key) {
        object.remove(key);
        members.getOrDefault(object, new HashMap<>()).remove(key);
    }

    /** @param pointer where the array is now */
    void add(ArrayNode array, String pointer, JsonNode value, Origin origin) {
        known(array, pointer).add(origin);
        array.add(value);
    }

    /** @param pointer where the array is now */
    void set(ArrayNode array, String pointer, int index, JsonNode value, Origin origin) {
        known(array, pointer).set(index, origin);
        array.set(index, value);
    }

    /** @param pointer where the array is now */
    void remove(ArrayNode array, String pointer, int index) {
        known(array, pointer).remove(index);
        array.remove(index);
    }

    private List<Origin> known(ArrayNode array, String pointer) {
        return elements.computeIfAbsent(array, any -> {
            Origin own = of(pointer);
            var origins = new ArrayList<Origin>();
            for (int i = 0; i < array.size(); i++) {
                origins.add(own.child(Integer.toString(i)));
            }
            return origins;
        });
    }
}
