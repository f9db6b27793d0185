package dev.understudy.mocks.techwolf;

import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.Indexed;
import dev.understudy.fixture.Positions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of an export: whole Employees or Jobs, never parts of one.
 *
 * @param next the cursor of the page that follows; null when nothing does
 */
public record ExportPage<T>(List<T> entities, @Nullable String next) {
    /**
     * Up to {@code limit} of the entities that come after the cursor and that the filters mean; empty if no entity is
     * named by the cursor.
     */
    public static <T> Optional<ExportPage<T>> of(
            Indexed<T> entities, @Nullable String startingAfter, Positions filters, int limit) {
        // A cursor is a place in creation order. Look for it in the whole set: a filter may have hidden what it names.
        Optional<FixtureSet<T>> rest =
                startingAfter == null ? Optional.of(entities.all()) : entities.after(startingAfter);
        return rest.map(set -> cut(set.at(filters).first(limit + 1), entities, limit));
    }

    /** True when there is more data after this page. */
    public boolean hasNext() {
        return next != null;
    }

    /** One entity more than the page holds tells whether another page follows. */
    private static <T> ExportPage<T> cut(List<T> found, Indexed<T> entities, int limit) {
        if (found.size() <= limit) {
            return new ExportPage<>(found, null);
        }
        return new ExportPage<>(found.subList(0, limit), entities.id(found.get(limit - 1)));
    }
}
