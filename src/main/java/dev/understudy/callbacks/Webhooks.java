package dev.understudy.callbacks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.Headers;
import dev.understudy.api.Preference;
import dev.understudy.api.Target;
import dev.understudy.api.stream.Pace;
import dev.understudy.contract.Contract;
import dev.understudy.contract.OutgoingRequest;
import dev.understudy.contract.expression.ExpressionContext;
import dev.understudy.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The webhooks of all contracts, which are sent on request. They go to a single address, which must be allowed. */
final class Webhooks {
    private final Map<Contract, RequestWriter> writers;
    private final CallbackSettings settings;
    private final Dispatch dispatch;
    private @Nullable Map<String, List<Sender>> read;

    /** A webhook of a contract. */
    private record Sender(String api, OutgoingRequest outgoing, RequestWriter writer) {}

    /**
     * The outcome of one request of a webhook.
     *
     * @param url the target; null if the request is not sent
     * @param why the reason why it is not sent; null if it is
     */
    record Sent(String method, @Nullable String url, @Nullable String why) {}

    Webhooks(Map<Contract, RequestWriter> writers, CallbackSettings settings, SendQueue queue) {
        this.writers = writers;
        this.settings = settings;
        this.dispatch = new Dispatch(settings, queue);
    }

    /** The names of the webhooks, in the order of the documents. */
    List<String> names() {
        return List.copyOf(senders().keySet());
    }

    /** Whether an address for webhooks is set. */
    boolean haveAddress() {
        return settings.webhooks() != null;
    }

    /**
     * Sends the webhook with this name; it has an operation for each of its methods.
     *
     * @param session the session whose journal records it
     * @param seed the seed for a generated body
     * @param about an object whose properties are put into the body where it has them; null for none
     */
    List<Sent> send(String name, Session session, long seed, @Nullable JsonNode about) {
        var sent = new ArrayList<Sent>();
        String address = String.valueOf(settings.webhooks());
        var exchanged = new ExpressionContext("", "POST", 0, Headers.NONE, null, Arguments.NONE, Map.of(), about);
        var preference = new Preference(null, null, false, seed);
        for (Sender sender : senders().getOrDefault(name, List.of())) {
            var call = new Call(name, Arguments.NONE, "", preference, Target.NONE, Pace.NONE, List.of(), "");
            Composer.Composed composed = dispatch.send(
                    new Dispatch.Sender(session, sender.api()),
                    sender.outgoing(),
                    address,
                    call,
                    exchanged,
                    sender.writer());
            sent.add(
                    composed instanceof Composer.Ready ready
                            ? new Sent(
                                    ready.request().method(),
                                    ready.request().url().toString(),
                                    null)
                            : new Sent(sender.outgoing().method(), null, ((Composer.Unsent) composed).why()));
        }
        return sent;
    }

    /** Read on first use, as some documents have hundreds of webhooks. */
    private synchronized Map<String, List<Sender>> senders() {
        if (read == null) {
            var senders = new LinkedHashMap<String, List<Sender>>();
            writers.forEach((contract, writer) -> contract.webhooks()
                    .forEach(outgoing -> senders.computeIfAbsent(outgoing.name(), name -> new ArrayList<>())
                            .add(new Sender(contract.name(), outgoing, writer))));
            read = senders;
        }
        return read;
    }
}
