package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills the schema of an error with information about a refusal. It starts with a small valid value, and sets
 * properties whose names ask for certain texts, one at a time, as long as the whole stays valid.
 */
final class ErrorFilling {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The maximum depth at which texts are set. */
    private static final int DEEPEST = 4;

    private final Contract contract;
    private final ValueMaker maker;

    /**
     * The merged schemas of errors that were filled before; merging them again would be the largest cost of a refusal.
     */
    private final Map<String, MergedSchema> shapes = new ConcurrentHashMap<>();

    private final Map<String, Optional<JsonNode>> made = new ConcurrentHashMap<>();

    ErrorFilling(Contract contract, ValueMaker maker) {
        this.contract = contract;
        this.maker = maker;
    }

    /**
     * A valid value.
     *
     * @param told whether it contains a sentence
     */
    private record Filled(JsonNode value, boolean told) {}

    /** The body of an error for the schema at this place; empty if no valid one was found. */
    Optional<JsonNode> fill(String pointer, ErrorTexts words) {
        Optional<Filled> filled = filled(pointer, words, 0);
        if (filled.isPresent() && filled.get().told()) {
            return filled.map(Filled::value);
        }
        JsonNode problem = Problems.body(words);
        boolean open = shape(pointer).properties.isEmpty();
        return open && contract.keeps(pointer, problem) ? Optional.of(problem) : filled.map(Filled::value);
    }

    private Optional<Filled> filled(String pointer, ErrorTexts words, int depth) {
        MergedSchema shape = shape(pointer);
        if (shape.is("array") && shape.items().isPresent()) {
            return list(pointer, shape, words, depth);
        } else if (shape.is("object")) {
            return object(pointer, shape, words, depth);
        } else if (shape.is("string") && shape.options.isEmpty()) {
            return firstKept(pointer, texts(words.sentences())).map(text -> new Filled(text, true));
        }
        return made(pointer).map(value -> new Filled(value, false));
    }

    private Optional<Filled> object(String pointer, MergedSchema shape, ErrorTexts words, int depth) {
        ObjectNode object = begun(pointer, shape);
        boolean kept = contract.keeps(pointer, object);
        boolean told = false;
        for (Map.Entry<String, String> property : shape.properties.entrySet()) {
            String name = property.getKey();
            for (Filled candidate : candidates(name, property.getValue(), shape, words, depth)) {
                JsonNode before = object.get(name);
                object.set(name, candidate.value());
                boolean keeps = contract.keeps(pointer, object);
                // An object that does not exist yet may lack more than one property.
                if (keeps || !kept) {
                    kept = keeps;
                    told |= candidate.told();
                    break;
                }
                restore(object, name, before);
            }
        }
        return kept ? Optional.of(new Filled(inOrder(object, shape), told)) : Optional.empty();
    }

    /** The object with its keys in the order of the schema. */
    private static ObjectNode inOrder(ObjectNode object, MergedSchema shape) {
        ObjectNode ordered = NODES.objectNode();
        shape.properties.keySet().stream().filter(object::has).forEach(name -> ordered.set(name, object.get(name)));
        return ordered.setAll(object);
    }

    private static void restore(ObjectNode object, String name, @Nullable JsonNode before) {
        if (before == null) {
            object.remove(name);
        } else {
            object.set(name, before);
        }
    }

    /** A value with only the required properties, if that is valid. */
    private ObjectNode begun(String pointer, MergedSchema shape) {
        Optional<ObjectNode> made =
                made(pointer).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
        if (made.isEmpty()) {
            return NODES.objectNode();
        }
        ObjectNode bare = made.get().deepCopy();
        bare.retain(shape.required);
        return contract.keeps(pointer, bare) ? bare : made.get().deepCopy();
    }

    private MergedSchema shape(String pointer) {
        return shapes.computeIfAbsent(pointer, place -> MergedSchema.of(contract, place));
    }

