package dev.understudy.mocks.anyspec.collections;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.PositionSet;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The former place of a record that was deleted, is filtered out, or has moved in the order.
 *
 * @param shown gives a record as the list shows it
 */
record FormerPlace(ListQuery asked, PageTokens tokens, Function<JsonRecord, JsonNode> shown) {
    /**
     * The index of the last record before the place, or of the first one after it if the cursor leads backwards; empty
     * if there never was such a record.
     *
     * @param entries the records in the list
     * @param found their positions
     * @param whole the whole collection
     */
    Optional<Integer> of(
            ListQuery.Parameter cursor, SelectedRecords entries, PositionSet found, FixtureSet<JsonRecord> whole) {
        List<JsonRecord> all = whole.byPosition();
        String token = cursor.value().asText();
        Optional<Integer> position = tokens.number(token).filter(number -> number < all.size());
        if (position.filter(number -> number < 0).isPresent()) {
            return Optional.of(isBackwards(cursor) ? 0 : -1);
        }
        Predicate<JsonRecord> named = tokens.named(token);
        OptionalInt there = IntStream.range(0, all.size())
                .filter(each -> named.test(all.get(each)))
                .max();
        return there.isPresent()
                ? Optional.of(of(cursor, there.getAsInt(), found, all))
                : position.map(number -> entries.withPosition(number).orElseGet(() -> of(cursor, number, found, all)));
    }

    private static boolean isBackwards(ListQuery.Parameter cursor) {
        return ((ParameterUse.Cursor) cursor.use()).backwards();
    }

    private int of(ListQuery.Parameter cursor, int there, PositionSet found, List<JsonRecord> all) {
        IntPredicate comesBefore = comesBefore(cursor.value().asText(), there, all);
        int before = (int) Arrays.stream(found.between(0, found.size()))
                .filter(comesBefore)
                .count();
        return isBackwards(cursor) ? before : before - 1;
    }

    private IntPredicate comesBefore(String token, int place, List<JsonRecord> all) {
        if (asked.order().isEmpty()) {
            return asked.isTurned() ? position -> position > place : position -> position < place;
        }
        Comparator<JsonNode> order = Ordering.by(asked.order());
        JsonNode then =
                tokens.place(token).<JsonNode>map(SortedPlace::values).orElseGet(() -> shown.apply(all.get(place)));
        return position -> {
            int compared = order.compare(shown.apply(all.get(position)), then);
            return compared < 0 || (compared == 0 && position < place);
        };
    }
}
