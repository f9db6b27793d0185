package dev.understudy.kept;

/** Replaces equal immutable objects with one, as far as it remembers them. */
final class Interner<T> {
    private final Recurring<T> recurring = new Recurring<>();

    /** A remembered object that equals this one, or this one. */
    <S extends T> S of(S object) {
        int hash = object.hashCode();
        T known = recurring.find(hash, object::equals);
        if (known != null) {
            @SuppressWarnings("unchecked") // Only objects of the same type are equal.
            S same = (S) known;
            return same;
        }
        if (recurring.comesAgain(hash)) {
            recurring.remember(hash, object);
        }
        return object;
    }
}
