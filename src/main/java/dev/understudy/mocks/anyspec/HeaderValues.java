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

/** The values of an answer's documented headers: a valid example, or else a value generated from the schema. */
record HeaderValues(Contract contract, ValueMaker maker) {
    /** How many generated values are tried, until one is valid as a header. */
    private static final int TRIES = 8;

    /** Values that a header field can carry without being misread (RFC 9110 section 5.5). */
    private static final Pattern SENDABLE = Pattern.compile("[!-~]([ -~]*[!-~])?");

    /** The headers that have a value. One without is omitted; if it is required, the check of the answer reports it. */
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

    /** The required headers without a value. */
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

    /** The value in the style "simple": the items of a list are separated by commas. */
    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        var items = new StringJoiner(",");
        value.forEach(item -> items.add(item.asText()));
        return items.toString();
    }
}
