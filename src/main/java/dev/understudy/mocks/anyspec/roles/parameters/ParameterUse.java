package dev.understudy.mocks.anyspec.roles.parameters;

import dev.understudy.api.MessageText;
import dev.understudy.mocks.anyspec.roles.schemas.Properties;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a parameter of a list does with its records. */
public sealed interface ParameterUse {
    /** One sentence without a full stop, for people. */
    String text();

    /** How many records a page has. */
    record Limit(Optional<Long> usual, Optional<Long> most) implements ParameterUse {
        @Override
        public String text() {
            var text = new StringBuilder("records a page");
            usual.ifPresent(size -> text.append(", ").append(size).append(" unless given"));
            most.ifPresent(size -> text.append(", at most ").append(size));
            return text.toString();
        }
    }

    /** How many records come before the page. */
    record Offset() implements ParameterUse {
        @Override
        public String text() {
            return "records before the page";
        }
    }

    /**
     * The number of the page.
     *
     * @param first that of the first one, 0 or 1
     */
    record Page(int first) implements ParameterUse {
        @Override
        public String text() {
            return "number of the page, from " + first;
        }
    }

    /**
     * A record, by its key, or a token that an answer gave.
     *
     * @param backwards whether the page ends before it, not begins after it
     */
    record Cursor(boolean backwards) implements ParameterUse {
        @Override
        public String text() {
            return backwards ? "the page ends before this one" : "the page begins after this one";
        }
    }

    /** The first and the last record of the page, as the header {@code Range: items=0-9} has them. */
    record Range() implements ParameterUse {
        @Override
        public String text() {
            return "the records from the first to the last, such as items=0-9";
        }
    }

    /** The properties that a value names decide the order; a sign or a word at a name says which way. */
    record Sort(Sorting by) implements ParameterUse {
        @Override
        public String text() {
            return "order" + by.text();
        }
    }

    /**
     * Which way the order is.
     *
     * @param descending the values that turn it around, in small letters
     */
    record Direction(List<String> descending) implements ParameterUse {
        @Override
        public String text() {
            return "direction of the order; " + String.join(", ", descending) + " turns it around";
        }
    }

    /** Those records stay whose property compares to the value so. */
    record Filter(Property property, Comparison comparison) implements ParameterUse {
        @Override
        public String text() {
            return property + " " + comparison.text();
        }
    }

    /** Those records stay that have the text in one of these properties, upper and lower case alike. */
    record Search(List<Property> properties) implements ParameterUse {
        @Override
        public String text() {
            return "text in " + (properties.size() == 1 ? properties.get(0) : properties.size() + " properties");
        }
    }

    /**
     * Those records stay that have an object, or one in a list, with this value in what tells it apart, such as its id
     * or its name.
     *
     * @param others whether the other records stay
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

    /** Those records stay of which a filter in the language of OData is true. */
    record ODataFilter(Properties properties) implements ParameterUse {
        @Override
        public String text() {
            return "a filter as OData has it, such as name eq 'red'";
        }
    }

    /**
     * Optional properties are left out: those that are not named.
     *
     * @param excluding whether it is those that are named
     */
    record Projection(boolean excluding) implements ParameterUse {
        @Override
        public String text() {
            return (excluding ? "these" : "other") + " properties are left out where they may be";
        }
    }

    /** An object, each key of which has a use of its own. */
    record Parts(Map<String, ParameterUse> byKey) implements ParameterUse {
        @Override
        public String text() {
            var parts = new ArrayList<String>();
            byKey.forEach((key, use) -> parts.add(key + ": " + use.text()));
            return String.join("; ", parts);
        }
    }

    /**
     * An object that may have any keys.
     *
     * @param ordering whether a key is a property to sort by, and its value says which way; else its value is compared
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
     * A key of an object that may have any, and that no property is called by.
     *
     * @param comparison whether it stands in a key that names a property, and says no comparison
     */
    record Stray(List<String> properties, boolean comparison) implements ParameterUse {
        @Override
        public String text() {
            return "not understood: no property of the records is called so";
        }
    }

    /** Nothing that would change which records are there. */
    record Nothing(String why) implements ParameterUse {
        @Override
        public String text() {
            return "no effect: " + why;
        }
    }

    /** It is not known, so it changes nothing. */
    record Unknown(String why) implements ParameterUse {
        @Override
        public String text() {
            return "not understood: " + why;
        }
    }
}
