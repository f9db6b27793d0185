package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;

/** A schema as plain tests, which judge many times faster than the validator. */
public final class CompiledSchema {
    /** Lets nothing pass: all is left to the validator. */
    static final CompiledSchema NONE = new CompiledSchema();

    static {
        NONE.demand(List.of(value -> false), List.of());
    }

    private Keyword[] keywords = {};
    private List<KeywordExplainer> explainers = List.of();
    private List<Evaluating> evaluating = List.of();
    private boolean refusing;

    /** Schemas may lead back to themselves, so one is there before its keywords are. */
    void demand(List<Keyword> all, List<KeywordExplainer> explaining) {
        keywords = all.toArray(new Keyword[0]);
        explainers = explaining;
        evaluating = all.stream()
                .filter(Evaluating.class::isInstance)
                .map(Evaluating.class::cast)
                .toList();
    }

    /** Lets nothing pass, as the schema false, which is written at this place. */
    void refuse(String place) {
        refusing = true;
        demand(List.of(value -> false), List.of(KeywordExplainer.of(place, "false", value -> false)));
    }

    boolean isRefusing() {
        return refusing;
    }

    public boolean passes(JsonNode value) {
        if (value instanceof ValidatedValue known) {
            return known.keeps(this);
        }
        for (Keyword keyword : keywords) {
            if (!keyword.isKeptBy(value)) {
                return false;
            }
        }
        return true;
    }

    /** Tells what the value breaks, as the validator would and in its order; nothing if it passes. */
    void explain(JsonNode value, String instance, Consumer<BrokenKeyword> found) {
        if (!passes(value)) {
            tell(value, instance, found);
        }
    }

    /** The same for a value that is looked at by others too, who know or will find out whether it passes. */
    void tell(JsonNode value, String instance, Consumer<BrokenKeyword> found) {
        explainers.forEach(explainer -> explainer.of(value, instance, found));
    }

    /** Adds what of the value its keywords look at, if it passes. */
    void evaluate(JsonNode value, Evaluated seen) {
        if (!evaluating.isEmpty() && passes(value)) {
            evaluating.forEach(keyword -> keyword.evaluate(value, seen));
        }
    }

    /** What of the value its keywords look at but those that are for the rest. */
    Evaluated looked(JsonNode value) {
        var seen = new Evaluated();
        for (Evaluating keyword : evaluating) {
            if (!(keyword instanceof Unevaluated)) {
                keyword.evaluate(value, seen);
            }
        }
        return seen;
    }
}
