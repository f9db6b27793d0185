package dev.understudy.callbacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Call;
import dev.understudy.api.text.Percent;
import dev.understudy.contract.OutgoingRequest;
import dev.understudy.contract.RequestParts;
import dev.understudy.contract.expression.ExpressionContext;
import dev.understudy.contract.expression.RuntimeExpression;
import dev.understudy.contract.expression.RuntimeExpression.Filled;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Composes the request of a callback, or says why none is sent. */
record Composer(CallbackSettings settings) {
    /** In characters: how much of a body a log line shows. */
    private static final int LONGEST = 200;

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** The result of composing a request. */
    sealed interface Composed {}

    /** A request that may be sent. */
    record Ready(PreparedRequest request) implements Composed {}

    /**
     * Nothing is sent.
     *
     * @param why the explanation for the log
     * @param request the request that would be sent; null if unknown
     * @param reason the explanation without content of the request
     */
    record Unsent(String why, @Nullable PreparedRequest request, String reason) implements Composed {
        Unsent(String why) {
            this(why, null, why);
        }

        static Unsent of(PreparedRequest request, String reason) {
            String what = request.method() + " " + request.url() + " with " + content(request.body());
            return new Unsent("not sent: " + what + ", " + reason, request, "not sent, " + reason);
        }
    }

    /** @param target the address, with expressions */
    Composed compose(
            OutgoingRequest outgoing,
            String target,
            Call call,
            ExpressionContext exchanged,
            String id,
            long seconds,
            RequestWriter writer) {
        if (outgoing.flaw().isPresent()) {
            return new Unsent("not sent: " + outgoing.flaw().get());
        }
        Filled address = RuntimeExpression.fill(target, exchanged);
        if (!address.missing().isEmpty()) {
            return new Unsent("not sent, as the call gives no value for " + String.join(", ", address.missing()));
        }
        Optional<URI> url = url(address.text());
        if (url.isEmpty()) {
            return new Unsent("not sent, as \"" + shown(address.text()) + "\" is no address of http or https");
        }
        Optional<RequestParts> parts = writer.write(outgoing, call, exchanged.body());
        if (parts.isEmpty()) {
            return new Unsent("not sent, as no value was found for its body");
        }
        return request(outgoing, query(url.get(), parts.get().query()), parts.get(), id, seconds);
    }

    private Composed request(OutgoingRequest outgoing, URI url, RequestParts parts, String id, long seconds) {
        byte[] body = parts.body() == null ? new byte[0] : parts.body().bytes();
        int port = port(url);
        Map<String, String> headers = headers(parts, body, id, seconds);
        return settings.allowed().stream()
                .filter(each -> each.is(url.getHost(), port))
                .findFirst()
                .<Composed>map(
                        allowed -> new Ready(new PreparedRequest(outgoing.method(), url, allowed, headers, body)))
                .orElseGet(() -> Unsent.of(
                        new PreparedRequest(
                                outgoing.method(),
                                url,
                                new AllowedAddress(url.getHost(), port, List.of()),
                                headers,
                                body),
                        "as no option allows it; start with --allow-callback " + url.getHost() + ":" + port));
    }

    /** The body, shortened for a log line. */
    private static String content(byte[] body) {
        return body.length == 0 ? "no body" : shown(new String(body, UTF_8));
    }

    private Map<String, String> headers(RequestParts parts, byte[] body, String id, long seconds) {
        var headers = new LinkedHashMap<>(parts.headers());
        if (parts.body() != null) {
            headers.put("Content-Type", parts.body().type());
        }
        String time = Long.toString(seconds);
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", time);
        if (settings.secret() != null) {
            var signature = new Signature(settings.secret());
            headers.replaceAll((name, value) -> name.toLowerCase(Locale.ROOT).contains("signature")
                    ? (value.startsWith("sha256=") || name.endsWith("256") ? "sha256=" : "") + signature.plain(body)
                    : value);
            headers.put("webhook-signature", signature.of(id, time, body));
        }
        return headers;
    }

    private static Optional<URI> url(String text) {
        try {
            URI url = URI.create(text.strip());
            boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            return http && url.getHost() != null && url.getUserInfo() == null ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : "https".equalsIgnoreCase(url.getScheme()) ? HTTPS : HTTP;
    }

    /** Adds these parameters to the query, except those that the address already has. */
    private static URI query(URI url, Map<String, String> parameters) {
        @Nullable String own = url.getRawQuery();
        var query = new StringJoiner("&");
        if (own != null && !own.isEmpty()) {
            query.add(own);
        }
        parameters.forEach((name, value) -> {
            String key = Percent.encode(name) + "=";
            if (own == null || !("&" + own).contains("&" + key)) {
                query.add(key + Percent.encode(value));
            }
        });
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return URI.create(
                url.getScheme() + "://" + url.getRawAuthority() + path + (query.length() == 0 ? "" : "?" + query));
    }

    private static String shown(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
