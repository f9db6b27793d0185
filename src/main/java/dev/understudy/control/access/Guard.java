package dev.understudy.control.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Headers;
import dev.understudy.api.MessageText;
import dev.understudy.api.Request;
import dev.understudy.api.Target;
import dev.understudy.api.text.Authority;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import dev.understudy.road.Filter;
import dev.understudy.road.Problem;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Admits requests to the control API. A browser's request must come from a page of this server. A program on this
 * machine needs no token, and any other client does. A request that came through a proxy does not count as coming from
 * this machine.
 */
public final class Guard implements Filter {
    /** The token that opens the control API to all clients. */
    public static final String OPEN = "none";

    /** Headers that proxies add to requests. */
    private static final List<String> PASSED_ON = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            "X-Forwarded-Server",
            "X-Forwarded-Prefix",
            "X-Forwarded-Path",
            "X-Forwarded-Uri",
            "X-Forwarded-Method",
            "X-Forwarded-Scheme",
            "X-Forwarded-Ssl",
            "X-Forwarded-By",
            "X-Forwarded-User",
            "X-Forwarded-Email",
            "X-Forwarded-Groups",
            "X-Forwarded-Client-Cert",
            "X-Real-IP");

    private final Supplier<String> token;

    /** @param token supplies {@link #OPEN}, or empty for none, so that only this machine is admitted */
    public Guard(Supplier<String> token) {
        this.token = token;
    }

    @Override
    public Exchange around(Exchange next) {
        return incoming -> {
            Request request = incoming.request();
            if (!isOfThisServer(request.headers())) {
                return foreign(request);
            }
            boolean known = isOnThisMachine(request.headers()) || opens(token.get(), request.headers());
            return known ? next.answer(incoming) : unknown(request);
        };
    }

    /**
     * Whether a program or a page of this server sent the request. Browsers send {@code Sec-Fetch-Site}, but for hosts
     * without TLS, other than localhost, only {@code Origin}.
     */
    private static boolean isOfThisServer(Headers headers) {
        String site = first(headers, "Sec-Fetch-Site");
        if (!site.isEmpty()) {
            return site.equals("same-origin") || site.equals("none");
        }
        List<String> origin = headers.all("Origin");
        String own = first(headers, Target.SCHEME) + "://" + first(headers, "Host");
        return origin.isEmpty() || origin.equals(List.of(own.toLowerCase(Locale.ROOT)));
    }

    private static boolean isOnThisMachine(Headers headers) {
        String peer = first(headers, Target.PEER);
        boolean loopback = Authority.isThisMachine(peer) || peer.equals("::1") || peer.matches("0*(:0+){6}:0*1(%.*)?");
        return loopback
                && Authority.isThisMachine(Authority.host(first(headers, "Host")))
                && PASSED_ON.stream().allMatch(name -> headers.all(name).isEmpty());
    }

    /** Whether the request has the token, or needs none. */
    private static boolean opens(String token, Headers headers) {
        if (token.equals(OPEN)) {
            return true;
        }
        List<String> sent = headers.all("Authorization");
        String text = sent.size() == 1 ? sent.get(0) : "";
        return !token.isEmpty()
                && text.regionMatches(true, 0, "Bearer ", 0, 7)
                // This takes the same time for every wrong token.
                && MessageDigest.isEqual(text.substring(7).strip().getBytes(UTF_8), token.getBytes(UTF_8));
    }

    private static Answer foreign(Request request) {
        String from = first(request.headers(), "Origin");
        String detail = "Pages of other origins may not use the control API"
                + (from.isEmpty() ? "" : ", was " + MessageText.text(from))
                + ": call it from a program, such as a test's own HTTP client, and not from within a page.";
        return Problem.of(403, "Forbidden", detail, request.path()).answer();
    }

    private static Answer unknown(Request request) {
        String detail = "From another machine, through a proxy, or by another name than localhost the control API needs"
                + " the token that serve prints, or the one of --control-token: Authorization: Bearer TOKEN.";
        Problem problem = Problem.of(401, "Unauthorized", detail, request.path());
        return Answer.of(problem.response(Map.of("WWW-Authenticate", "Bearer realm=\"control\"")));
    }

    private static String first(Headers headers, String name) {
        return headers.all(name).stream().findFirst().orElse("");
    }
}
