package dev.understudy.generate.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Breaks values a little: somewhere inside, in a way that programs and people do. */
public final class BrokenValues {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "0.0",
            "1",
            "1.0",
            "1e0",
            "1e1",
            "1E2",
            "-1",
            "0.5",
            "5e-1",
            "100",
            "100.00",
            "101",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "99999999999999999999999999",
            "1e308",
            "1e999",
            "1e1000",
            "1e1001",
            "1e-1000",
            "1e-1001",
            "0.1",
            "0.30",
            "0.3000000000000000000000001",
            "12345678901234567890.5");

    /** The parser reads no longer numbers. */
    private static final BigInteger MOST_DIGITS = BigInteger.TEN.pow(100);

    private final RandomValues values;
    private final Random random;

    /** @param values where values to put in come from */
    public BrokenValues(RandomValues values, Random random) {
        this.values = values;
        this.random = random;
    }

    /** The value with one place changed; the value that is given stays as it is. */
    public JsonNode in(JsonNode value) {
        return inside(value.deepCopy());
    }

    private JsonNode inside(JsonNode value) {
        if (value.isEmpty() || random.nextInt(4) == 0) {
            return changed(value);
        }
        if (value instanceof ArrayNode array) {
            int index = random.nextInt(array.size());
            array.set(index, inside(array.get(index)));
            return array;
        }
        ObjectNode object = (ObjectNode) value;
        String key = key(object);
        object.set(key, inside(object.get(key)));
        return object;
    }

    private String key(ObjectNode object) {
        var keys = new ArrayList<String>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys.get(random.nextInt(keys.size()));
    }

    private JsonNode changed(JsonNode value) {
        if (random.nextInt(5) == 0) {
            return random.nextInt(3) == 0 ? NODES.nullNode() : values.anything(3);
        }
        return switch (value.getNodeType()) {
            case OBJECT -> object((ObjectNode) value);
            case ARRAY -> array((ArrayNode) value);
            case STRING -> NODES.textNode(text(value.textValue()));
            case NUMBER -> random.nextBoolean() ? number() : near(value.decimalValue());
            default -> values.anything(3);
        };
    }

    private JsonNode object(ObjectNode object) {
        if (object.isEmpty() || random.nextInt(3) == 0) {
            return object.set(random.nextBoolean() ? "unknown" : "\u00e9", values.anything(3));
        }
        String key = key(object);
        JsonNode removed = object.remove(key);
        return random.nextBoolean() ? object : object.set(key.toUpperCase(Locale.ROOT), removed);
    }

    private JsonNode array(ArrayNode array) {
        if (array.isEmpty() || random.nextInt(3) == 0) {
            return array.add(values.anything(3));
        }
        int index = random.nextInt(array.size());
        if (random.nextBoolean()) {
            array.remove(index);
            return array;
        }
        JsonNode repeated = array.get(index);
        for (int i = random.nextInt(20); i >= 0; i--) {
            array.add(repeated);
        }
        return array;
    }

    private String text(String text) {
        return switch (random.nextInt(7)) {
            case 0 -> "";
            case 1 -> text.toUpperCase(Locale.ROOT);
            case 2 -> text + " ";
            case 3 -> text.isEmpty() ? "\uD83D\uDE00" : text.substring(1);
            case 4 -> text + "\uD83D\uDE00".repeat(random.nextInt(40));
            case 5 -> text + text;
            default -> RandomValues.TEXTS.get(random.nextInt(RandomValues.TEXTS.size()));
        };
    }

    private JsonNode number() {
        String digits = NUMBERS.get(random.nextInt(NUMBERS.size()));
        return digits.matches("-?\\d+")
                ? RandomValues.integer(new BigInteger(digits))
                : DecimalNode.valueOf(new BigDecimal(digits));
    }

    private JsonNode near(BigDecimal value) {
        BigDecimal moved = value.add(BigDecimal.valueOf(random.nextInt(5) - 2L));
        return switch (random.nextInt(4)) {
            case 0 -> DecimalNode.valueOf(value.setScale(Math.max(1, value.scale()) + 1));
            case 1 -> DecimalNode.valueOf(value.add(new BigDecimal("0.1")));
            case 2 -> RandomValues.integer(moved.toBigInteger().remainder(MOST_DIGITS));
            default -> DecimalNode.valueOf(moved);
        };
    }
}
