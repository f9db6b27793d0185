package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.contract.Contract;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands for a place in a list: the key of the record before it, or a text that hides it.
 *
 * @param contract whose parameter and field must admit the token
 * @param showing has its schemas
 * @param parameter where the schema of the parameter is that takes it; empty if any value will do
 * @param keyed whether the name of that parameter asks for a record's key
 */
record Tokens(Contract contract, Showing showing, Indexes indexes, String parameter, boolean keyed) {
    private static final String HIDDEN = "r";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,40}");

    /** The token of the place behind a record, or before it; empty if none is admitted that leads there. */
    Optional<String> of(int position, Selected entries) {
        Entry entry = entries.get(position);
        String hidden = HIDDEN
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(entry.id().getBytes(UTF_8));
        Stream<String> candidates =
                keyed ? Stream.of(entry.key(), hidden) : Stream.of(hidden, entry.key(), Integer.toString(position));
        return candidates
                .filter(token -> isAdmitted(token)
                        && find(token, entries)
                                .filter(index -> index == position)
                                .isPresent())
                .findFirst();
    }

    private boolean isAdmitted(String token) {
        return parameter.isEmpty() || contract.keeps(parameter, Paths.typed(token, showing.view(parameter)));
    }

    /** The index of the record that a token stands for; empty if it is none of these. */
    Optional<Integer> find(String token, Selected entries) {
        Optional<Integer> found = token.startsWith(HIDDEN) ? hidden(token, entries) : Optional.empty();
        found = found.or(() -> entries.withKey(token, indexes));
        boolean position = found.isEmpty() && !keyed && token.matches("[0-9]{1,9}");
        return position ? Optional.of(Integer.parseInt(token)).filter(index -> index < entries.size()) : found;
    }

    /**
     * The index where a number would stand that is no record's key, among keys that are ascending numbers; empty if
     * they are not.
     *
     * @param backwards whether that of the record behind it is asked for, not of the one before it, which may be -1
     */
    Optional<Integer> between(String token, Selected entries, boolean backwards) {
        if (!keyed || !NUMBER.matcher(token).matches()) {
            return Optional.empty();
        }
        var wanted = new BigInteger(token);
        BigInteger last = null;
        int before = 0;
        for (Entry entry : entries.between(0, entries.size())) {
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

    /** Whether a token stands for this record, be it in the list or not. */
    boolean names(String token, Entry entry) {
        return entry.key().equals(token) || id(token).filter(entry.id()::equals).isPresent();
    }

    private static Optional<Integer> hidden(String token, Selected entries) {
        return id(token).flatMap(entries::withId);
    }

    private static Optional<String> id(String token) {
        try {
            return token.startsWith(HIDDEN)
                    ? Optional.of(new String(Base64.getUrlDecoder().decode(token.substring(HIDDEN.length())), UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
