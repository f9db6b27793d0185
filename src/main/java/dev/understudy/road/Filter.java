package dev.understudy.road;

import java.util.List;

/** Something that happens to every request and answer on the way, whatever the API. */
@FunctionalInterface
public interface Filter {
    /** The exchange that does this, and asks the next one for what it does not answer itself. */
    Exchange around(Exchange next);

    /** These filters in the order in which a request meets them, and the exchange at their end. */
    static Exchange all(List<Filter> filters, Exchange end) {
        Exchange exchange = end;
        for (int i = filters.size() - 1; i >= 0; i--) {
            exchange = filters.get(i).around(exchange);
        }
        return exchange;
    }
}
