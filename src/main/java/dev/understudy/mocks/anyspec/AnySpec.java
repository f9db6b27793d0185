package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Call;
import dev.understudy.api.Fixture;
import dev.understudy.api.MockApi;
import dev.understudy.api.Outcome;
import dev.understudy.api.Preference;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.stream.Streamed;
import dev.understudy.contract.Answer;
import dev.understudy.contract.ChosenAnswer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.contract.OutgoingRequest;
import dev.understudy.contract.RequestParts;
import dev.understudy.contract.argument.Parameter;
import dev.understudy.contract.stream.StreamBody;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.changes.Change;
import dev.understudy.mocks.anyspec.changes.Changes;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;
import dev.understudy.mocks.anyspec.collections.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The mock of a user's contract. It has no state of its own: lists and items are answered from collections in the
 * state, and calls that create, change or delete an item give the next state. Any other operation answers with the
 * example of its response, or with a value generated from the schema, which is the same for equal calls on any machine.
 */
public final class AnySpec implements MockApi {
    private static final int PARTIAL = 206;

    private final Contract contract;
    private final Map<String, Operation> operations = new HashMap<>();
    private final ReplyBodies bodies;
    private final HeaderValues headers;
    private final Refusals refusals;
    private final ReplyHeaders fields;
    private final OutgoingRequests requests;
    private final @Nullable Collections collections;
    private final @Nullable Changes changes;

    /** The mock of this contract without collections, so that it answers each call independently. */
    public AnySpec(Contract contract, ValueMaker maker) {
        this(contract, maker, null, null);
    }

    /**
     * The mock of this contract with these collections.
     *
     * @param changes creates, changes and deletes their records
     */
    public AnySpec(Contract contract, ValueMaker maker, @Nullable Collections collections, @Nullable Changes changes) {
        this.collections = collections;
        this.changes = changes;
        this.contract = contract;
        contract.operations().forEach(operation -> operations.put(operation.operationId(), operation));
        this.bodies = new ReplyBodies(maker);
        this.headers = new HeaderValues(contract, maker);
        this.fields = new ReplyHeaders(contract);
        this.requests = new OutgoingRequests(contract, maker);
        this.refusals = new Refusals(new ErrorFilling(contract, maker), bodies, headers);
    }

    @Override
    public List<Fixture<?>> fixtures() {
        return List.of();
    }

    @Override
    public Outcome<? extends Reply> answer(Call call, State state) {
        if (collections == null || isChosen(call)) {
            return new Outcome<>(reply(call), state);
        }
        Optional<Change> change =
                changes == null ? Optional.empty() : changes.answer(call, operation(call), state, this::alone);
        if (change.isPresent()) {
            Reply reply = reply(call, change.get().answered()).orElseGet(() -> reply(call));
            return new Outcome<>(reply, change.get().next());
        }
        Optional<Reply> reply = collections
                .answer(call, state)
                .flatMap(each -> reply(call, each))
                .or(() -> part(call, state));
        return new Outcome<>(reply.orElseGet(() -> reply(call)), state);
    }

    /** What the query of a call names of a single thing that nobody has set. */
    private Optional<Reply> part(Call call, State state) {
        return Objects.requireNonNull(collections)
                .answerAlone(call, state, this::alone)
                .flatMap(each -> reply(call, each))
                .map(part -> part instanceof AnyReply any ? any.from(reply(call).cause()) : part);
    }

    /**
     * Adds the initial records of its collections to a state.
     *
     * @param given the records from files, by collection name; other collections get records from the document, or
     *     generated ones
     */
    public void load(State.Loading state, Map<String, List<ObjectNode>> given) {
        if (collections != null) {
            Changes judge = Objects.requireNonNull(changes);
            collections.load(state, given, judge.migration());
        }
    }

    /** The collections; empty if it answers each call independently. */
    public Optional<Collections> collections() {
        return Optional.ofNullable(collections);
    }

    /** Changes the records of the collections; empty if it answers each call independently. */
    public Optional<Changes> changes() {
        return Optional.ofNullable(changes);
    }

    private Operation operation(Call call) {
        return Objects.requireNonNull(operations.get(call.operationId()));
    }

    /** The answer of an operation without collections; empty if it is not JSON. */
    private Optional<JsonNode> alone(Call call) {
        return reply(call).body() instanceof JsonNode value ? Optional.of(value) : Optional.empty();
    }

    /** Whether the client or a file determines the answer. */
    private boolean isChosen(Call call) {
        return !call.preference().equals(Preference.NONE) || isFile(call);
    }

    private boolean isFile(Call call) {
        Operation operation = operation(call);
        return operation.isFile(operation.success().orElseThrow().status());
    }