    private Optional<JsonNode> made(String pointer) {
        return made.computeIfAbsent(pointer, place -> maker.value(place, Seed.of(contract.name(), place)));
    }

    /** The possible values of a property, the best first; none if the property is not about errors. */
    private List<Filled> candidates(String name, String pointer, MergedSchema around, ErrorTexts words, int depth) {
        MergedSchema shape = shape(pointer);
        ErrorPropertyRole role = beside(around, name, ErrorPropertyRole.of(name, shape, words.one() != null));
        boolean needed = around.required.contains(name);
        if (role == ErrorPropertyRole.NONE && shape.is("array") && depth < DEEPEST) {
            return field(name, shape, words, depth);
        }
        if (depth < DEEPEST
                && (role == ErrorPropertyRole.LIST
                        || role == ErrorPropertyRole.INSIDE
                        || (needed && shape.is("object")))) {
            return role == ErrorPropertyRole.LIST && shape.is("object")
                    ? map(shape, words, depth)
                    : filled(pointer, words, depth + 1).stream().toList();
        } else if (role == ErrorPropertyRole.FIELD && shape.is("array")) {
            ArrayNode steps = NODES.arrayNode();
            words.steps().forEach(steps::add);
            return List.of(new Filled(steps, false));
        } else if (!shape.options.isEmpty()) {
            return plain(
                    role == ErrorPropertyRole.PLACE
                            ? places(shape, words)
                            : ErrorCodes.among(shape.options, words.refusal().status()));
        }
        return scalars(role, shape, around, words);
    }

    /** The part of the request that is wrong, in a word that the schema allows; empty if it allows none. */
    private static List<JsonNode> places(MergedSchema shape, ErrorTexts words) {
        String place = words.steps().stream().findFirst().orElse("");
        return shape.options.stream()
                .filter(option -> option.asText().equalsIgnoreCase(place))
                .toList();
    }

    /**
     * Next to a sentence, "error" is a code (RFC 6749 section 5.2) or a title; a "value" without a sentence next to it
     * is itself the sentence.
     */
    private ErrorPropertyRole beside(MergedSchema around, String name, ErrorPropertyRole role) {
        if (role == ErrorPropertyRole.GOT && name.equals("value") && !isTold(around)) {
            return ErrorPropertyRole.SENTENCE;
        }
        if (role == ErrorPropertyRole.SENTENCE && name.equals("error")) {
            return around.properties.containsKey("error_description")
                    ? ErrorPropertyRole.CODE
                    : around.properties.containsKey("message") ? ErrorPropertyRole.TITLE : role;
        }
        return role;
    }

    private List<Filled> scalars(ErrorPropertyRole role, MergedSchema shape, MergedSchema around, ErrorTexts words) {
        int status = words.refusal().status();
        boolean number = shape.is("integer") || shape.is("number");
        return switch (role) {
            case SENTENCE ->
                number
                        ? List.of()
                        : texts(words.sentences())
                                .map(text -> new Filled(text, true))
                                .toList();
            case TITLE -> titles(around, words);
            case CODE ->
                number
                        ? plain(List.of(IntNode.valueOf(status)))
                        : plain(texts(words.codes()).toList());
            case STATUS ->
                plain(List.of(number ? IntNode.valueOf(status) : TextNode.valueOf(Integer.toString(status))));
            case TYPE ->
                plain(texts(
                                around.properties.containsKey("title") || around.properties.containsKey("detail")
                                        ? List.of("about:blank")
                                        : words.codes())
                        .toList());
            case SUCCESS -> plain(List.of(BooleanNode.FALSE));
            case FAILURE -> plain(List.of(BooleanNode.TRUE));
            case FIELD -> plain(texts(words.fields()).toList());
            case POINTER -> plain(texts(words.pointers()).toList());
            case PLACE -> plain(texts(words.steps().stream().limit(1).toList()).toList());
            case GOT ->
                plain(
                        words.one() == null
                                ? List.of()
                                : List.of(TextNode.valueOf(words.one().got())));
            case ADVICE -> number ? List.of() : plain(texts(words.advice()).toList());
            case LIST, INSIDE, NONE -> List.of();
        };
    }

