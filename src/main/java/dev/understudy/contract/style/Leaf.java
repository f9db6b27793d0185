package dev.understudy.contract.style;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Expected;
import dev.understudy.contract.text.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a text without structure may mean.
 *
 * @param types in the order in which they are tried; empty where the schema names none
 * @param type the same in words
 * @param admits whether the schema admits a value
 */
public record Leaf(List<Scalar> types, Expected type, Predicate<JsonNode> admits) {
    /** Where no type is named, a text is a string unless the schema admits only something else. */
    private static final List<Scalar> ANY =
            List.of(Scalar.STRING, Scalar.INTEGER, Scalar.NUMBER, Scalar.BOOLEAN, Scalar.NULL);

    /**
     * The value that the text writes: of several types the first whose value the schema admits, else the first that the
     * text writes, else a string. Empty if there is one type and the text writes none of it.
     */
    public Optional<JsonNode> read(String text) {
        if (types.size() == 1) {
            return types.get(0).read(text);
        }
        Optional<JsonNode> written = Optional.empty();
        for (Scalar scalar : types.isEmpty() ? ANY : types) {
            Optional<JsonNode> value = scalar.read(text);
            if (value.filter(admits).isPresent()) {
                return value;
            }
            written = written.or(() -> value);
        }
        return Optional.of(written.orElse(TextNode.valueOf(text)));
    }
}
