package dev.understudy.road;

import dev.understudy.api.Response;
import dev.understudy.api.Target;
import dev.understudy.session.SessionKeyReader;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps a client that selects its session by {@code /-/in/KEY} in that session: adds the prefix to addresses of this
 * server in {@code Location}, {@code Content-Location} and {@code Link}, and to the {@code Path} of cookies.
 */
public final class Prefixed implements Filter {
    private static final Pattern LINKED = Pattern.compile("<([^>]*)>");
    private static final Pattern COOKIE_PATH = Pattern.compile("(?i)(;\\s*path=)(/[^;]*)");

    @Override
    public Exchange around(Exchange next) {
        return incoming -> {
            Answer answer = next.answer(incoming);
            String path = incoming.request().headers().all(Target.PATH).stream()
                    .findFirst()
                    .orElse("");
            return path.startsWith(SessionKeyReader.PREFIX) ? kept(incoming, answer, path) : answer;
        };
    }

    private static Answer kept(IncomingRequest incoming, Answer answer, String path) {
        int end = path.indexOf('/', SessionKeyReader.PREFIX.length());
        String prefix = end < 0 ? path : path.substring(0, end);
        String authority =
                incoming.request().headers().all("Host").stream().findFirst().orElse("");
        var changed = new HashMap<String, String>();
        answer.response().headers().forEach((name, value) -> {
            String other =
                    switch (name.toLowerCase(Locale.ROOT)) {
                        case "location", "content-location" -> below(prefix, authority, value);
                        case "link" -> links(prefix, authority, value);
                        case "set-cookie" -> cookie(prefix, value);
                        default -> value;
                    };
            if (!other.equals(value)) {
                changed.put(name, other);
            }
        });
        return changed.isEmpty() ? answer : answer.with(changed(answer.response(), changed));
    }

    private static Response changed(Response response, Map<String, String> changed) {
        var headers = new HashMap<>(response.headers());
        headers.putAll(changed);
        return new Response(response.status(), headers, response.body());
    }

    private static String links(String prefix, String authority, String value) {
        Matcher link = LINKED.matcher(value);
        return link.replaceAll(found -> Matcher.quoteReplacement("<" + below(prefix, authority, found.group(1)) + ">"));
    }

    private static String cookie(String prefix, String value) {
        Matcher path = COOKIE_PATH.matcher(value);
        return path.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) + (found.group(2).startsWith(prefix) ? "" : prefix) + found.group(2)));
    }

    /** An address with the prefix if it is one of this server; otherwise unchanged. */
    private static String below(String prefix, String authority, String address) {
        int scheme = address.indexOf("://");
        String start = scheme < 0 || authority.isEmpty() ? "" : address.substring(0, scheme + 3) + authority;
        boolean ours = address.startsWith(start + "/") && !address.startsWith(start + "//");
        return ours && !address.startsWith(start + "/-/")
                ? start + prefix + address.substring(start.length())
                : address;
    }
}
