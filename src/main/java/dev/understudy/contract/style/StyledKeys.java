package dev.understudy.contract.style;

import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.text.Percent;
import dev.understudy.contract.text.HeaderList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which keys and texts of a request write a parameter, by its style (OpenAPI 3.0.4 section 4.7.12.3). What the
 * specification leaves open in a query, lists and objects inside of others, is written in brackets.
 *
 * @param others the keys of the query that have another meaning
 * @param repeated whether a list may be written by repeating its name, whatever its style
 */
public record StyledKeys(
        Place place, String name, Style style, boolean explode, Shape shape, Set<String> others, boolean repeated) {
    /** The text is not of this style. */
    public static final class OtherStyle extends Exception {
        private static final long serialVersionUID = 1L;

        private final String keyword;
        private final transient Expected expected;
        private final String got;

        OtherStyle(String keyword, Expected expected, String got) {
            this.keyword = keyword;
            this.expected = expected;
            this.got = got;
        }

        /** The violation of this parameter. */
        public Violation violation(Place place, String name) {
            return new Violation(place, name, "", keyword, expected, got);
        }
    }

    /** Whether the properties of an object are keys of their own. */
    private boolean isSpread() {
        return shape.isObject() && explode && (style == Style.FORM || style == Style.COOKIE);
    }

    private boolean isUnder(String key) {
        return key.startsWith(name + "[") || key.startsWith(name + ".");
    }

    private boolean takesName() {
        return shape.isScalar() || shape.isList() || !isSpread() && style != Style.DEEP_OBJECT;
    }

    /** Whether what is in it is told by brackets behind its name. */
    public boolean takesBrackets() {
        return style == Style.DEEP_OBJECT
                || place == Place.QUERY
                        && explode
                        && shape.isList()
                        && shape.items().isContainer();
    }

    /** The keys that are known by heart. */
    public Set<String> names() {
        return isSpread() ? shape.properties() : Set.of(name);
    }

    public boolean isOwn(String key) {
        if (key.equals(name)) {
            return takesName() || isSpread() && shape.properties().contains(key);
        } else if (takesBrackets() && KeyTree.isAt(name, key)) {
            return true;
        } else if (!isSpread()) {
            return false;
        }
        return shape.properties().stream().anyMatch(property -> isOf(property, key)) || isFree(key);
    }

    private boolean isOf(String property, String key) {
        return key.equals(property)
                || KeyTree.isAt(property, key) && shape.property(property).isContainer();
    }

    private boolean isFree(String key) {
        return place == Place.QUERY
                && shape.isFree()
                && !key.equals(name)
                && !isUnder(key)
                && others.stream().noneMatch(other -> KeyTree.isAt(other, key));
    }

    /** The keys of a query that write it in the spelling of another style. */
    public List<String> foreign(Map<String, List<String>> values) {
        if (place != Place.QUERY) {
            return List.of();
        }
        List<String> foreign = values.keySet().stream()
                .filter(key -> !others.contains(key) && !isOwn(key))
                .filter(key -> key.equals(name) || isUnder(key))
                .toList();
        boolean bare = foreign.isEmpty()
                && style == Style.DEEP_OBJECT
                && values.keySet().stream().noneMatch(this::isOwn);
        return !bare
                ? foreign
                : values.keySet().stream()
                        .filter(key -> shape.properties().contains(key) && !others.contains(key))
                        .toList();
    }

    /** What the values hold of it; empty if nothing. */
    public KeyTree tree(Map<String, List<String>> values) throws OtherStyle {
        List<String> raws = values.getOrDefault(name, List.of());
        return switch (style) {
            case SIMPLE -> raws.isEmpty() ? new KeyTree() : simple(raws.get(0));
            case LABEL -> raws.isEmpty() ? new KeyTree() : label(raws.get(0));
            case MATRIX -> raws.isEmpty() ? new KeyTree() : matrix(raws.get(0));
            case DEEP_OBJECT -> deepObject(values);
            default -> form(values);
        };
    }

    private KeyTree deepObject(Map<String, List<String>> values) throws OtherStyle {
        KeyTree tree = KeyTree.of(name, values);
        if (tree.children().containsKey("") && !shape.isList()) {
            String example = shape.properties().stream().findFirst().orElse("key");
            throw new OtherStyle(
                    "style", Expected.to("be sent as " + name + "[" + example + "]=…"), "sent with empty brackets");
        }
        return tree;
    }

    private KeyTree simple(String raw) throws OtherStyle {
        return delimited(raw, place == Place.HEADER ? HeaderList.split(raw) : style.split(raw), explode);
    }

    private KeyTree label(String raw) throws OtherStyle {
        if (!raw.startsWith(".")) {
            throw otherwise("begin with a dot", raw);
        }
        String text = raw.substring(1);
        return delimited(text, List.of(text.split(explode ? "\\." : ",", -1)), explode);
    }

    private KeyTree matrix(String raw) throws OtherStyle {
        if (!raw.startsWith(";")) {
            throw otherwise("begin with a semicolon", raw);
        }
        var pairs = new LinkedHashMap<String, List<String>>();
        for (String piece : raw.substring(1).split(";", -1)) {
            int equals = piece.indexOf('=');
            String key = decoded(equals < 0 ? piece : piece.substring(0, equals));
            pairs.computeIfAbsent(key, none -> new ArrayList<>()).add(equals < 0 ? "" : piece.substring(equals + 1));
        }
        KeyTree tree = shape.isObject() && explode ? spread(pairs, true) : form(pairs);
        if (tree.isEmpty()) {
            throw otherwise("be given as ;" + name + "=…", raw);
        }
        return tree;
    }

    private OtherStyle otherwise(String expected, String raw) {
        return new OtherStyle(
                "style", Expected.to(expected + " (" + style.described(explode) + ")"), MessageText.text(raw));
    }

    private KeyTree form(Map<String, List<String>> pairs) throws OtherStyle {
        if (isSpread()) {
            return spread(pairs, shape.isFree() && place == Place.QUERY);
        } else if (takesBrackets()) {
            return KeyTree.of(name, pairs);
        }
        List<String> raws = pairs.getOrDefault(name, List.of());
        boolean each = explode && !shape.isObject() || repeated && raws.size() > 1;
        if (raws.isEmpty() || !shape.isContainer() || each) {
            return KeyTree.of(raws);
        } else if (raws.size() > 1) {
            throw new OtherStyle("once", Expected.to("be given once"), "given " + raws.size() + " times");
        }
        return delimited(raws.get(0), style.split(raws.get(0)), false);
    }

    /** An object whose properties are keys of their own. */
    private KeyTree spread(Map<String, List<String>> pairs, boolean free) {
        KeyTree tree = takesName() ? KeyTree.of(pairs.getOrDefault(name, List.of())) : new KeyTree();
        for (String property : shape.properties()) {
            KeyTree child = shape.property(property).isContainer()
                    ? KeyTree.of(property, pairs)
                    : KeyTree.of(pairs.getOrDefault(property, List.of()));
            if (!child.isEmpty()) {
                tree.children().put(property, child);
            }
        }
        pairs.forEach((key, raws) -> {
            boolean declared = shape.properties().stream().anyMatch(property -> isOf(property, key));
            if (free && !declared && (place != Place.QUERY || isFree(key))) {
                tree.children().put(key, KeyTree.of(raws));
            }
        });
        return tree;
    }

    private KeyTree delimited(String raw, List<String> pieces, boolean pairs) throws OtherStyle {
        boolean single = shape.isScalar() && pieces.size() == 1;
        if (shape.isList() && !isJson(raw)) {
            return KeyTree.of(pieces);
        } else if (!shape.isObject() || single || isJson(raw)) {
            return KeyTree.of(List.of(raw));
        }
        var tree = new KeyTree();
        for (int i = 0; i < pieces.size(); i += pairs ? 1 : 2) {
            int equals = pieces.get(i).indexOf('=');
            if (pairs ? equals < 0 : equals >= 0 || i + 1 == pieces.size()) {
                throw otherwise("have a value for each key", raw);
            }
            String key = pairs ? pieces.get(i).substring(0, equals) : pieces.get(i);
            String value = pairs ? pieces.get(i).substring(equals + 1) : pieces.get(i + 1);
            tree.children().put(decoded(key), KeyTree.of(List.of(value)));
        }
        return tree;
    }

    /** What is nested and cannot be told between delimiters is JSON. */
    private boolean isJson(String raw) {
        return shape.isNested() && (decoded(raw).startsWith("{") || decoded(raw).startsWith("["));
    }

    private String decoded(String key) {
        return place == Place.HEADER
                ? key
                : Percent.decode(key, place == Place.QUERY).orElse(key);
    }
}
