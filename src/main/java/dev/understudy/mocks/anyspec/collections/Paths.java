package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/** Sets values in nested objects by a path of property names. */
public final class Paths {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,40}");

    private Paths() {}

    /** Sets the value, and creates missing objects on the path. */
    static void set(ObjectNode object, List<String> path, JsonNode value) {
        inner(object, path).set(path.get(path.size() - 1), value);
    }

    /** A copy of the object with this value; objects not on the path are shared. */
    static ObjectNode replaced(ObjectNode object, List<String> path, JsonNode value) {
        ObjectNode copy = object.objectNode();
        copy.setAll(object);
        String step = path.get(0);
        JsonNode inner = path.size() == 1
                ? value
                : replaced((ObjectNode) object.path(step), path.subList(1, path.size()), value);
        copy.set(step, inner);
        return copy;
    }

    /** The object with the value set; unchanged if the path is empty. */
    static ObjectNode with(ObjectNode object, List<String> path, JsonNode value) {
        if (!path.isEmpty()) {
            set(object, path, value);
        }
        return object;
    }

    /** Sets the value if its enclosing object exists. */
    public static void setInside(ObjectNode object, List<String> path, JsonNode value) {
        JsonNode here = object;
        for (String step : path.subList(0, path.size() - 1)) {
            here = here.path(step);
        }
        if (here instanceof ObjectNode inner) {
            inner.set(path.get(path.size() - 1), value);
        }
    }

    static void remove(ObjectNode object, List<String> path) {
        inner(object, path).remove(path.get(path.size() - 1));
    }

    private static ObjectNode inner(ObjectNode object, List<String> path) {
        ObjectNode here = object;
        for (String step : path.subList(0, path.size() - 1)) {
            here = here.path(step) instanceof ObjectNode inner ? inner : here.putObject(step);
        }
        return here;
    }

    /** A number as a value for this schema: a text if the schema does not allow numbers. */
    public static JsonNode typed(long number, SchemaView schema) {
        return schema.isNumeric() && !schema.isText()
                ? JsonNodeFactory.instance.numberNode(BigInteger.valueOf(number))
                : JsonNodeFactory.instance.textNode(Long.toString(number));
    }

    /** A text from a path as a value for this schema: a number if the schema does not allow texts. */
    public static JsonNode typed(String text, SchemaView schema) {
        boolean number = schema.isNumeric()
                && !schema.isText()
                && WHOLE_NUMBER.matcher(text).matches();
        return number
                ? JsonNodeFactory.instance.numberNode(new BigInteger(text))
                : JsonNodeFactory.instance.textNode(text);
    }
}
