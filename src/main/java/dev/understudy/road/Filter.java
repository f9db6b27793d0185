package dev.understudy.road;

import java.util.List;

/** Handles every request and answer, whatever the API. */
@FunctionalInterface
public interface Filter {
    /** An exchange that applies this filter, and passes requests that it does not answer itself to the next one. */
    Exchange around(Exchange next);

    /** Combines these filters, in the order in which a request passes them, with the exchange at the end. */
    static Exchange all(List<Filter> filters, Exchange end) {
        Exchange exchange = end;
        for (int i = filters.size() - 1; i >= 0; i--) {
            exchange = filters.get(i).around(exchange);
        }
        return exchange;
    }
}
