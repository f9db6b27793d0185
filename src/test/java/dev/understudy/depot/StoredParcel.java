package dev.understudy.depot;

import dev.understudy.api.Binder;
import org.jspecify.annotations.Nullable;

/** A parcel as it is kept, with the depot that it lies in and the picture that was put on it. */
record StoredParcel(String depot, Parcel shown, byte @Nullable [] label) {
    static final Binder<StoredParcel> BINDER = (value, binding) -> {
        ParcelFixture fixture = ParcelFixture.of(value, binding);
        Parcel shown = new Parcel(fixture.number(), fixture.weight(), fixture.note(), fixture.volume());
        return new StoredParcel(fixture.depot(), shown, null);
    };

    String id() {
        return String.valueOf(shown.number());
    }

    boolean isAt(String place, int number) {
        return depot.equals(place) && shown.number() == number;
    }
}
