package dev.understudy.mocks.anyspec.roles.parameters;

import dev.understudy.api.MessageText;
import dev.understudy.mocks.anyspec.roles.schemas.Properties;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a parameter of a list does. */
public sealed interface ParameterUse {
    /** A description for people: one sentence without a full stop. */
    String text();

    /** The page size. */
    record Limit(Optional<Long> usual, Optional<Long> most) implements ParameterUse {
        @Override
        public String text() {
            var text = new StringBuilder("records a page");
            usual.ifPresent(size -> text.append(", ").append(size).append(" unless given"));
            most.ifPresent(size -> text.append(", at most ").append(size));
            return text.toString();
        }
    }

    /** The number of records before the page. */
    record Offset() implements ParameterUse {
        @Override
        public String text() {
            return "records before the page";
        }
    }

    /**
     * The page number.
     *
     * @param first the number of the first page, 0 or 1
     */
    record Page(int first) implements ParameterUse {
        @Override
        public String text() {
            return "number of the page, from " + first;
        }
    }

    /**
     * A record's key, or a token from an answer.
     *
     * @param backwards whether the page ends before it, instead of starting after it
     */
    record Cursor(boolean backwards) implements ParameterUse {
        @Override
        public String text() {
            return backwards ? "the page ends before this one" : "the page begins after this one";
        }
    }

    /** The first and last index of the page, as in the header {@code Range: items=0-9}. */
    record Range() implements ParameterUse {
        @Override
        public String text() {
            return "the records from the first to the last, such as items=0-9";
        }
    }

    /** Sorts by the properties in the value; a sign or a word with a name gives the direction. */
    record Sort(Sorting by) implements ParameterUse {
        @Override
        public String text() {
            return "order" + by.text();
        }
    }

    /**
     * The sort direction.
     *
     * @param descending the values that reverse it, in lower case
     */
    record Direction(List<String> descending) implements ParameterUse {
        @Override
        public String text() {
            return "direction of the order; " + String.join(", ", descending) + " turns it around";
        }
    }

    /** Keeps the records whose property compares with the value in this way. */
    record Filter(Property property, Comparison comparison) implements ParameterUse {
        @Override
        public String text() {
            return property + " " + comparison.text();
        }
    }

    /** Keeps the records that contain the text in one of these properties, ignoring case. */
    record Search(List<Property> properties) implements ParameterUse {
        @Override
        public String text() {
            return "text in " + (properties.size() == 1 ? properties.get(0) : properties.size() + " properties");
        }
    }

    /**
     * Keeps the records with an object, alone or in a list, that has this value in an identifying property, such as its
     * id or its name.
     *
     * @param others whether to keep the other records instead
     */
    record Identity(List<Property> properties, boolean others) implements ParameterUse {
        public Identity {
            properties = List.copyOf(properties);
        }

        @Override
        public String text() {
            String any =
                    MessageText.or(properties.stream().map(Property::toString).toList());
            return others ? "not that " + any + " is it, or one of several" : any + " is it, or one of several";
        }
    }

    /** Keeps the records for which an OData filter is true. */
    record ODataFilter(Properties properties) implements ParameterUse {
        @Override
        public String text() {
            return "a filter as OData has it, such as name eq 'red'";
        }
    }

    /**
     * Omits the optional properties that are not named.
     *
     * @param excluding whether to omit those that are named instead
     */
    record Projection(boolean excluding) implements ParameterUse {
        @Override
        public String text() {
            return (excluding ? "these" : "other") + " properties are left out where they may be";
        }
    }

    /** An object whose keys each have their own use. */
    record Parts(Map<String, ParameterUse> byKey) implements ParameterUse {
        @Override
        public String text() {
            var parts = new ArrayList<String>();
            byKey.forEach((key, use) -> parts.add(key + ": " + use.text()));
            return String.join("; ", parts);
        }
    }

    /**
     * An object with arbitrary keys.
     *
     * @param ordering whether a key is a property to sort by and its value the direction; otherwise, the value is
     *     compared
     */
    record Keyed(KeyRules rules, boolean ordering) implements ParameterUse {
        @Override
        public String text() {
            return ordering
                    ? "order by the properties that its keys name, asc or desc"
                    : "a key is a property that is it, or that compares as an end such as _gte says";
        }
    }

    /**
     * A key of an object with arbitrary keys that matches no property.
     *
     * @param comparison whether it is inside a key that names a property, but is no comparison
     */
    record Stray(List<String> properties, boolean comparison) implements ParameterUse {
        @Override
        public String text() {
            return "not understood: no property of the records is called so";
        }
    }

    /** Has no effect on which records are shown. */
    record Nothing(String why) implements ParameterUse {
        @Override
        public String text() {
            return "no effect: " + why;
        }
    }

    /** Its use is unknown, so it has no effect. */
    record Unknown(String why) implements ParameterUse {
        @Override
        public String text() {
            return "not understood: " + why;
        }
    }
}
