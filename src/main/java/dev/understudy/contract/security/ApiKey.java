package dev.understudy.contract.security;

import dev.understudy.api.Request;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.text.Cookies;
import dev.understudy.contract.text.Query;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A key in a header, in a cookie or in the query. */
record ApiKey(Place place, String name) implements Scheme {
    @Override
    public Optional<Violation> flaw(Request request, Query query) {
        List<String> keys =
                switch (place) {
                    case QUERY -> query.all(name);
                    case COOKIE -> Cookies.of(request.headers()).getOrDefault(name, List.of());
                    default -> request.headers().all(name);
                };
        if (keys.size() == 1 && !keys.get(0).isBlank()) {
            return Optional.empty();
        }
        String got = keys.isEmpty() ? "missing" : keys.size() == 1 ? "empty" : "given " + keys.size() + " times";
        return Optional.of(new Violation(place, name, "", "security", "be an API key", got));
    }

    /** RFC 9110 section 11.6.1 wants a challenge in every 401, but no scheme is registered for keys. */
    @Override
    public String challenge() {
        return "ApiKey";
    }

    @Override
    public String described() {
        return place.name().toLowerCase(Locale.ROOT) + " \"" + name + "\"";
    }

    @Override
    public Credential example() {
        return new Credential(place, name, Credential.ANY);
    }
}
