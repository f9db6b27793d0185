package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.Error;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one value, in our words and without noise: of variants only the one that was meant, nothing twice,
 * and nothing about a value that is of the wrong type altogether.
 */
final class Explanation implements Consumer<BrokenKeyword> {
    private static final int MOST = 100;

    private final DocumentSchemas schemas;
    private final String schema;
    private final Place place;
    private final String name;
    private final String at;
    private final JsonNode value;

    /** One thing is said once, also when two schemas ask for it. */
    private final Map<String, Violation> violations = new LinkedHashMap<>();

    private final Set<BrokenKeyword> choices = new HashSet<>();

    /** A value of the wrong type is also none of the enum's, and so on: the type says it all. */
    private final Set<String> mistyped = new HashSet<>();

    /** Where the last broken keyword was. */
    private String last = "";

    /**
     * Of a value with nothing wrong yet.
     *
     * @param schema where the schema is written that the value should keep
     * @param at where in the place the value stands
     */
    Explanation(DocumentSchemas schemas, String schema, Place place, String name, String at, JsonNode value) {
        this.schemas = schemas;
        this.schema = schema;
        this.place = place;
        this.name = name;
        this.at = at;
        this.value = value;
    }

    /** What is wrong, as far as it was told. */
    List<Violation> violations() {
        return List.copyOf(violations.values());
    }

    @Override
    public void accept(BrokenKeyword broken) {
        if (violations.size() >= MOST && !saysMore(broken)) {
            return;
        }
        last = broken.instance();
        if (!broken.isChoice()) {
            add(violation(broken), broken);
        } else if (choices.add(broken)) {
            JsonNode chooser = value.at(broken.instance());
            new Choice(schemas, broken.schema(), broken.keyword(), place, name, at + broken.instance(), chooser)
                    .violations()
                    .forEach(violation -> add(violation, broken));
        }
    }

    /** Whether it replaces the last one: a wrong type says all, also where it is told after what follows from it. */
    private boolean saysMore(BrokenKeyword broken) {
        return broken.keyword().equals("type") && broken.instance().equals(last);
    }

    /** The same of what the validator has found. */
    void take(Error error) {
        accept(ValidatorError.broken(schemas, schema, error));
    }

    private void add(Violation violation, BrokenKeyword broken) {
        if (broken.keyword().startsWith("unevaluated") && isBrokenWithin(at + broken.instance())) {
            return;
        }
        if (violation.keyword().equals("type")) {
            mistyped.add(violation.pointer());
            violations.values().removeIf(this::isConsequence);
        }
        if (!isConsequence(violation)) {
            violations.putIfAbsent(
                    violation.message(),
                    violation.rule().isEmpty() ? violation.ruledBy(schemas.place(broken.schema())) : violation);
        }
    }

    private boolean isConsequence(Violation violation) {
        return !violation.keyword().equals("type") && mistyped.contains(violation.pointer());
    }

    /** What a schema that is broken looks at counts as not looked at: that says little before the rest is corrected. */
    private boolean isBrokenWithin(String pointer) {
        return violations.values().stream()
                .anyMatch(violation -> !violation.keyword().startsWith("unevaluated")
                        && (violation.pointer() + "/").startsWith(pointer + "/"));
    }

    private Violation violation(BrokenKeyword broken) {
        JsonNode found = value.at(broken.instance());
        JsonNode keywords = schemas.schema(broken.schema());
        String keyword = broken.keyword();
        String pointer = at + broken.instance();
        String key = broken.key();
        if (key == null) {
            Expected expected = Wording.expected(keyword, keywords);
            return new Violation(place, name, pointer, keyword, expected, MessageText.value(found))
                    .suggesting(meant(keyword, keywords, expected, found));
        }
        String member = Pointers.child(pointer, key);
        switch (keyword) {
            case "required" -> {
                return new Violation(place, name, member, keyword, "be given", "missing");
            }
            case "dependentRequired" -> {
                return new Violation(place, name, member, keyword, Wording.dependent(key, found, keywords), "missing");
            }
            case "propertyNames" -> {
                String names = Pointers.child(broken.schema(), keyword);
                Expected expected = schemas.at(names)
                        .violations(place, name, TextNode.valueOf(key))
                        .get(0)
                        .expected();
                return new Violation(
                        place,
                        name,
                        member,
                        keyword,
                        "have a name that must " + expected.text(),
                        MessageText.text(key));
            }
            default -> {
                return tooMany(broken, key, member, found.path(key));
            }
        }
    }

    private Violation tooMany(BrokenKeyword broken, String key, String member, JsonNode found) {
        JsonNode keywords = schemas.schema(broken.schema());
        var known = new ArrayList<String>();
        keywords.path("properties").fieldNames().forEachRemaining(known::add);
        return new Violation(place, name, member, broken.keyword(), "be left out", MessageText.value(found))
                .suggesting(Spelling.nearest(key, known).orElse(null));
    }

    private static @Nullable String meant(String keyword, JsonNode keywords, Expected expected, JsonNode found) {
        if (keyword.equals("format") && keywords.path("format").asText().equals("date")) {
            return DayMeant.in(found.asText()).map(LocalDate::toString).orElse(null);
        }
        // A single option needs no guess: it is what is asked for.
        return keyword.equals("enum") && expected.allowed().size() > 1 ? expected.nearest(found) : null;
    }
}
