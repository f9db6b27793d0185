package dev.understudy.http;

import dev.understudy.api.MessageText;
import dev.understudy.api.text.Authority;
import dev.understudy.road.Problem;
import dev.understudy.road.WarnOnce;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks what every request must have, whatever it asks for (RFC 9110, RFC 9112). */
final class RequestCheck {
    private static final Pattern AUTHORITY =
            Pattern.compile("[A-Za-z0-9._~%!$&'()*+,;=-]+(:\\d*)?|\\[[0-9A-Fa-f:.]+](:\\d*)?");
    /** Names that a message can quote as part of a command line. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

    /** In characters; the limit for a DNS name (RFC 1035 section 2.3.4). */
    private static final int LONGEST_NAME = 253;

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*)([/?].*)?");

    private static final Logger LOG = LoggerFactory.getLogger(RequestCheck.class);

    private final Limits limits;
    private final AllowedHosts names;
    private final Supplier<Set<String>> ofApis;
    private final WarnOnce refused = new WarnOnce(LOG, "hosts");
    /** The last allowed host; clients seldom change it. */
    private volatile String lastHost = "";
    /** The last allowed host of an API. */
    private volatile OfApi lastOfApi = new OfApi("", Set.of());

    /** An allowed host of an API, and the set in which it was found. */
    private record OfApi(String host, Set<String> among) {}

    /** @param ofApis the hosts of APIs, which are allowed only for their calls */
    RequestCheck(Limits limits, AllowedHosts names, Supplier<Set<String>> ofApis) {
        this.limits = limits;
        this.names = names;
        this.ofApis = ofApis;
    }

    /** Why the request is rejected; empty if it is accepted. */
    Optional<Problem> problem(HttpServerRequest request) {
        Optional<Problem> problem = unread(request);
        if (problem.isEmpty()) {
            problem = misdirected(request);
        }
        return problem.isEmpty() ? excessive(request) : problem;
    }

    /** Rejects requests that cannot be interpreted with certainty. */
    private static Optional<Problem> unread(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.CONNECT)) {
            return problem(501, "Not Implemented", "This is no proxy: the method CONNECT is not spoken.");
        }
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            List<String> codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
            if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
                return problem(501, "Not Implemented", "header \"Transfer-Encoding\" must be chunked or left out.");
            }
            if (request.version() == HttpVersion.HTTP_1_0) {
                return bad("header \"Transfer-Encoding\" must be left out of HTTP/1.0.");
            }
        }
        String expect = request.getHeader(HttpHeaders.EXPECT);
        if (expect != null && !expect.equalsIgnoreCase("100-continue")) {
            return problem(417, "Expectation Failed", "header \"Expect\" must be 100-continue or left out.");
        }
        String uri = request.uri();
        boolean known =
                uri.startsWith("/") || uri.equals("*") && request.method().equals(HttpMethod.OPTIONS);
        if (!known && authority(uri).isEmpty()) {
            return bad("The target must be a path, or an address that begins with http:// or https://.");
        }
        return isPrintable(uri) ? Optional.empty() : bad("The target must be percent-encoded.");
    }

    private static boolean isPrintable(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            if (uri.charAt(i) <= ' ' || uri.charAt(i) >= 127) {
                return false;
            }
        }
        return true;
    }

    /** The authority in a target in absolute form; most targets are only a path. */
    private static Optional<String> authority(String uri) {
        if (uri.startsWith("/")) {
            return Optional.empty();
        }
        Matcher absolute = ABSOLUTE.matcher(uri);
        return absolute.matches() ? Optional.of(absolute.group(1)) : Optional.empty();
    }

    private Optional<Problem> misdirected(HttpServerRequest request) {
        Optional<String> named = authority(request.uri());
        if (named.isPresent()) {
            String authority = named.get();
            if (!AUTHORITY.matcher(authority).matches()) {
                return bad("The target must name a host.");
            }
            if (!allow(request, authority)) {
                return foreign(authority);
            }
        }
        if (request.version() == HttpVersion.HTTP_2) {
            String authority =
                    request.authority() == null ? "" : request.authority().toString();
            return allow(request, authority) ? Optional.empty() : foreign(authority);
        }
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        if (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0) {
            return Optional.empty();
        }
        if (hosts.size() == 1 && hosts.get(0).equals(lastHost)) {
            return Optional.empty();
        }
        if (hosts.size() != 1 || !AUTHORITY.matcher(hosts.get(0)).matches()) {
            String got = hosts.isEmpty() ? "missing" : hosts.size() > 1 ? "given " + hosts.size() + " times" : "none";
            return bad("header \"Host\" must be given once and name a host, was " + got + ".");
        }
        return allow(request, hosts.get(0)) ? Optional.empty() : foreign(hosts.get(0));
    }

    /**
     * The server's names are valid for all paths, those of an API only for API calls, not for the server's own pages.
     */
    private boolean allow(HttpServerRequest request, String authority) {
        if (authority.equals(lastHost)) {
            return true;
        }
        Set<String> hosts = ofApis.get();
        OfApi known = lastOfApi;
        if (known.among() != hosts || !known.host().equals(authority)) {
            if (names.allow(authority)) {
                lastHost = authority;
                return true;
            }
            if (!hosts.contains(Authority.host(authority))) {
                return false;
            }
            lastOfApi = new OfApi(authority, hosts);
        }
        String path = request.path();
        return path == null
                || RequestDispatcher.isCall(RequestDispatcher.inside(path).path());
    }

    /** The host of a request; a target in absolute form takes precedence (RFC 9112 section 3.2.2). */
    static List<String> hosts(HttpServerRequest request) {
        Optional<String> named = authority(request.uri());
        if (named.isPresent()) {
            return List.of(named.get());
        }
        return request.version() == HttpVersion.HTTP_2 && request.authority() != null
                ? List.of(request.authority().toString())
                : request.headers().getAll(HttpHeaders.HOST);
    }

    private Optional<Problem> excessive(HttpServerRequest request) {
        if (fields(request.headers()) > limits.headerFields()) {
            return problem(
                    431,
                    "Request Header Fields Too Large",
                    "There must be at most " + limits.headerFields() + " header fields.");
        }
        if (request.uri().length() > limits.requestLine()) {
            String detail = "The request line must have at most " + limits.requestLine() + " bytes.";
            return problem(414, "URI Too Long", detail);
        }
        String query = request.query();
        return query != null && ampersands(query) >= limits.queryParameters()
                ? bad("The query must have at most " + limits.queryParameters() + " parameters.")
                : Optional.empty();
    }

    /** Counts all header lines, since {@code size()} counts only names. */
    private static int fields(MultiMap headers) {
        int count = 0;
        for (Map.Entry<String, String> field : headers) {
            count++;
        }
        return count;
    }

    private static int ampersands(String query) {
        int count = 0;
        for (int i = query.indexOf('&'); i >= 0; i = query.indexOf('&', i + 1)) {
            count++;
        }
        return count;
    }

    private Optional<Problem> foreign(String authority) {
        String name = Authority.host(authority);
        boolean usable = NAME.matcher(name).matches() && name.length() <= LONGEST_NAME;
        refused.warn(
                name,
                "A request to the host " + MessageText.text(authority) + " was refused: serve --allowed-host "
                        + (usable ? name : "NAME") + " takes it");
        return problem(
                421,
                "Misdirected Request",
                "The host must be a name of this machine, such as localhost; --allowed-host adds others.");
    }

    private static Optional<Problem> bad(String detail) {
        return problem(400, "Bad Request", detail);
    }

    private static Optional<Problem> problem(int status, String title, String detail) {
        return Optional.of(Problem.of(status, title, detail, ""));
    }
}
