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
 * Tokens for places in a list: the key of the record before the place, or an opaque text for it, which in a sorted list
 * includes the sort values. If the contract's tokens are numbers, the token is the key, or the record's number in
 * creation order if keys are not numbers.
 *
 * @param contract the contract, whose parameter and field must allow the token
 * @param showing supplies its schemas
 * @param parameter the place of the schema of the parameter that takes the token; empty if any value is allowed
 * @param name the parameter's name; empty if there is none
 * @param collection the collection that is listed
 * @param asked the request, with its sort keys
 * @param shown gives a record as the list shows it
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

    /** Names of cursors whose value is a record's key. */
    private static final Pattern NAMES_A_RECORD = Pattern.compile("(?i).*(after|before|id)");

    /** The token for the place after a record, or before it; empty if no allowed token leads there. */
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

    /** The place in this order that a token stands for; empty if it is for another order, or only names a record. */
    Optional<SortedPlace> place(String token) {
        return Optional.of(token)
                .filter(each -> each.startsWith(SORTED) && !order().isEmpty())
                .flatMap(each -> SortedPlace.read(each.substring(SORTED.length())))
                .filter(place -> place.isIn(order()));
    }

    /** Whether the parameter's name asks for a record's key. */
    private boolean isKeyed() {
        return (!name.isEmpty() && NAMES_A_RECORD.matcher(name).matches())
                || (name.equalsIgnoreCase("since") && isNumbered());
    }

    /** Whether the records have numbers as keys. */
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

    /** The index of the record that a token stands for; empty if it is not in the list. */
    Optional<Integer> find(String token, SelectedRecords entries) {
        Optional<Integer> found =
                id(token).flatMap(entries::withId).filter(index -> isStill(token, entries.get(index)));
        return found.or(() -> entries.withKey(token, indexes));
    }

    /**
     * The position in the collection for a number: the first record ever is 1, and 0 is the place before it, at -1.
     * Empty if the token is not a number, or can only be a key.
     */
    Optional<Integer> number(String token) {
        if (!COUNT.matcher(token).matches() || (isKeyed() && isAdmitted(HIDDEN))) {
            return Optional.empty();
        }
        int position = Integer.parseInt(token) - 1;
        return position < 0 || !isNumbered() ? Optional.of(position) : Optional.empty();
    }

    /** Whether a record is still at its place. */
    private boolean isStill(String token, JsonRecord entry) {
        return place(token)
                .filter(place -> !place.isOf(shown.apply(entry), order()))
                .isEmpty();
    }

    /**
     * The index at which a number would be among ascending numeric keys, if it is not itself a key; empty if keys are
     * not like that.
     *
     * @param backwards whether to return the index of the record after it, not of the one before it, which may be -1
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

    /** Tests whether a token stands for a record, in the list or not. */
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
