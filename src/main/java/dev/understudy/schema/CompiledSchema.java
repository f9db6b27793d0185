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
    private List<Telling> tellings = List.of();

    /** Schemas may lead back to themselves, so one is there before its keywords are. */
    void demand(List<Keyword> all, List<Telling> telling) {
        keywords = all.toArray(new Keyword[0]);
        tellings = telling;
    }

    public boolean passes(JsonNode value) {
        if (value instanceof KnownValue known) {
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
    void explain(JsonNode value, String instance, Consumer<Breach> found) {
        if (!passes(value)) {
            tellings.forEach(telling -> telling.of(value, instance, found));
        }
    }
}
