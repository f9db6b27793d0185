package dev.understudy.contract.security;

import dev.understudy.api.Request;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.text.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who may call an operation: one of several alternatives, each a set of credentials that are all needed. None of them
 * is verified; any credential of the right form passes, but for a token of ours without the scopes that are needed.
 */
public record Access(List<List<Scheme>> alternatives) {
    /** Everybody. */
    public static final Access OPEN = new Access(List.of());

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    /** Why the request may not pass; empty if it may. */
    public Optional<Denial> denial(Request request, Query query) {
        if (alternatives.isEmpty()) {
            return Optional.empty();
        }
        List<Violation> nearest = List.of();
        int most = -1;
        Optional<Denial> forbidden = Optional.empty();
        for (List<Scheme> alternative : alternatives) {
            List<Violation> flaws = flaws(alternative, request, query);
            if (flaws.isEmpty()) {
                Optional<Denial> lacking = forbidden(alternative, request);
                if (lacking.isEmpty()) {
                    return lacking;
                }
                forbidden = forbidden.or(() -> lacking);
            } else if (alternative.size() - flaws.size() > most) {
                most = alternative.size() - flaws.size();
                nearest = flaws;
            }
        }
        return forbidden.isPresent() ? forbidden : Optional.of(new Denial(UNAUTHORIZED, nearest, challenge()));
    }

    private static List<Violation> flaws(List<Scheme> together, Request request, Query query) {
        var flaws = new ArrayList<Violation>(1);
        for (Scheme scheme : together) {
            scheme.flaw(request, query).ifPresent(flaws::add);
        }
        return flaws;
    }

    private static Optional<Denial> forbidden(List<Scheme> together, Request request) {
        return together.stream()
                .filter(Authorization.class::isInstance)
                .map(Authorization.class::cast)
                .flatMap(
                        scheme -> scheme
                                .lacking(request)
                                .map(flaw -> new Denial(FORBIDDEN, List.of(flaw), scheme.insufficient()))
                                .stream())
                .findFirst();
    }

    /** The alternatives in words; none if everybody may call. */
    public List<String> described() {
        return alternatives.stream().map(Access::described).toList();
    }

    private static String described(List<Scheme> together) {
        return together.isEmpty()
                ? "none"
                : String.join(" and ", together.stream().map(Scheme::described).toList());
    }

    /** Credentials that pass, for the first alternative; none if everybody may call. */
    public List<Credential> examples() {
        return alternatives.isEmpty() || alternatives.contains(List.<Scheme>of())
                ? List.of()
                : alternatives.get(0).stream().map(Scheme::example).toList();
    }

    /** The keys of a query that may hold credentials. */
    public List<String> queryKeys() {
        return alternatives.stream()
                .flatMap(List::stream)
                .filter(scheme -> scheme instanceof ApiKey key && key.place() == Place.QUERY)
                .map(scheme -> ((ApiKey) scheme).name())
                .toList();
    }

    /** Of all alternatives (RFC 9110 section 11.6.1). */
    private String challenge() {
        return String.join(
                ", ",
                alternatives.stream()
                        .flatMap(List::stream)
                        .map(Scheme::challenge)
                        .distinct()
                        .toList());
    }
}
