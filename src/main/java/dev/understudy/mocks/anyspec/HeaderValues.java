package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.Answer;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Example;
import dev.understudy.contract.argument.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The values of an answer's documented headers: an example that can be sent, or else made from the schema. */
record HeaderValues(Contract contract, ValueMaker maker) {
    /** How many values are made until one is a text that a header can have. */
    private static final int TRIES = 8;

    /** What a header field can hold without being read as something else (RFC 9110 section 5.5). */
    private static final Pattern SENDABLE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    /** The headers that have a value; one without is left out, and if it is required, the check of the answer tells. */
    Map<String, Object> of(Answer answer, long seed) {
        if (answer.headers().isEmpty()) {
            return Map.of();
        }
        var headers = new LinkedHashMap<String, Object>();
        for (Parameter header : answer.headers()) {
            long own = seed ^ Seed.of(header.name());
            value(header, own).ifPresent(text -> headers.put(header.name(), text));
        }
        return headers;
    }

    /** The headers that have no value and must be there. */
    List<Parameter> missing(Answer answer) {
        return answer.headers().stream()
                .filter(Parameter::required)
                .filter(header -> value(header, Seed.of(header.name())).isEmpty())
                .toList();
    }

    private Optional<String> value(Parameter header, long seed) {
        List<Example> examples = contract.examples(header);
        Stream<JsonNode> made = LongStream.range(0, TRIES)
                .mapToObj(trial -> maker.value(header.schema(), seed + trial))
                .flatMap(Optional::stream);
        return Stream.concat(examples.stream().map(Example::value), made)
                .map(HeaderValues::text)
                .filter(Objects::nonNull)
                .filter(text -> isSendable(text) && header.takes(text))
                .findFirst();
    }

    static boolean isSendable(String text) {
        return SENDABLE.matcher(text).matches();
    }

    /** In the style "simple": a list has commas between. */
    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        var items = new StringJoiner(",");
        value.forEach(item -> items.add(item.asText()));
        return items.toString();
    }
}
