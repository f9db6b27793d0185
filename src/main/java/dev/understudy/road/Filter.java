package dev.understudy.road;

/** Something that happens to every request and answer on the way, whatever the API. */
@FunctionalInterface
public interface Filter {
    /** The exchange that does this, and asks the next one for what it does not answer itself. */
    Exchange around(Exchange next);
}
