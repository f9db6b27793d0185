package dev.understudy.mocks.anyspec.roles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.roles.Role.Action;
import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.Properties;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds out what the word at the end of a path, as in {@code /orders/{id}/cancel}, does to a record. */
record Actions(Properties properties) {
    private static final Pattern VERB = Pattern.compile("(\\{[^{}]+})[:.]([A-Za-z][A-Za-z_-]*)");

    /**
     * A path split from the word at its end.
     *
     * @param of the path of the record
     */
    record Asked(ReadOperation of, String word) {}

    /** The word at the end of the path; empty if the path has no such word. */
    static Optional<Asked> asked(ReadOperation reading) {
        int last = reading.segments().size() - 1;
        if (last < 0) {
            return Optional.empty();
        }
        String segment = reading.segments().get(last);
        Matcher verb = VERB.matcher(segment);
        if (verb.matches()) {
            var segments = new ArrayList<>(reading.segments());
            segments.set(last, verb.group(1));
            return Optional.of(new Asked(new ReadOperation(reading.operation(), List.copyOf(segments)), verb.group(2)));
        }
        ReadOperation of = reading.outer(1);
        return segment.contains("{") || !of.endsWithParameter()
                ? Optional.empty()
                : Optional.of(new Asked(of, segment));
    }

    /** The effect of the word, which names a property, or a value that exactly one property has. */
    Optional<Action> of(Operation operation, String word) {
        String plain = Name.plain(word);
        Optional<Property> named = scalars()
                .filter(property ->
                        property.plainLeaf().equals(plain) && !property.schema().isBoolean())
                .findFirst();
        if (named.isPresent() && !operation.takes().isEmpty()) {
            return Optional.of(new Action(named.get(), null, null));
        }
        List<Action> actions =
                scalars().flatMap(property -> values(property, plain)).toList();
        return actions.size() == 1 ? Optional.of(actions.get(0)) : Optional.empty();
    }

    private Stream<Property> scalars() {
        return properties.all().stream().filter(property -> !property.several() && isOwn(property));
    }

    /** Whether the property describes the record, and not something else inside it. */
    private static boolean isOwn(Property property) {
        int depth = property.path().size();
        return depth == 1
                || (depth == 2
                        && (property.path().get(0).equals("attributes")
                                || property.plainLeaf().matches("status|state|phase")
                                || property.isMoment()));
    }

    private Stream<Action> values(Property property, String plain) {
        if (property.schema().isBoolean()) {
            String name = property.plainLeaf().replaceFirst("^(is|has)(?=.{3})", "");
            return Verb.done(plain).contains(name)
                    ? Stream.of(new Action(property, BooleanNode.TRUE, moment(plain)))
                    : Verb.undone(plain).contains(name)
                            ? Stream.of(new Action(property, BooleanNode.FALSE, null))
                            : Stream.of();
        }
        List<JsonNode> options = property.schema().options();
        if (options.size() < 2) {
            return Stream.of();
        }
        return Verb.done(plain).stream()
                .flatMap(form -> options.stream()
                        .filter(option -> option.isTextual()
                                && Name.plain(option.textValue()).equals(form)))
                .limit(1)
                .map(option -> new Action(property, option, moment(plain)));
    }

    /** The property for the time of the action, such as {@code finished_at}. */
    private @Nullable Property moment(String plain) {
        return scalars()
                .filter(property -> property.isMoment()
                        && Verb.done(plain).stream().anyMatch(form -> property.plainLeaf()
                                .matches(Pattern.quote(form) + "(at|on|date|time)")))
                .findFirst()
                .orElse(null);
    }
}
