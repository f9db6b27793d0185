package dev.understudy.road;

/**
 * Delegates to the current exchange, which can be replaced at any time; a request stays with the exchange that it
 * started with.
 */
public final class SwappableExchange implements Exchange {
    private volatile Exchange current;

    /** Starts with this exchange. */
    public SwappableExchange(Exchange first) {
        current = first;
    }

    /** Makes this exchange answer from now on; the previous one still answers requests in flight. */
    public void to(Exchange next) {
        current = next;
    }

    @Override
    public Answer answer(IncomingRequest incoming) {
        return current.answer(incoming);
    }
}
