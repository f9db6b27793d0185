package dev.understudy.match;

import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.bytes.ByteText;
import dev.understudy.schema.EqualValues;
import dev.understudy.schema.SchemaCheck;
import java.util.List;

/** What is asked of a value. */
public sealed interface ValueTest {
    /** Whether the value is so; a missing node is none. */
    boolean holds(JsonNode value);

    /** In what a value that is not so differs. */
    List<Violation> differences(CallPlace spot, JsonNode value);

    /** In words that follow the place of the value. */
    String text();

    /** A long text, such as an uploaded file, is made only if it may be equal. */
    private static boolean areEqual(JsonNode expected, JsonNode value) {
        return value instanceof ByteText text
                ? expected.isTextual()
                        && expected.textValue().length() == text.length()
                        && expected.textValue().equals(text.textValue())
                : EqualValues.same(expected, value);
    }

    /** The value is equal to this one; numbers are compared by what they are worth (JSON Schema Core 4.2.2). */
    record Equal(JsonNode expected) implements ValueTest {
        @Override
        public String text() {
            return "equal to " + CallPlace.shown(expected);
        }

        @Override
        public boolean holds(JsonNode value) {
            return !value.isMissingNode() && areEqual(expected, value);
        }

        @Override
        public List<Violation> differences(CallPlace spot, JsonNode value) {
            return Differences.between(expected, value, spot);
        }
    }

    /** The value is equal to one of these. */
    record OneOf(List<JsonNode> options) implements ValueTest {
        public OneOf {
            options = List.copyOf(options);
        }

        @Override
        public String text() {
            return "one of "
                    + MessageText.or(options.stream().map(CallPlace::shown).toList());
        }

        @Override
        public boolean holds(JsonNode value) {
            return !value.isMissingNode() && options.stream().anyMatch(option -> areEqual(option, value));
        }

        @Override
        public List<Violation> differences(CallPlace spot, JsonNode value) {
            List<String> shown = options.stream().map(CallPlace::shown).collect(toList());
            return List.of(spot.differs("oneOf", Expected.oneOf(shown), value));
        }
    }

    /** The value keeps this schema. */
    record Keeps(SchemaCheck schema) implements ValueTest {
        @Override
        public String text() {
            return "as the schema asks";
        }

        @Override
        public boolean holds(JsonNode value) {
            return !value.isMissingNode()
                    && (schema.isCompiled()
                            ? schema.passes(value)
                            : schema.violations(Place.BODY, "", value).isEmpty());
        }

        @Override
        public List<Violation> differences(CallPlace spot, JsonNode value) {
            return value.isMissingNode()
                    ? List.of(spot.differs("schema", Expected.be("given"), value))
                    : schema.violations(spot.place(), spot.name(), spot.pointer(), value);
        }
    }

    /** There is a value, or there is none. */
    record Present(boolean present) implements ValueTest {
        @Override
        public String text() {
            return present ? "given" : "left out";
        }

        @Override
        public boolean holds(JsonNode value) {
            return value.isMissingNode() != present;
        }

        @Override
        public List<Violation> differences(CallPlace spot, JsonNode value) {
            return List.of(spot.differs("present", Expected.be(present ? "given" : "left out"), value));
        }
    }
}
