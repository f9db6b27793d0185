package dev.understudy.road;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.understudy.api.Request;
import dev.understudy.contract.Contract;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All APIs on one port: each request goes to the one that its path belongs to. */
public final class Switchboard implements Exchange {
    private static final int REMEMBERED = 1000;

    private final Routes routes;
    private final Map<Contract, Exchange> exchanges;
    private final Cache<Target, Optional<Exchange>> found = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    /** These exchanges, each behind its contract's paths. */
    public Switchboard(Routes routes, Map<Contract, ? extends Exchange> exchanges) {
        this.routes = routes;
        this.exchanges = Map.copyOf(exchanges);
    }

    @Override
    public Answer answer(Request request) {
        return found.get(new Target(request.method(), request.path()), this::owner)
                .map(exchange -> exchange.answer(request))
                .orElseGet(() -> request.hasTextAsPath() ? nowhere(request.path()) : unreadable());
    }

    private record Target(String method, String path) {}

    private Optional<Exchange> owner(Target target) {
        return routes.owner(target.method(), target.path()).map(exchanges::get);
    }

    private static Answer unreadable() {
        return Problem.of(400, "Bad Request", "path must be percent-encoded UTF-8.", "")
                .answer();
    }

    private Answer nowhere(String path) {
        List<String> nearest = routes.nearest(path);
        String detail = nearest.isEmpty()
                ? "No API is mocked here."
                : "path must be one of a mocked API's, was " + path + "; the nearest is " + nearest.get(0) + ".";
        return new Problem("about:blank", "Not Found", 404, detail, path, nearest).answer();
    }
}
