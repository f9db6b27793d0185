package dev.understudy.mocks.techwolf;

import dev.understudy.fixture.FixtureSet;
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
     *
     * @param startingAfter the id of the last entity of the page before; null for the first page
     */
    public static <T extends Entity<?, ?>> Optional<ExportPage<T>> of(
            FixtureSet<T> entities, @Nullable String startingAfter, Positions filters, int limit) {
        // A cursor is a place in creation order. Look for it in the whole set: a filter may have hidden what it names.
        Optional<FixtureSet<T>> rest = startingAfter == null ? Optional.of(entities) : entities.after(startingAfter);
        return rest.map(set -> cut(set.at(filters).first(limit + 1), limit));
    }

    /** True when there is more data after this page. */
    public boolean hasNext() {
        return next != null;
    }

    /** One entity more than the page holds tells whether another page follows. */
    private static <T extends Entity<?, ?>> ExportPage<T> cut(List<T> found, int limit) {
        if (found.size() <= limit) {
            return new ExportPage<>(found, null);
        }
        return new ExportPage<>(found.subList(0, limit), found.get(limit - 1).externalId());
    }
}
