package dev.understudy.contract;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Admission;
import dev.understudy.api.Body;
import dev.understudy.api.Call;
import dev.understudy.api.InvalidReply;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.ProblemReply;
import dev.understudy.api.Refusal;
import dev.understudy.api.Release;
import dev.understudy.api.Reply;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.Violation.Remedy;
import dev.understudy.contract.fixtures.RecordFinder;
import dev.understudy.kept.CheckedValue;
import dev.understudy.kept.KeptRecords;
import dev.understudy.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Releases replies: a reply becomes the bytes of a response if they keep the contract. */
final class ReplyRelease {
    private final String source;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Answers elsewhere;
    private final RecordFinder finder;
    private final @Nullable KeptRecords records;

    /**
     * @param elsewhere the responses to requests that reached no operation
     * @param records where the records of pages are kept; null to render and check every page whole
     */
    ReplyRelease(
            String source,
            List<Operation> operations,
            Answers elsewhere,
            RecordFinder finder,
            @Nullable KeptRecords records) {
        this.source = source;
        operations.forEach(operation -> this.operations.put(operation.operationId(), operation));
        this.elsewhere = elsewhere;
        this.finder = finder;
        this.records = records;
    }

    /** The same way out of these operations. */
    ReplyRelease of(List<Operation> others) {
        return new ReplyRelease(source, others, elsewhere, finder, records);
    }

    ReplyRelease keeping(KeptRecords kept) {
        return new ReplyRelease(source, List.copyOf(operations.values()), elsewhere, finder, kept);
    }

    Release release(Admission admission, Reply reply) {
        if (reply instanceof ProblemReply problem) {
            return problem(admission, problem);
        }
        Optional<Answer> documented = documented(admission.operationId(), reply.status());
        if (documented.isEmpty()) {
            return undocumented(admission, reply.status());
        }
        if (admission instanceof Call call) {
            return quickly(reply, documented.get())
                    .orElseGet(() -> release(admission, reply, documented.get(), Map.of(), call.produces()));
        }
        return release(admission, reply, documented.get(), ((Refusal) admission).headers(), "");
    }

    private static Response problem(Admission admission, ProblemReply problem) {
        var headers =
                new HashMap<>(admission instanceof Refusal refusal ? refusal.headers() : Map.<String, String>of());
        problem.headers().forEach((name, value) -> headers.put(name, ReplyRenderer.text(value)));
        headers.put("Content-Type", problem.mediaType());
        return new Response(problem.status(), headers, Json.write(problem.body()));
    }

    /** What a response to this operation breaks, whoever made it; nothing if it keeps the contract. */
    List<Violation> check(@Nullable String operationId, Response response) {
        return ResponseCheck.violations(response, answers(operationId));
    }

    boolean documents(@Nullable String operationId, int status) {
        return documented(operationId, status).isPresent();
    }

    private Answers answers(@Nullable String operationId) {
        Operation operation = operations.get(operationId);
        return operation == null ? elsewhere : operation.answers();
    }

    private Optional<Answer> documented(@Nullable String operationId, int status) {
        return answers(operationId).of(status);
    }

    /** Most replies are records that were sent before, or pages of them; they are not rendered and read again. */
    private Optional<Release> quickly(Reply reply, Answer documented) {
        if (records == null || documented.contents().size() != 1) {
            return Optional.empty();
        }
        Content content = documented.contents().get(0);
        Object body = reply.body();
        SchemaCheck check = content.check();
        if (!content.trusts() || body == null || check == null) {
            return Optional.empty();
        }
        Map<String, String> headers = ReplyRenderer.headers(reply);
        if (!ResponseCheck.headers(headers, documented).isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> bytes = body instanceof CheckedValue record
                ? records.checked(record, check)
                : records.page(body).checked(check);
        headers.put("Content-Type", content.sentAs());
        return bytes.map(checked -> new Response(reply.status(), headers, checked));
    }

    private Release release(
            Admission admission, Reply reply, Answer documented, Map<String, String> headers, String produces) {
        Response response = ReplyRenderer.render(reply, documented, headers, produces);
        List<Violation> violations = ResponseCheck.violations(response, documented);
        return violations.isEmpty() ? response : invalid(admission, violations, response);
    }

    /** The content as a tree, to find the record in it that is to be corrected; null if it is none. */
    private static @Nullable JsonNode tree(Response response) {
        try {
            return response.body().isEmpty() ? null : Json.readBack(response.bytes());
        } catch (MalformedJson e) {
            return null;
        }
    }

    private Release undocumented(Admission admission, int status) {
        Violation violation = ResponseCheck.undocumented(answers(admission.operationId()), status);
        return invalid(admission, List.of(violation), null);
    }

    private InvalidReply invalid(Admission admission, List<Violation> violations, @Nullable Response response) {
        JsonNode reply = response == null ? null : tree(response);
        var corrected = new ArrayList<Violation>();
        var remedies = new LinkedHashSet<Remedy>();
        for (Violation violation : violations) {
            Optional<Remedy> remedy = reply == null ? Optional.empty() : finder.record(reply, violation.pointer());
            remedy.ifPresent(remedies::add);
            corrected.add(remedy.map(violation::correctedBy).orElse(violation));
        }
        String subject = admission.operationId() == null ? source : admission.operationId();
        String clauses = violations.stream().map(ReplyRelease::clause).collect(joining("; "));
        String correct = remedies.stream()
                .map(remedy -> " Correct " + remedy.text() + ".")
                .collect(joining());
        String sentence = "The mock broke its own contract: " + subject + " answered " + clauses + "." + correct;
        return new InvalidReply(
                new Refusal(500, source, admission.operationId(), corrected, Map.of()), sentence, whole(response));
    }

    /** Items one after the other are checked when they leave, and one that is broken is none. */
    private static @Nullable Response whole(@Nullable Response response) {
        return response == null || response.body() instanceof Body.Items ? null : response;
    }

    private static String clause(Violation violation) {
        String which = violation.place() == Place.REPLY ? violation.pointer() : violation.where();
        if (violation.keyword().equals("required")) {
            return "without " + which;
        }
        String noun = violation.expected().noun();
        return (which + " " + violation.got()).strip()
                + (noun == null ? ", which " + violation.must() : ", not " + noun);
    }
}