    private Optional<Reply> reply(Call call, CollectionAnswer answered) {
        Operation operation = operation(call);
        if (answered instanceof CollectionAnswer.Done done) {
            return Optional.of(done(call, operation, done));
        } else if (answered instanceof CollectionAnswer.Body body) {
            return listed(call, operation, body);
        }
        // The record does not exist, as the collection reports.
        Refusal refusal = MissingRecords.refusal(answered, contract, call);
        Reply reply = refusals.reply(refusal, operation);
        return Optional.of(
                reply instanceof AnyReply any ? any.with(refusal.headers()).from(Reply.Cause.RECORD) : reply);
    }

    /** The reply to a change, with its own body, or with the body that the operation has without collections. */
    private Reply done(Call call, Operation operation, CollectionAnswer.Done done) {
        ChosenAnswer chosen = done.chosen();
        boolean made = done.value() == null || !chosen.answer().headers().isEmpty();
        long seed = made ? Seed.of(contract.name(), call) : 0;
        if (chosen.answer().contents().isEmpty()) {
            return done(call, done, null, null, seed);
        }
        Content content = chosen.answer().content(call.produces()).orElseThrow();
        Optional<Object> body = done.value() != null
                ? Optional.of(ReplyBodies.written(content, done.value()))
                : bodies.pick(content, Preference.NONE, Optional::empty, seed).map(ReplyBodies.Picked::value);
        return body.map(value -> done(call, done, value, content, seed))
                .orElseGet(() -> Problems.unmade(contract, operation, content, bodies.why(content)));
    }

    private Reply done(
            Call call, CollectionAnswer.Done done, @Nullable Object body, @Nullable Content content, long seed) {
        Map<String, Object> all = headers(call, done.chosen(), body, content, seed, "");
        all.putAll(done.headers());
        all.values().removeIf(""::equals);
        String type = content == null ? "" : content.mediaType();
        return new AnyReply(done.chosen().status(), body, type, all, Reply.Cause.RECORD, done.notes(), null);
    }

    private Optional<Reply> listed(Call call, Operation operation, CollectionAnswer.Body body) {
        if (!body.part().isEmpty()) {
            Optional<Reply> part = operation.partial().flatMap(each -> each.answer()
                    .content(call.produces())
                    .filter(content -> content.keeps(body.value()))
                    .map(content ->
                            listed(call, operation, body, each, content, ReplyBodies.written(content, body.value()))));
            if (part.isPresent()) {
                return part;
            }
        }
        ChosenAnswer chosen = operation.success().orElseThrow();
        Content asked = chosen.answer().content(call.produces()).orElseThrow();
        return value(body, asked, call).map(value -> listed(call, operation, body, chosen, asked, value));
    }

    private Reply listed(
            Call call,
            Operation operation,
            CollectionAnswer.Body body,
            ChosenAnswer chosen,
            Content asked,
            Object value) {
        var all = new HashMap<String, Object>(headers.of(chosen.answer(), Seed.of(call.operationId())));
        fields.of(operation, chosen, call, body.content(), body.value(), all);
        chosen.answer().headers().forEach(header -> say(header, body.headers().get(header.name()), all));
        if (chosen.status() == PARTIAL && !body.part().isEmpty()) {
            // A partial answer must say which part it is (RFC 9110 section 15.3.7).
            all.keySet().removeIf("Content-Range"::equalsIgnoreCase);
            all.put("Content-Range", body.part());
        }
        all.putIfAbsent("Vary", vary(chosen.answer()));
        return new AnyReply(chosen.status(), value, asked.mediaType(), all, Reply.Cause.RECORD, body.notes(), null);
    }

    /** The headers with which a client chooses among the answers. */
    private static String vary(Answer answer) {
        boolean streams = false;
        for (Content content : answer.contents()) {
            streams |= content.stream() != null;
        }
        return (answer.contents().size() > 1 ? "Accept, Prefer" : "Prefer") + (streams ? ", Understudy-Stream" : "");
    }

    /** The body of a collection's answer for the requested content; a plain list can also be sent as a stream. */
    private static Optional<Object> value(CollectionAnswer.Body body, Content asked, Call call) {
        if (asked.stream() != null
                && body.value().isArray()
                && asked.flaw(body.value()).isEmpty()) {
            return Optional.of(Streamed.of(body.value().valueStream().toList()).once(call.pace()));
        }
        return asked.equals(body.content()) ? Optional.of(body.sent()) : Optional.empty();
    }

    /** Sets a header about a list; one without a value is omitted unless it is required. */
    private static void say(Parameter header, CollectionAnswer.@Nullable Words words, Map<String, Object> all) {
        if (words == null) {
            return;
        }
        Optional<String> text = words.said().filter(header::takes);
        if (header.required()) {
            text = text.or(() -> words.otherwise().filter(header::takes));
        } else {
            all.remove(header.name());
        }
        text.ifPresent(value -> all.put(header.name(), value));
    }

    @Override
    public Reply refuse(Refusal refusal) {
        return refusals.reply(refusal, operations.get(refusal.operationId()));
    }

