package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.ChosenAnswer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.Recognized;
import dev.understudy.mocks.anyspec.roles.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds records of a collection in the examples of a document. */
record DocumentExamples(Contract contract, Recognition recognition) {
    /** The valid records in examples of the collection's lists. */
    List<ObjectNode> listed(String collection) {
        var listed = new ArrayList<ObjectNode>();
        for (Recognized each : recognition.operations()) {
            if (each.role() instanceof Role.Lists list
                    && list.collection().name().equals(collection)) {
                for (JsonNode example :
                        examples(each.operation(), list.envelope().content())) {
                    at(example, list.envelope().items()).forEach(item -> add(listed, item));
                }
            }
        }
        return listed;
    }

    /** The valid records in examples of the collection's items. */
    List<ObjectNode> alone(String collection) {
        var alone = new ArrayList<ObjectNode>();
        for (Recognized each : recognition.operations()) {
            if (each.role() instanceof Role.Shows one && one.collection().name().equals(collection)) {
                examples(each.operation(), one.content()).forEach(example -> add(alone, at(example, one.path())));
            }
        }
        return alone;
    }

    /** The example values for a path parameter. */
    Set<String> values(Operation operation, String parameter) {
        var values = new LinkedHashSet<String>();
        for (Operation.Input input : operation.inputs()) {
            if (input.name().equals(parameter) && !input.schema().isEmpty()) {
                contract.examples(input)
                        .forEach(example -> values.add(example.value().asText()));
            }
        }
        return values;
    }

    /** The examples of a content that can be sent. */
    static List<JsonNode> sendable(Content content) {
        return content.examples().stream()
                .map(example -> content.sent(example.value()))
                .filter(value -> content.flaw(value).isEmpty())
                .toList();
    }

    /** Objects to insert records into: a valid example, and a generated value. */
    static Stream<ObjectNode> begun(Content content, Samples samples) {
        long seed = content.pointer().hashCode();
        return Stream.of(
                        sendable(content).stream().limit(1),
                        Stream.of(seed)
                                .flatMap(each -> samples.value(content.schema().orElse(""), each).stream()))
                .flatMap(each -> each)
                .filter(ObjectNode.class::isInstance)
                .map(object -> ((ObjectNode) object).deepCopy());
    }

    private static List<JsonNode> examples(Operation operation, String pointer) {
        return content(operation, pointer).map(DocumentExamples::sendable).orElse(List.of());
    }

    /** The content of the success answer at this place in the document. */
    static Optional<Content> content(Operation operation, String pointer) {
        return operation.success().map(ChosenAnswer::answer).stream()
                .flatMap(answer -> answer.contents().stream())
                .filter(content -> content.pointer().equals(pointer))
                .findFirst();
    }

    static JsonNode at(JsonNode value, List<String> path) {
        JsonNode here = value;
        for (String step : path) {
            here = here.path(step);
        }
        return here;
    }

    private static void add(List<ObjectNode> records, JsonNode record) {
        if (record instanceof ObjectNode object) {
            records.add(object.deepCopy());
        }
    }
}
