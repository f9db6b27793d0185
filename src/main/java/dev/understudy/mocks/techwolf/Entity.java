package dev.understudy.mocks.techwolf;

import dev.understudy.api.text.Rfc3339;
import dev.understudy.fixture.Views;
import java.time.Instant;

/**
 * An Employee or a Job as an export keeps it: its id, when it was updated, and what it is shown as.
 *
 * @param <W> a way of showing it
 * @param <T> what is shown
 */
public abstract class Entity<W, T> extends Views<W, T> {
    private final String externalId;

    /** When it was updated, without an object for it. */
    private final long second;

    private final int nano;

    /** @param lastUpdated a date-time of RFC 3339 */
    protected Entity(String externalId, String lastUpdated) {
        this.externalId = externalId;
        Instant time = Rfc3339.instant(lastUpdated);
        second = time.getEpochSecond();
        nano = time.getNano();
    }

    /** The id, which is its cursor too. */
    public final String externalId() {
        return externalId;
    }

    /** When it was updated. */
    public final Instant lastUpdated() {
        return Instant.ofEpochSecond(second, nano);
    }
}
