package dev.understudy.contract;

import dev.understudy.api.Request;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.text.Query;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may call an operation: one of several alternatives, each a set of credentials that are all needed. None of them
 * is verified; any credential of the right form passes.
 */
record Access(List<List<Scheme>> alternatives) {
    static final Access OPEN = new Access(List.of());

    /** A kind of credentials. */
    sealed interface Scheme {
        /** What is wrong with the credentials; empty if they pass. */
        Optional<Violation> flaw(Request request, Query query);

        /** The challenge for {@code WWW-Authenticate}. */
        String challenge();
    }

    /** What is missing; empty if the request may pass. */
    Optional<Violation> flaw(Request request, Query query) {
        Optional<Violation> first = Optional.empty();
        for (List<Scheme> alternative : alternatives) {
            Optional<Violation> flaw = firstFlaw(alternative, request, query);
            if (flaw.isEmpty()) {
                return flaw;
            }
            first = first.or(() -> flaw);
        }
        return first;
    }

    private static Optional<Violation> firstFlaw(List<Scheme> together, Request request, Query query) {
        for (Scheme scheme : together) {
            Optional<Violation> flaw = scheme.flaw(request, query);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return Optional.empty();
    }

    /** The keys of a query that may hold credentials. */
    List<String> queryKeys() {
        return alternatives.stream()
                .flatMap(List::stream)
                .filter(scheme -> scheme instanceof ApiKey key && key.place() == Place.QUERY)
                .map(scheme -> ((ApiKey) scheme).name())
                .toList();
    }

    /** The value of {@code WWW-Authenticate}. */
    String challenge() {
        return String.join(
                ", ",
                alternatives.stream()
                        .flatMap(List::stream)
                        .map(Scheme::challenge)
                        .distinct()
                        .toList());
    }

    /**
     * Credentials of a scheme in the header Authorization (RFC 9110 section 11.6.2).
     *
     * @param scheme such as Bearer (RFC 6750 section 2.1) or Basic (RFC 7617)
     */
    record Authorization(String scheme) implements Scheme {
        static final Authorization BEARER = new Authorization("Bearer");

        @Override
        public Optional<Violation> flaw(Request request, Query query) {
            List<String> headers = request.headers().all("Authorization");
            if (headers.size() != 1) {
                return flaw(headers.isEmpty() ? "missing" : "given " + headers.size() + " times");
            }
            // What came may be a secret, so no message repeats any of it.
            String value = headers.get(0).strip();
            int end = 0;
            while (end < value.length() && value.charAt(end) != ' ' && value.charAt(end) != '\t') {
                end++;
            }
            if (!value.substring(0, end).equalsIgnoreCase(scheme)) {
                return flaw(value.isEmpty() ? "empty" : "of another scheme");
            }
            return end == value.length() ? flaw("without " + credentials()) : Optional.empty();
        }

        private Optional<Violation> flaw(String got) {
            return Optional.of(new Violation(
                    Place.HEADER, "Authorization", "", "security", "be \"" + scheme + "\" and " + credentials(), got));
        }

        private String credentials() {
            return scheme.equals("Bearer") ? "a token" : "credentials";
        }

        /** RFC 7617 section 2 wants a realm beside Basic. */
        @Override
        public String challenge() {
            return scheme.equals("Basic") ? "Basic realm=\"API\"" : scheme;
        }
    }

    /** A key in a header, in a cookie or in the query. */
    record ApiKey(Place place, String name) implements Scheme {
        @Override
        public Optional<Violation> flaw(Request request, Query query) {
            List<String> keys = new Received(Map.of(), query, request.headers()).all(place, name);
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
    }
}
