package dev.understudy.callbacks;

import dev.understudy.api.Body;
import dev.understudy.api.Call;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.api.Target;
import dev.understudy.api.ToleratedCall;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Match;
import dev.understudy.contract.Operation;
import dev.understudy.contract.OutgoingRequest;
import dev.understudy.contract.Routes;
import dev.understudy.contract.expression.ExpressionContext;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import dev.understudy.road.Filter;
import dev.understudy.road.IncomingRequest;
import dev.understudy.session.Strictness.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the callbacks of an operation after a successful answer, which does not wait for them. */
public final class Callbacks implements Filter {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final Routes routes;
    private final Dispatch dispatch;
    private final SendQueue queue;
    /** By the name of the contract and the operation. */
    private final Map<String, Sender> senders = new HashMap<>();
    /** The callbacks of operations that were called before. */
    private final Map<Operation, List<OutgoingRequest>> read = new ConcurrentHashMap<>();

    /** An operation that has callbacks. */
    private record Sender(Contract contract, Operation operation, RequestWriter writer) {}

    /**
     * Sends the callbacks of these contracts.
     *
     * @param routes the routes of all contracts
     * @param writers write the requests of the contracts that send any
     */
    public Callbacks(Routes routes, Map<Contract, RequestWriter> writers, CallbackSettings settings, SendQueue queue) {
        this.routes = routes;
        this.dispatch = new Dispatch(settings, queue);
        this.queue = queue;
        writers.forEach((contract, writer) -> contract.operations().stream()
                .filter(contract::hasCallbacks)
                .forEach(operation -> senders.put(
                        key(contract.name(), operation.operationId()), new Sender(contract, operation, writer))));
    }

    private static String key(String contract, String operation) {
        return contract + " " + operation;
    }

    @Override
    public Exchange around(Exchange next) {
        return senders.isEmpty()
                ? next
                : incoming -> {
                    Answer answer = next.answer(incoming);
                    Sender sender = senders.get(key(String.valueOf(answer.api()), String.valueOf(answer.operation())));
                    if (sender != null && answer.response().status() / HUNDRED == SUCCESS) {
                        later(sender, incoming, answer);
                    }
                    return answer;
                };
    }

    private void later(Sender sender, IncomingRequest incoming, Answer answer) {
        Request request = incoming.request();
        Response response = answer.response();
        // A body on disk is gone once the call has been answered.
        boolean stored = request.body() instanceof Body.Stored;
        Supplier<Optional<Call>> read = () -> call(sender, incoming);
        Optional<Call> early = stored ? read.get() : Optional.empty();
        boolean taken = queue.later(request.bytes().length + response.bytes().length, () -> {
            try {
                (stored ? early : read.get()).ifPresent(call -> follow(sender, incoming, call, response));
            } catch (RuntimeException | StackOverflowError e) {
                LOG.error("The callbacks of {} failed", sender.operation(), e);
            }
        });
        if (!taken) {
            LOG.warn("The callbacks of {} are not sent: too many are waiting", sender.operation());
        }
    }

    /** The call that was answered, even if it breaks the contract where that is allowed. */
    private Optional<Call> call(Sender sender, IncomingRequest incoming) {
        Match match = routes.match(incoming.request());
        if (sender.contract().admit(match, incoming.request()) instanceof Call call) {
            return Optional.of(call);
        }
        return incoming.strictness().requests() == Level.FAIL
                ? Optional.empty()
                : sender.contract().tolerate(match, incoming.request()).map(ToleratedCall::call);
    }

    private void follow(Sender sender, IncomingRequest incoming, Call call, Response response) {
        Request request = incoming.request();
        var whose = new Dispatch.Sender(incoming.session(), sender.contract().name());
        Target target = Target.of(request);
        var exchanged = new ExpressionContext(
                target.query().isEmpty() ? target.address() : target.address() + "?" + target.query(),
                request.method(),
                response.status(),
                request.headers(),
                request.query(),
                call.arguments(),
                response.headers(),
                AnswerBody.of(sender.operation(), response));
        for (OutgoingRequest outgoing : read.computeIfAbsent(sender.operation(), sender.contract()::callbacks)) {
            dispatch.send(whose, outgoing, outgoing.address(), call, exchanged, sender.writer());
        }
    }
}
