package dev.understudy.exchange;

import dev.understudy.contract.Contract;
import dev.understudy.contract.Request;
import java.util.List;
import java.util.Map;

/** All APIs on one port: each request goes to the one that its path belongs to. */
public final class Switchboard implements Exchange {
    private final Routes routes;
    private final Map<Contract, Exchange> exchanges;

    /** These exchanges, each behind its contract's paths. */
    public Switchboard(Routes routes, Map<Contract, Exchange> exchanges) {
        this.routes = routes;
        this.exchanges = Map.copyOf(exchanges);
    }

    @Override
    public Answer answer(Request request) {
        return routes.owner(request.method(), request.path())
                .map(exchanges::get)
                .map(exchange -> exchange.answer(request))
                .orElseGet(() -> nowhere(request.path()));
    }

    private Answer nowhere(String path) {
        List<String> nearest = routes.nearest(path);
        String detail = nearest.isEmpty()
                ? "No API is mocked here."
                : "path must be one of a mocked API's, was " + path + "; the nearest is " + nearest.get(0) + ".";
        return new Problem("about:blank", "Not Found", 404, detail, path, nearest).answer();
    }
}