    /**
     * The parts of a request that the API sends after a call; empty if it needs a body and none was found.
     *
     * @param answered the body of the answer to the call; null if there is none
     */
    public Optional<RequestParts> request(OutgoingRequest outgoing, Call call, @Nullable JsonNode answered) {
        return requests.parts(outgoing, call, answered);
    }

    /**
     * An answer for which no value was found.
     *
     * @param pointer the place of its content in the document
     */
    public record Unmade(String operation, String pointer, String why) {}

    /**
     * The answers that have neither a valid example nor a generated value, each once.
     *
     * @param goesOn is asked before each operation; when it returns false, the rest is skipped
     */
    public List<Unmade> unmade(BooleanSupplier goesOn) {
        var unmade = new LinkedHashMap<String, Unmade>();
        for (Operation operation : contract.operations()) {
            if (!goesOn.getAsBoolean()) {
                break;
            }
            if (operation.unkept().isEmpty()) {
                operation.answers().byStatus().forEach((status, answer) -> {
                    contents(operation, status, answer).forEach(each -> unmade.putIfAbsent(each.pointer(), each));
                    headers.missing(answer)
                            .forEach(header -> unmade.putIfAbsent(
                                    header.schema(),
                                    new Unmade(
                                            operation.operationId(),
                                            header.schema(),
                                            "its header " + header.name() + " is required, and none was found")));
                });
            }
        }
        return List.copyOf(unmade.values());
    }

    private List<Unmade> contents(Operation operation, String status, Answer documented) {
        boolean success = operation.answers().successful() && status.equals("default");
        int code = success ? 200 : status.equals("default") ? 500 : Integer.parseInt(status.replace("XX", "00"));
        if (code < 200) {
            return List.of();
        }
        Answer answer = status.equals("default")
                ? documented
                : operation.answers().chosen(code).answer();
        return answer.offered().stream()
                .filter(content -> !bodies.has(content, () -> words(content, code, operation)))
                .map(content -> new Unmade(operation.operationId(), content.pointer(), bodies.why(content)))
                .toList();
    }

    private Optional<Object> words(Content content, int status, Operation operation) {
        return status < 400
                ? Optional.empty()
                : refusals.body(
                        content, ErrorTexts.unprovoked(status, true, contract.source(), operation.operationId()));
    }

    private Reply reply(Call call) {
        Operation operation = operation(call);
        Preference preference = call.preference();
        ChosenAnswer chosen = preference.code() == null
                ? operation.success().orElseThrow()
                : operation.answers().chosen(preference.code());
        long seed = Seed.of(contract.name(), call);
        if (chosen.answer().contents().isEmpty()) {
            return reply(call, chosen, null, null, seed, AppliedPreference.text(preference, false));
        }
        Content content = chosen.answer().content(call.produces()).orElseThrow();
        Optional<ReplyBodies.Picked> picked =
                bodies.pick(content, preference, () -> error(chosen, content, call), seed);
        if (picked.isEmpty()) {
            return Problems.unmade(contract, operation, content, bodies.why(content));
        }
        String applied = AppliedPreference.text(preference, picked.get().made());
        StreamBody stream = content.stream();
        Object value = picked.get().value();
        Object body = stream != null && value instanceof Streamed items ? stream.paced(items, call.pace()) : value;
        boolean file = operation.isFile(chosen.status());
        Reply.Cause cause = picked.get().made()
                ? Reply.Cause.MADE
                : file ? Reply.Cause.FILE : picked.get().cause();
        return reply(call, chosen, body, content, seed, applied).from(cause);
    }

    /**
     * An error that was not caused by the call explains why it was sent, in the form of a refusal, unless the document
     * has an example of it.
     */
    private Optional<Object> error(ChosenAnswer chosen, Content content, Call call) {
        Preference preference = call.preference();
        if (chosen.status() < 400 || preference.dynamic()) {
            return Optional.empty();
        }
        boolean asked = preference.code() != null;
        return refusals.body(
                content, ErrorTexts.unprovoked(chosen.status(), asked, contract.source(), call.operationId()));
    }

    private AnyReply reply(
            Call call,
            ChosenAnswer chosen,
            @Nullable Object body,
            @Nullable Content content,
            long seed,
            String applied) {
        Map<String, Object> all = headers(call, chosen, body, content, seed, applied);
        return new AnyReply(chosen.status(), body, content == null ? "" : content.mediaType(), all);
    }

    private Map<String, Object> headers(
            Call call,
            ChosenAnswer chosen,
            @Nullable Object body,
            @Nullable Content content,
            long seed,
            String applied) {
        var all = new HashMap<String, Object>(headers.of(chosen.answer(), seed));
        fields.of(operation(call), chosen, call, content, body, all);
        if (!applied.isEmpty()) {
            all.put("Preference-Applied", applied);
        }
        // A cache must not give one client the answer that another preferred (RFC 7240 section 2).
        all.putIfAbsent("Vary", vary(chosen.answer()));
        return all;
    }
}
