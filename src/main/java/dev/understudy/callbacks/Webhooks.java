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

/** The webhooks of all contracts, sent when somebody asks for it. They go to one address, and that must be allowed. */
final class Webhooks {
    private final Map<Contract, RequestWriter> writers;
    private final CallbackSettings settings;
    private final Dispatch dispatch;
    private @Nullable Map<String, List<Sender>> read;

    /** A webhook of a contract. */
    private record Sender(String api, OutgoingRequest outgoing, RequestWriter writer) {}

    /**
     * What came of one of the requests of a webhook.
     *
     * @param url where it goes; null if it is not sent
     * @param why it is not sent; null if it is
     */
    record Sent(String method, @Nullable String url, @Nullable String why) {}

    Webhooks(Map<Contract, RequestWriter> writers, CallbackSettings settings, SendQueue queue) {
        this.writers = writers;
        this.settings = settings;
        this.dispatch = new Dispatch(settings, queue);
    }

    /** Their names, in the order of the documents. */
    List<String> names() {
        return List.copyOf(senders().keySet());
    }

    /** Whether there is an address that they go to. */
    boolean haveAddress() {
        return settings.webhooks() != null;
    }

    /**
     * Sends the webhook of this name, with an operation for each of its methods.
     *
     * @param session has it in its journal
     * @param seed another one makes another body, where it is made
     * @param about what it tells of: its properties go into the body where that has them; null for nothing
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

    /** Read when somebody asks for the first time: some documents have hundreds. */
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
