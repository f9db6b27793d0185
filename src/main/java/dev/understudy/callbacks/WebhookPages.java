package dev.understudy.callbacks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MessageText;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.api.text.Percent;
import dev.understudy.contract.Contract;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import dev.understudy.road.Filter;
import dev.understudy.road.IncomingRequest;
import dev.understudy.road.Problem;
import dev.understudy.session.RequestedSession;
import dev.understudy.session.Session;
import dev.understudy.session.SessionKeyReader;
import dev.understudy.session.Sessions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serves {@code GET /-/webhooks}, which lists the webhooks of the contracts, and {@code POST /-/webhooks/NAME}, which
 * sends one.
 */
public final class WebhookPages implements Filter {
    private static final String PATH = "/-/webhooks";

    /** The maximum number of names in a message. */
    private static final int MOST = 10;

    private final Webhooks webhooks;
    private final Filter guard;
    private final Sessions sessions;
    private final AtomicLong seeds = new AtomicLong();

    /**
     * Serves the webhooks of these contracts.
     *
     * @param sessions the sessions that a request may name; their journals record what is sent
     * @param guard admits the requests that may use the webhooks
     */
    public WebhookPages(
            Map<Contract, RequestWriter> writers,
            CallbackSettings settings,
            SendQueue queue,
            Sessions sessions,
            Filter guard) {
        this.sessions = sessions;
        this.guard = guard;
        this.webhooks = new Webhooks(writers, settings, queue);
    }

    @Override
    public Exchange around(Exchange next) {
        Exchange own = guard.around(this::page);
        return incoming -> {
            String path = incoming.request().path();
            return path.equals(PATH) || path.startsWith(PATH + "/") ? own.answer(incoming) : next.answer(incoming);
        };
    }

    private Answer page(IncomingRequest incoming) {
        // The first request reads the webhooks, and sending one compiles its schemas.
        incoming.budget().requireUnlimited();
        return Answer.of(answer(incoming.request()));
    }

    private Response answer(Request request) {
        boolean list = request.path().equals(PATH);
        String method = list ? "GET" : "POST";
        if (list && request.method().equals("HEAD") || request.method().equals(method)) {
            return list ? json(200, Map.of("webhooks", webhooks.names())) : send(request);
        }
        String detail = "method must be " + method + ", was " + request.method();
        return Problem.of(405, "Method Not Allowed", detail, request.path())
                .response(Map.of("Allow", list ? "GET, HEAD" : method));
    }

    private Response send(Request request) {
        String name = Percent.decode(request.path().substring(PATH.length() + 1), false)
                .orElse("");
        if (!webhooks.names().contains(name)) {
            return problem(request, 404, "Not Found", "There is no webhook " + name + "; there are " + known());
        } else if (!webhooks.haveAddress()) {
            return problem(
                    request, 409, "Conflict", "There is no address that webhooks go to: start with --webhooks-to URL");
        }
        RequestedSession requested = SessionKeyReader.of(request.headers(), null);
        if (requested instanceof RequestedSession.Wrong wrong) {
            return problem(request, 400, "Bad Request", wrong.detail());
        }
        String key = requested instanceof RequestedSession.Of of ? of.key() : Session.DEFAULT;
        return sessions.find(key)
                .map(session -> send(request, name, session))
                .orElseGet(() -> problem(
                        request, 404, "Not Found", "There is no session " + key + ". " + Sessions.HOW_TO_MAKE_ONE));
    }

    private Response send(Request request, String name, Session session) {
        try {
            JsonNode about = request.bytes().length == 0 ? null : Json.read(request.bytes());
            List<Webhooks.Sent> sent = webhooks.send(name, session, seeds.getAndIncrement(), about);
            return sent.stream()
                    .map(Webhooks.Sent::why)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(why -> problem(request, 409, "Conflict", why))
                    .orElseGet(() -> json(
                            202,
                            Map.of(
                                    "sent",
                                    sent.stream().map(WebhookPages::shown).toList())));
        } catch (MalformedJson e) {
            return problem(request, 400, "Bad Request", "body must be JSON: " + e.getMessage());
        }
    }

    private String known() {
        List<String> names = webhooks.names();
        return names.isEmpty() ? "none" : names.size() > MOST ? names.size() + " at " + PATH : MessageText.and(names);
    }

    private static Map<String, String> shown(Webhooks.Sent sent) {
        return new TreeMap<>(Map.of("method", sent.method(), "url", String.valueOf(sent.url())));
    }

    private static Response json(int status, Object body) {
        return new Response(status, Map.of("Content-Type", "application/json"), Json.write(body));
    }

    private static Response problem(Request request, int status, String title, String detail) {
        return Problem.of(status, title, detail, request.path()).response(Map.of());
    }
}
