package dev.understudy.mocks.anyspec.odata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.mocks.anyspec.roles.parameters.Comparison;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.List;

/** A part of a filter. */
public sealed interface Term {
    /** Whether it is true or false of a record, or of none. */
    default boolean isCondition() {
        return true;
    }

    /** The value that a record has. */
    record Path(Property property) implements Term {
        @Override
        public boolean isCondition() {
            return property.schema().isBoolean() || isOpen();
        }

        /** Whether the contract does not say what its values are. */
        boolean isOpen() {
            return property.schema().isText() && property.schema().isNumeric();
        }
    }

    /**
     * A value in the filter itself.
     *
     * @param value a missing node for null
     */
    record Literal(JsonNode value, Kind kind) implements Term {
        /** How it was written. */
        public enum Kind {
            TEXT,
            NUMBER,
            TRUTH,
            TIME,
            GUID,
            NULL
        }

        @Override
        public boolean isCondition() {
            return kind == Kind.TRUTH || kind == Kind.NULL;
        }
    }

    /** A text in small letters, or in capitals. */
    record Cased(boolean upper, Term text) implements Term {
        @Override
        public boolean isCondition() {
            return false;
        }
    }

    /** One value compares to another so. */
    record Compared(Comparison comparison, Term left, Term right) implements Term {}

    /** One of these values is the same. */
    record OneOf(Term value, List<Literal> options) implements Term {
        public OneOf {
            options = List.copyOf(options);
        }
    }

    /** A text has another inside, or begins or ends with it; capitals count. */
    record Within(Comparison comparison, Term text, Term part) implements Term {}

    /** All of these hold, or any. */
    record Joined(boolean all, List<Term> terms) implements Term {
        public Joined {
            terms = List.copyOf(terms);
        }
    }

    record Not(Term term) implements Term {}
}
