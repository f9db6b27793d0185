package dev.understudy.http;

import dev.understudy.road.Exchange;
import dev.understudy.road.Filter;
import dev.understudy.road.Problem;

/** Whether the server is shutting down: it is then not ready, and keeps no connection open for another request. */
final class Drain implements Filter {
    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    boolean begun() {
        return begun;
    }

    @Override
    public Exchange around(Exchange next) {
        return incoming -> begun && incoming.request().path().equals("/-/ready")
                ? Problem.of(
                                503,
                                "Service Unavailable",
                                "The server is about to end.",
                                incoming.request().path())
                        .answer()
                : next.answer(incoming);
    }
}