    /** The title of the status; a sentence if the error has no other place for one. */
    private List<Filled> titles(MergedSchema around, ErrorTexts words) {
        return isTold(around)
                ? plain(texts(List.of(words.refusal().reason())).toList())
                : texts(words.sentences()).map(text -> new Filled(text, true)).toList();
    }

    private boolean isTold(MergedSchema around) {
        return around.properties.entrySet().stream()
                .anyMatch(property -> ErrorPropertyRole.of(property.getKey(), shape(property.getValue()), true)
                        == ErrorPropertyRole.SENTENCE);
    }

    /** The sentences in a list that is named after the wrong field, as in Django. */
    private List<Filled> field(String name, MergedSchema shape, ErrorTexts words, int depth) {
        ArrayNode list = NODES.arrayNode();
        for (Violation violation : words.violations()) {
            ErrorTexts about = words.about(violation);
            if (shape.items().isPresent() && about.fields().get(0).equals(name)) {
                filled(shape.items().get(), about, depth + 1).ifPresent(entry -> list.add(entry.value()));
            }
        }
        return list.isEmpty() ? List.of() : List.of(new Filled(list, true));
    }

    /** One entry for each violation, or a single entry for all. */
    private Optional<Filled> list(String pointer, MergedSchema shape, ErrorTexts words, int depth) {
        String items = shape.items().orElseThrow();
        ArrayNode each = NODES.arrayNode();
        boolean told = false;
        for (Violation violation : words.violations()) {
            Optional<Filled> entry = filled(items, words.about(violation), depth + 1);
            entry.ifPresent(filled -> each.add(filled.value()));
            told |= entry.isPresent() && entry.get().told();
        }
        if (told && contract.keeps(pointer, each)) {
            return Optional.of(new Filled(each, true));
        }
        Optional<Filled> one = filled(items, words, depth + 1)
                .map(filled -> new Filled(NODES.arrayNode().add(filled.value()), filled.told()))
                .filter(filled -> filled.told() && contract.keeps(pointer, filled.value()));
        return one.isPresent()
                ? one
                : Stream.concat(Stream.of(NODES.arrayNode(), each), made(pointer).stream())
                        .filter(value -> contract.keeps(pointer, value))
                        .findFirst()
                        .map(value -> new Filled(value, false));
    }

    /** The sentences by the field that they are about. */
    private List<Filled> map(MergedSchema shape, ErrorTexts words, int depth) {
        String pointer = shape.others().orElseThrow();
        MergedSchema entry = shape(pointer);
        var byField = new LinkedHashMap<String, List<JsonNode>>();
        for (Violation violation : words.violations()) {
            ErrorTexts about = words.about(violation);
            Optional<Filled> text = entry.is("array")
                    ? entry.items().flatMap(items -> filled(items, about, depth + 1))
                    : filled(pointer, about, depth + 1);
            text.ifPresent(filled -> byField.computeIfAbsent(about.fields().get(0), field -> new ArrayList<>())
                    .add(filled.value()));
        }
        ObjectNode map = NODES.objectNode();
        byField.forEach((field, values) ->
                map.set(field, entry.is("array") ? NODES.arrayNode().addAll(values) : values.get(0)));
        return map.isEmpty() ? List.of() : List.of(new Filled(map, true));
    }

    private Optional<JsonNode> firstKept(String pointer, Stream<JsonNode> candidates) {
        return candidates.filter(value -> contract.keeps(pointer, value)).findFirst();
    }

    private static List<Filled> plain(List<? extends JsonNode> values) {
        return values.stream().map(value -> new Filled(value, false)).toList();
    }

    private static Stream<JsonNode> texts(List<String> words) {
        return words.stream().map(TextNode::valueOf);
    }
}
