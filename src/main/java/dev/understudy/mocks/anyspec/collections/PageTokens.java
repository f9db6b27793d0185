package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.parameters.Sorting;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands for a place in a list: the key of the record before it, or a text that hides it, and in a sorted list
 * what it was sorted by. A contract whose tokens are numbers gets the key, or the place of the record in the order of
 * creation where keys are no numbers.
 *
 * @param contract whose parameter and field must admit the token
 * @param showing has its schemas
 * @param parameter where the schema of the parameter is that takes it; empty if any value will do
 * @param name that of the parameter; empty if there is none
 * @param collection whose records are listed
 * @param asked has what the list is sorted by
 * @param shown how the list shows a record
 */
record PageTokens(
        Contract contract,
        Showing showing,
        Indexes indexes,
        String parameter,
        String name,
        Collection collection,
        ListQuery asked,
        Function<JsonRecord, JsonNode> shown) {
    private static final String HIDDEN = "r";
    private static final String SORTED = "s";
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}");

    /** What a cursor is called that is the key of a record. */
    private static final Pattern NAMES_A_RECORD = Pattern.compile("(?i).*(after|before|id)");

    /** The token of the place behind a record, or before it; empty if none is admitted that leads there. */
    Optional<String> of(int index, SelectedRecords entries) {
        JsonRecord entry = entries.get(index);
        String number = Integer.toString(entries.position(index) + 1);
        String hidden = HIDDEN
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(entry.id().getBytes(UTF_8));
        boolean keyed = isKeyed();
        Stream<String> candidates =
                keyed ? Stream.of(entry.key(), hidden, number) : Stream.of(hidden, entry.key(), number);
        return Stream.concat(keyed ? Stream.of() : sorted(entry).stream(), candidates)
                .filter(token -> isAdmitted(token)
                        && find(token, entries)
                                .or(() -> number(token).flatMap(entries::withPosition))
                                .filter(found -> found == index)
                                .isPresent())
                .findFirst();
    }

    private Optional<String> sorted(JsonRecord entry) {
        return order().isEmpty()
                ? Optional.empty()
                : SortedPlace.of(entry.id(), shown.apply(entry), order()).text().map(SORTED::concat);
    }

    /**
     * The place in this order that a token stands for; empty if it stands for one of another, or for a record alone.
     */
    Optional<SortedPlace> place(String token) {
        return Optional.of(token)
                .filter(each -> each.startsWith(SORTED) && !order().isEmpty())
                .flatMap(each -> SortedPlace.read(each.substring(SORTED.length())))
                .filter(place -> place.isIn(order()));
    }

    /** Whether the name of the parameter asks for a record's key. */
    private boolean isKeyed() {
        return (!name.isEmpty() && NAMES_A_RECORD.matcher(name).matches())
                || (name.equalsIgnoreCase("since") && isNumbered());
    }

    /** Whether the records are told apart by numbers. */
    private boolean isNumbered() {
        List<Key> keys = collection.keys();
        return !keys.isEmpty()
                && keys.stream()
                        .map(Key::property)
                        .allMatch(property -> property != null
                                && property.schema().isNumeric()
                                && !property.schema().isText());
    }

    private List<Sorting.Key> order() {
        return asked.order();
    }

    private boolean isAdmitted(String token) {
        return parameter.isEmpty() || contract.keeps(parameter, Paths.typed(token, showing.view(parameter)));
    }

    /** The index of the record that a token stands for; empty if it is none of these. */
    Optional<Integer> find(String token, SelectedRecords entries) {
        Optional<Integer> found =
                id(token).flatMap(entries::withId).filter(index -> isStill(token, entries.get(index)));
        return found.or(() -> entries.withKey(token, indexes));
    }

    /**
     * The position in the collection of the record that a number stands for: the first record ever is 1, and 0 is the
     * place before it, -1. Empty if it is no number, or can only be a key.
     */
    Optional<Integer> number(String token) {
        if (!COUNT.matcher(token).matches() || (isKeyed() && isAdmitted(HIDDEN))) {
            return Optional.empty();
        }
        int position = Integer.parseInt(token) - 1;
        return position < 0 || !isNumbered() ? Optional.of(position) : Optional.empty();
    }

    /** Whether a record is in its place still. */
    private boolean isStill(String token, JsonRecord entry) {
        return place(token)
                .filter(place -> !place.isOf(shown.apply(entry), order()))
                .isEmpty();
    }

    /**
     * The index where a number would stand that is no record's key, among keys that are ascending numbers; empty if
     * they are not.
     *
     * @param backwards whether that of the record behind it is asked for, not of the one before it, which may be -1
     */
    Optional<Integer> between(String token, SelectedRecords entries, boolean backwards) {
        if (!isKeyed() || !NUMBER.matcher(token).matches()) {
            return Optional.empty();
        }
        var wanted = new BigInteger(token);
        BigInteger last = null;
        int before = 0;
        for (JsonRecord entry : entries.between(0, entries.size())) {
            String key = entry.key();
            BigInteger number = NUMBER.matcher(key).matches() ? new BigInteger(key) : null;
            if (number == null || (last != null && last.compareTo(number) > 0)) {
                return Optional.empty();
            }
            before += number.compareTo(wanted) < 0 ? 1 : 0;
            last = number;
        }
        return Optional.of(backwards ? before : before - 1);
    }

    /** Whether a token stands for a record, be it in the list or not. */
    Predicate<JsonRecord> named(String token) {
        Optional<String> id = id(token);
        return entry -> entry.key().equals(token) || (id.isPresent() && id.get().equals(entry.id()));
    }

    private static Optional<String> id(String token) {
        try {
            return token.startsWith(HIDDEN)
                    ? Optional.of(new String(Base64.getUrlDecoder().decode(token.substring(HIDDEN.length())), UTF_8))
                    : token.startsWith(SORTED)
                            ? SortedPlace.read(token.substring(SORTED.length())).map(SortedPlace::id)
                            : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
