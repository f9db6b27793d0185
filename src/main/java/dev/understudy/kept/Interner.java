package dev.understudy.kept;

/** Gives equal objects, which nobody may change, as one, as far as it remembers them. */
final class Interner<T> {
    private final Recurring<T> recurring = new Recurring<>();

    /** The one that is remembered, or this. */
    <S extends T> S of(S object) {
        int hash = object.hashCode();
        T known = recurring.find(hash, object::equals);
        if (known != null) {
            @SuppressWarnings("unchecked") // Only what is of one kind is equal.
            S same = (S) known;
            return same;
        }
        if (recurring.comesAgain(hash)) {
            recurring.remember(hash, object);
        }
        return object;
    }
}
