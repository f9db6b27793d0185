package dev.understudy.road;

/** Whatever exchange is current: another may take its place at any time, and a request stays with the one it met. */
public final class SwappableExchange implements Exchange {
    private volatile Exchange current;

    /** Begins with this exchange. */
    public SwappableExchange(Exchange first) {
        current = first;
    }

    /** From now on this exchange answers; requests under way are answered by the one before. */
    public void to(Exchange next) {
        current = next;
    }

    @Override
    public Answer answer(IncomingRequest incoming) {
        return current.answer(incoming);
    }
}
