package dev.understudy.contract;

import java.util.List;

/** Keywords that ask other schemas about the value. */
final class ChoiceKeywords {
    private ChoiceKeywords() {}

    static Keyword items(CompiledSchema schema) {
        return value -> {
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                if (!schema.passes(value.get(i))) {
                    return false;
                }
            }
            return true;
        };
    }

    static Keyword allOf(List<CompiledSchema> branches) {
        CompiledSchema[] all = branches.toArray(new CompiledSchema[0]);
        return value -> {
            for (CompiledSchema branch : all) {
                if (!branch.passes(value)) {
                    return false;
                }
            }
            return true;
        };
    }

    static Keyword anyOf(List<CompiledSchema> branches) {
        CompiledSchema[] all = branches.toArray(new CompiledSchema[0]);
        return value -> {
            for (CompiledSchema branch : all) {
                if (branch.passes(value)) {
                    return true;
                }
            }
            return false;
        };
    }

    /** A null that is let pass fits every variant that does not forbid it; that is not held against it. */
    static Keyword oneOf(List<CompiledSchema> branches, boolean nullable) {
        CompiledSchema[] all = branches.toArray(new CompiledSchema[0]);
        return value -> {
            int passed = 0;
            for (CompiledSchema branch : all) {
                if (branch.passes(value)) {
                    passed++;
                }
            }
            return passed == 1 || (passed > 1 && nullable && value.isNull());
        };
    }

    static Keyword not(CompiledSchema schema) {
        return value -> !schema.passes(value);
    }
}
