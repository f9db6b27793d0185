package dev.understudy.generate.values;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.understudy.generate.SeededRandom;
import dev.understudy.generate.values.FormatTexts.Wish;
import dev.understudy.generate.values.GenerationResult.Impossible;
import dev.understudy.generate.values.GenerationResult.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes a text: what its format, its name or its pattern says, as long as it must be. */
final class TextGenerator {
    private static final int MOST_TRIES = 60;
    private static final int MOST_SEARCHES = 6;
    private static final int LONGEST = 1 << 20;
    private static final int USUALLY_LONGEST = 4_000;

    private final ValueGeneration generation;
    private final Shape shape;
    private final ValueConstraints constraints;
    private final Place place;
    private final int least;
    private final int most;

    TextGenerator(ValueGeneration generation, Shape shape, ValueConstraints constraints, Place place) {
        this.generation = generation;
        this.shape = shape;
        this.constraints = constraints;
        this.place = place;
        this.least = shape.greatest("minLength", 0);
        this.most = shape.least("maxLength", Math.max(least, USUALLY_LONGEST));
    }

    GenerationResult make() {
        if (least > most) {
            return new Impossible("minLength %d is more than maxLength %d".formatted(least, most), constraints.first());
        } else if (least > LONGEST) {
            return new Impossible("minLength %d is more than is made".formatted(least), constraints.first());
        }
        List<String> patterns =
                shape.all("pattern").stream().map(JsonNode::asText).toList();
        String last = "";
        for (int i = 0; i < MOST_TRIES; i++) {
            generation.step();
            try {
                last = candidate(i, patterns);
            } catch (PatternSyntaxException e) {
                return new Impossible("a pattern is no regular expression: " + e.getDescription(), constraints.first());
            } catch (PatternTexts.TooLong e) {
                return new Impossible("a text of the pattern is longer than is made", constraints.first());
            }
            JsonNode value = TextNode.valueOf(last);
            if (generation.schemas().accept(constraints, value)) {
                return new Value(value);
            }
        }
        Optional<String> together = together(patterns);
        if (together.isPresent()) {
            return new Value(TextNode.valueOf(together.get()));
        }
        return new Impossible(
                "no text was found that keeps it; of the last one tried, "
                        + FailureReasons.broken(generation, constraints, TextNode.valueOf(last)),
                constraints.first());
    }

    /** A text that keeps all patterns, and none of those that it must not keep. */
    private Optional<String> together(List<String> patterns) {
        List<String> forbidden = shape.broken.stream().flatMap(this::patterns).toList();
        if (patterns.isEmpty() && forbidden.isEmpty()) {
            return Optional.empty();
        }
        try {
            var search = PatternIntersection.of(texts(patterns), texts(forbidden));
            for (int more = 0; more < MOST_SEARCHES; more++) {
                generation.step();
                Optional<String> found = search.text(place.chance(generation.seed(), more), least + more, most);
                if (found.isEmpty()) {
                    return found;
                } else if (generation.schemas().accept(constraints, TextNode.valueOf(found.get()))) {
                    return found;
                }
            }
        } catch (PatternStates.TooMany e) {
            // What was tried before is all that there is.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private List<PatternTexts> texts(List<String> patterns) {
        return patterns.stream().map(generation.schemas()::pattern).toList();
    }

    /** Those of a schema and of its alternatives. */
    private Stream<String> patterns(String pointer) {
        JsonNode schema = generation.schemas().at(generation.schemas().canonical(pointer));
        Stream<String> own = schema.path("pattern").isTextual()
                ? Stream.of(schema.path("pattern").textValue())
                : Stream.empty();
        Stream<String> others = StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                .map(branch -> branch.path("pattern"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue);
        return Stream.concat(own, others);
    }

    private String candidate(int attempt, List<String> patterns) {
        SeededRandom chance = place.chance(generation.seed(), attempt);
        String wanted = place.wanted();
        if (attempt == 0 && wanted != null) {
            return wanted;
        }
        if (attempt < 3) {
            // Words first, though a pattern may refuse them.
            Optional<String> likely = likely(attempt, attempt == 0 ? place.who() : new Persona(chance), chance);
            if (likely.isPresent()) {
                return likely.get();
            }
        }
        if (!patterns.isEmpty() && attempt % 8 < 6) {
            return ofPatterns(attempt, patterns, chance);
        }
        if (attempt % 8 == 7) {
            Optional<String> likely = likely(attempt, new Persona(chance), chance);
            if (likely.isPresent()) {
                return likely.get();
            }
        }
        if (attempt < 6) {
            return fitted(Words.any(chance), chance);
        }
        // Anything: what must not be a word, a date or a number may be this.
        return switch (attempt % 4) {
            case 0 -> fitted(chance.uuid(), chance);
            case 1 -> fitted(Integer.toString(chance.below(1_000_000)), chance);
            case 2 -> fitted("", chance);
            default -> fitted(Words.any(chance).toUpperCase(Locale.ROOT) + "!", chance);
        };
    }

    /** Of one of them, or, as each may mean another part of the text, of all in turn. */
    private String ofPatterns(int attempt, List<String> patterns, SeededRandom chance) {
        if (patterns.size() > 1 && attempt % 2 == 1) {
            return patterns.stream()
                    .map(pattern -> generation.schemas().pattern(pattern).text(chance, 0, most / patterns.size()))
                    .collect(joining());
        }
        return generation
                .schemas()
                .pattern(patterns.get(attempt / 2 % patterns.size()))
                .text(chance, least, attempt > 20 ? Math.min(most, least + attempt) : most);
    }

    private Optional<String> likely(int attempt, Persona who, SeededRandom chance) {
        String name = place.name();
        if (name.endsWith("country") && (most < 4 || attempt == 1 || attempt == 2)) {
            name += most < 3 || attempt == 1 ? "_code" : "_code_3";
        }
        var wish = new Wish(name, who, chance, least, most);
        for (JsonNode format : shape.all("format")) {
            Optional<String> text = FormatTexts.of(format.asText(), wish);
            if (text.isPresent()) {
                return text;
            }
        }
        Optional<String> encoded = encoded(wish);
        return encoded.isPresent() ? encoded : Words.of(name, who, chance).map(word -> fitted(word, chance));
    }

    private Optional<String> encoded(Wish wish) {
        String mediaType = shape.all("contentMediaType").stream()
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
        return shape.all("contentEncoding").stream()
                .flatMap(encoding ->
                        EncodedTexts.of(encoding.asText().toLowerCase(Locale.ROOT), mediaType, wish).stream())
                .findFirst();
    }

    /** Cut off, or with more words behind it. */
    private String fitted(String text, SeededRandom chance) {
        var fitted = new StringBuilder(text);
        while (fitted.length() < least) {
            fitted.append(fitted.isEmpty() ? "" : " ").append(Words.any(chance));
        }
        if (fitted.length() > most || fitted.length() > least && text.length() < least) {
            fitted.setLength(Math.max(0, Math.min(most, Math.max(least, text.length()))));
        }
        int end = fitted.length() - 1;
        if (end >= 0 && fitted.charAt(end) == ' ') {
            fitted.setCharAt(end, 'x');
        }
        return fitted.toString();
    }
}
