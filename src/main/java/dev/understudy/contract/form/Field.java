package dev.understudy.contract.form;

import dev.understudy.contract.style.KeyTree;
import dev.understudy.contract.style.Shape;
import dev.understudy.contract.style.Style;
import dev.understudy.contract.style.StyledKeys;
import dev.understudy.contract.text.MediaType;
import java.util.List;
import java.util.Map;

/**
 * A property of a form, and how it is written.
 *
 * @param keys the keys and texts that write it in a style
 * @param types the media types that its parts may have; none where any will do
 * @param headers what its parts have besides
 */
record Field(
        String name, Shape shape, Medium medium, StyledKeys keys, List<MediaType> types, List<PartHeader> headers) {
    /** What stands under the key of a field. */
    enum Medium {
        /** A text in a style. */
        STYLED,
        /** The same; an object may be JSON too. */
        TEXT,
        /** JSON. */
        JSON,
        /** Bytes as they are. */
        BYTES,
        /** The same; what is base64 is left as it is, and what is not is put into base64. */
        BASE64,
        /** A text, or the bytes of a file. */
        ANY
    }

    private static final int MOST_SHOWN = 20;

    Field {
        types = List.copyOf(types);
        headers = List.copyOf(headers);
    }

    /** Whether each occurrence of its key is a value of its own, which no style divides. */
    boolean isWhole() {
        return medium != Medium.STYLED && medium != Medium.TEXT;
    }

    /** Whether the key is its own, or means it in another spelling. */
    boolean claims(String key) {
        return key.equals(name)
                || keys.isOwn(key)
                || isUnder(key) && !keys.others().contains(key);
    }

    /** Keys that mean it and do not write it, no more than a message shows. */
    List<String> foreign(Map<String, List<String>> raws) {
        return medium == Medium.ANY
                ? List.of()
                : keys.foreign(raws).stream()
                        .filter(key -> key.equals(name) ? !isWhole() : isUnder(key))
                        .limit(MOST_SHOWN)
                        .toList();
    }

    /** Whether it is given under its name and, which would be lost, under keys with brackets too. */
    boolean isMixed(Map<String, List<String>> raws) {
        return isWhole()
                && raws.containsKey(name)
                && raws.keySet().stream().anyMatch(key -> !key.equals(name) && keys.isOwn(key));
    }

    /** Whether its properties are keys of their own. */
    boolean isSpread() {
        return medium == Medium.STYLED && shape.isObject() && keys.explode() && keys.style() == Style.FORM;
    }

    private boolean isUnder(String key) {
        return key.startsWith(name) && (KeyTree.isAt(name, key) || key.startsWith(name + "."));
    }
}
