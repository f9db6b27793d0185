package dev.understudy.road;

import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Routes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Handles cross-origin requests as the Fetch standard defines them; preflights are answered from the contracts. */
public final class Cors implements Filter {
    private static final String ANY = "*";
    private static final byte[] NOTHING = {};
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    /** Headers of the server that a page could not read otherwise. */
    private static final String EXPOSED = "Allow, ETag, Link, Location, Retry-After, WWW-Authenticate";

    /**
     * The headers above, and those that a page can read anyway or does not need; any other header comes from a
     * contract.
     */
    private static final Set<String> READABLE = readable();

    /** How long a browser may cache a preflight, in seconds. */
    private static final String REMEMBERED = "600";

    /** Which pages may read an answer, for answers that many requests share. */
    private enum Reader {
        NOBODY,
        ANYBODY
    }

    private final Origins origins;
    private final Routes routes;

    /** Lets pages of these origins use these routes. */
    public Cors(Origins origins, Routes routes) {
        this.origins = origins;
        this.routes = routes;
    }

    @Override
    public Exchange around(Exchange next) {
        return incoming -> {
            Request request = incoming.request();
            boolean asks = request.method().equals("OPTIONS");
            return marked(request, asks ? options(incoming, next) : next.answer(incoming));
        };
    }

    private Answer options(IncomingRequest incoming, Exchange next) {
        Request request = incoming.request();
        Set<String> methods = routes.methods(request.path());
        if (isPreflight(request)) {
            return allowed(request.headers().all("Origin")) ? preflight(request, methods) : bare(Map.of());
        }
        if (methods.isEmpty() || methods.contains("OPTIONS")) {
            return next.answer(incoming);
        }
        var all = new TreeSet<>(methods);
        all.add("OPTIONS");
        return bare(Map.of("Allow", String.join(", ", all)));
    }

    static boolean isPreflight(Request request) {
        return !request.headers().all("Origin").isEmpty()
                && !request.headers().all("Access-Control-Request-Method").isEmpty();
    }

    private static Answer preflight(Request request, Set<String> methods) {
        var headers = new TreeMap<String, String>();
        headers.put("Access-Control-Allow-Methods", String.join(", ", methods.isEmpty() ? wanted(request) : methods));
        headers.put("Access-Control-Allow-Headers", String.join(", ", allowedHeaders(request)));
        headers.put("Access-Control-Max-Age", REMEMBERED);
        return bare(headers);
    }

    /**
     * For a path without a contract, allow the requested method: the page can then read the 404, but it could not read
     * a failed preflight.
     */
    private static Set<String> wanted(Request request) {
        return new TreeSet<>(request.headers().all("Access-Control-Request-Method").stream()
                .filter(method -> TOKEN.matcher(method).matches())
                .toList());
    }

    private static Set<String> allowedHeaders(Request request) {
        // A page may always send these, requested or not: session keys, and headers that choose the answer.
        var names = new LinkedHashSet<>(List.of(
                "authorization",
                "content-type",
                "baggage",
                "prefer",
                "understudy-session",
                "understudy-requests",
                "understudy-responses"));
        for (String list : request.headers().all("Access-Control-Request-Headers")) {
            for (String name : list.split(",", 100)) {
                if (TOKEN.matcher(name.strip()).matches()) {
                    names.add(name.strip().toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }

    private Answer marked(Request request, Answer answer) {
        List<String> origin = request.headers().all("Origin");
        if (!allowed(origin)) {
            if (origin.size() == 1) {
                origins.refuse(origin.get(0));
            }
            return answer.changed(Reader.NOBODY, response -> marked(response, Map.of()));
        }
        if (!origins.names(origin.get(0))) {
            return answer.changed(Reader.ANYBODY, response -> marked(response, read(ANY, response)));
        }
        // There are too many origins to cache an answer for each.
        var headers = new HashMap<>(read(origin.get(0), answer.response()));
        headers.put("Access-Control-Allow-Credentials", "true");
        return answer.with(marked(answer.response(), headers));
    }

    private static Map<String, String> read(String origin, Response response) {
        var exposed = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        exposed.addAll(response.headers().keySet());
        exposed.removeAll(READABLE);
        String names = exposed.isEmpty() ? EXPOSED : EXPOSED + ", " + String.join(", ", exposed);
        return Map.of("Access-Control-Allow-Origin", origin, "Access-Control-Expose-Headers", names);
    }

    private static Set<String> readable() {
        var readable = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        readable.addAll(List.of(EXPOSED.split(", ")));
        readable.addAll(List.of("Cache-Control", "Content-Encoding", "Content-Language", "Content-Length"));
        readable.addAll(List.of("Content-Type", "Date", "Expires", "Last-Modified", "Pragma", "Vary"));
        return readable;
    }

    private static Response marked(Response response, Map<String, String> more) {
        var headers = new TreeMap<>(response.headers());
        headers.putAll(more);
        headers.merge("Vary", "Origin", (old, origin) -> old + ", " + origin);
        return new Response(response.status(), headers, response.body());
    }

    /** A browser never sends two Origin headers. */
    private boolean allowed(List<String> origin) {
        return origin.size() == 1 && (origins.names(origin.get(0)) || origins.any());
    }

    private static Answer bare(Map<String, String> headers) {
        return Answer.of(new Response(204, headers, NOTHING));
    }
}
