package dev.understudy.mocks.anyspec.odata;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.mocks.anyspec.roles.parameters.Comparison;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.List;

/** A part of a filter. */
public sealed interface Term {
    /** Whether the term is a condition, which is true or false for a record. */
    default boolean isCondition() {
        return true;
    }

    /** The value of a property. */
    record Path(Property property) implements Term {
        @Override
        public boolean isCondition() {
            return property.schema().isBoolean() || isOpen();
        }

        /** Whether the contract does not define its type. */
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
        /** The form in which it was written. */
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

    /** A text in lower or upper case. */
    record Cased(boolean upper, Term text) implements Term {
        @Override
        public boolean isCondition() {
            return false;
        }
    }

    /** Compares two values. */
    record Compared(Comparison comparison, Term left, Term right) implements Term {}

    /** Whether a value is one of these. */
    record OneOf(Term value, List<Literal> options) implements Term {
        public OneOf {
            options = List.copyOf(options);
        }
    }

    /** Whether a text contains another, or starts or ends with it; case matters. */
    record Within(Comparison comparison, Term text, Term part) implements Term {}

    /** Whether all of these hold, or any. */
    record Joined(boolean all, List<Term> terms) implements Term {
        public Joined {
            terms = List.copyOf(terms);
        }
    }

    record Not(Term term) implements Term {}
}
