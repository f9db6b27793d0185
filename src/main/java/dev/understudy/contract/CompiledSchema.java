package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A schema as a plain yes or no, many times faster than the validator, which says what is wrong. */
final class CompiledSchema {
    /** Lets nothing pass: all is left to the validator. */
    static final CompiledSchema NONE = new CompiledSchema();

    static {
        NONE.demand(List.of(value -> false));
    }

    private Keyword[] keywords = {};

    /** Schemas may lead back to themselves, so one is there before its keywords are. */
    void demand(List<Keyword> all) {
        keywords = all.toArray(new Keyword[0]);
    }

    boolean passes(JsonNode value) {
        if (value instanceof KeptNode kept) {
            return kept.keeps(this);
        }
        for (Keyword keyword : keywords) {
            if (!keyword.isKeptBy(value)) {
                return false;
            }
        }
        return true;
    }
}
