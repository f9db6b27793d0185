package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.api.Call;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Example;
import dev.understudy.contract.Operation;
import dev.understudy.contract.OutgoingRequest;
import dev.understudy.contract.RequestParts;
import dev.understudy.contract.form.FormBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The requests that an API sends: from their examples or generated from their schemas, with values from the answer to a
 * call.
 */
record OutgoingRequests(Contract contract, ValueMaker maker) {
    /** How many generated values are tried, until one is valid. */
    private static final int TRIES = 8;

    /**
     * The parts of a request; empty if it needs a body and none was found.
     *
     * @param answered the body of the answer to the call before it; null if there is none
     */
    Optional<RequestParts> parts(OutgoingRequest outgoing, Call call, @Nullable JsonNode answered) {
        long seed = Seed.of(contract.name(), call) ^ Seed.of(outgoing.name(), outgoing.method());
        Operation request = outgoing.request();
        List<Content> contents = request.description().body();
        FormBody.Written body = null;
        if (!contents.isEmpty()) {
            Content content = contents.stream()
                    .filter(each -> each.form() == Content.Form.JSON && each.xml() == null)
                    .findFirst()
                    .orElse(contents.get(0));
            body = value(content, seed)
                    .map(value -> answered == null ? value : RelatedValues.to(answered, value, content::admits))
                    .map(content::written)
                    .orElse(null);
            if (body == null && request.description().bodyRequired()) {
                return Optional.empty();
            }
        }
        return Optional.of(
                new RequestParts(values(request, Place.HEADER, seed), values(request, Place.QUERY, seed), body));
    }

    private Optional<JsonNode> value(Content content, long seed) {
        if (content.form() == Content.Form.BINARY) {
            return Optional.of(BinaryNode.valueOf(SampleBytes.of(content.sentAs(), seed)));
        }
        Stream<JsonNode> examples = content.examples().stream().map(Example::value);
        Stream<JsonNode> made = content.schema().stream().flatMap(schema -> LongStream.range(0, TRIES)
                .mapToObj(trial -> maker.value(schema, seed + trial))
                .flatMap(Optional::stream));
        return Stream.concat(examples, made)
                .map(value -> listed(content, value))
                .filter(content::admits)
                .findFirst();
    }

    /** The schema of a stream may be the schema of a single item. */
    private static JsonNode listed(Content content, JsonNode value) {
        return content.form() != Content.Form.ITEMS || value.isArray()
                ? value
                : JsonNodeFactory.instance.arrayNode().add(value);
    }

    private Map<String, String> values(Operation request, Place place, long seed) {
        var values = new LinkedHashMap<String, String>();
        for (Operation.Input input : request.inputs()) {
            if (input.place() == place && !input.schema().isEmpty()) {
                Stream<JsonNode> examples = contract.examples(input).stream().map(Example::value);
                Stream<JsonNode> made = maker.value(input.schema(), seed ^ Seed.of(input.name())).stream();
                Stream.concat(examples, made)
                        .filter(value -> value.isValueNode() && contract.keeps(input.schema(), value))
                        .map(JsonNode::asText)
                        .filter(HeaderValues::isSendable)
                        .findFirst()
                        .ifPresent(text -> values.put(input.name(), text));
            }
        }
        return values;
    }
}
