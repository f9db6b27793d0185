package dev.understudy.server;

import dev.understudy.exchange.Answer;
import dev.understudy.exchange.Exchange;
import dev.understudy.exchange.Filter;
import dev.understudy.exchange.Problem;
import java.util.Map;

/** Whether the server is about to end: from then on it is not ready, and keeps no connection for another request. */
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
        return request -> begun && request.path().equals("/-/ready")
                ? Answer.of(Problem.of(503, "Service Unavailable", "The server is about to end.", request.path())
                        .response(Map.of()))
                : next.answer(request);
    }
}
