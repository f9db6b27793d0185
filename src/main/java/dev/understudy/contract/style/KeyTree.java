package dev.understudy.contract.style;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What keys with brackets write together: {@code a[b]=1&a[c][]=2} is an object in an object.
 *
 * @param raws the texts at this place, still encoded
 * @param children what is below it, by what stands between the brackets
 */
public record KeyTree(List<String> raws, Map<String, KeyTree> children) {
    /** More levels than any document means. */
    private static final int DEEPEST = 32;

    public KeyTree() {
        this(new ArrayList<>(), new LinkedHashMap<>());
    }

    public static KeyTree of(List<String> raws) {
        return new KeyTree(new ArrayList<>(raws), new LinkedHashMap<>());
    }

    /** All keys that are the name, or the name with brackets behind it. */
    public static KeyTree of(String name, Map<String, List<String>> values) {
        var tree = new KeyTree();
        values.forEach((key, raws) -> {
            if (isAt(name, key)) {
                tree.add(key.substring(name.length()), raws, 0);
            }
        });
        return tree;
    }

    /** Whether the key is the name, or the name with brackets behind it. */
    public static boolean isAt(String name, String key) {
        return key.equals(name) || (key.startsWith(name + "[") && key.endsWith("]"));
    }

    private void add(String brackets, List<String> values, int depth) {
        int end = brackets.indexOf(']');
        if (end < 1 || !brackets.startsWith("[") || depth == DEEPEST) {
            raws.addAll(values);
            return;
        }
        children.computeIfAbsent(brackets.substring(1, end), key -> new KeyTree())
                .add(brackets.substring(end + 1), values, depth + 1);
    }

    public boolean isEmpty() {
        return raws.isEmpty() && children.isEmpty();
    }

    /** Whether all keys below are numbers or empty, as those of a list are. */
    public boolean isIndexed() {
        return children.keySet().stream().allMatch(key -> key.chars().allMatch(c -> c >= '0' && c <= '9'));
    }
}
