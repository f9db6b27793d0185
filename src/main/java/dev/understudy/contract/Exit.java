package dev.understudy.contract;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Admission;
import dev.understudy.api.Call;
import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.Objection;
import dev.understudy.api.Refusal;
import dev.understudy.api.Release;
import dev.understudy.api.Reply;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.Violation.Remedy;
import dev.understudy.kept.KeptRecords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way out: a reply becomes the bytes of a response if they keep the contract. */
final class Exit {
    private final String source;
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Answers elsewhere;
    private final RecordFinder finder;
    private final @Nullable KeptRecords records;

    /**
     * @param elsewhere the responses to requests that reached no operation
     * @param records where the records of pages are kept; null to render and check every page whole
     */
    Exit(
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

    Exit keeping(KeptRecords kept) {
        return new Exit(source, List.copyOf(operations.values()), elsewhere, finder, kept);
    }

    Release release(Admission admission, Reply reply) {
        Map<String, String> headers = admission instanceof Refusal refusal ? refusal.headers() : Map.of();
        Operation operation = operations.get(admission.operationId());
        Answers answers = operation == null ? elsewhere : operation.answers();
        Optional<Answer> answer = answers.of(reply.status());
        if (answer.isEmpty()) {
            return undocumented(admission, reply.status(), answers);
        }
        return admission instanceof Call
                ? quickly(reply, answer.get()).orElseGet(() -> release(admission, reply, headers, answer.get()))
                : release(admission, reply, headers, answer.get());
    }

    /** Most replies are pages of records that were sent before; they are not rendered and read again. */
    private Optional<Release> quickly(Reply reply, Answer answer) {
        if (records == null
                || answer.type() == null
                || answer.check() == null
                || !answer.headers().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = Map.of("Content-Type", answer.type());
        return answer.check().isCompiled()
                ? records.page(reply.body())
                        .checked(answer.check())
                        .map(bytes -> new Response(reply.status(), headers, bytes))
                : Optional.empty();
    }

    private Release release(Admission admission, Reply reply, Map<String, String> headers, Answer answer) {
        var sent = new LinkedHashMap<>(headers);
        List<Violation> violations = new ArrayList<>();
        for (Parameter header : answer.headers()) {
            violations.addAll(header.decode(Optional.ofNullable(headers.get(header.name())).stream()
                            .toList())
                    .violations());
        }
        byte[] body = new byte[0];
        JsonNode value = null;
        if (answer.type() != null) {
            sent.put("Content-Type", answer.type());
            body = Json.write(reply.body());
            try {
                // Not the value but the very bytes are checked: nothing can go wrong between the check and the wire.
                value = Json.read(body);
                if (answer.check() != null) {
                    violations.addAll(answer.check().violations(Place.REPLY, "", value));
                }
            } catch (MalformedJson e) {
                violations.add(new Violation(Place.REPLY, "", "", "json", e.expected(), e.got()));
            }
        }
        return violations.isEmpty()
                ? new Response(reply.status(), sent, body)
                : objection(admission, violations, value);
    }

    private Release undocumented(Admission admission, int status, Answers answers) {
        List<String> documented = answers.statuses();
        Expected expected = Expected.be("one of the statuses " + String.join(", ", documented), documented);
        var violation = new Violation(Place.REPLY, "", "", "status", expected, "status " + status);
        return objection(admission, List.of(violation), null);
    }

    private Objection objection(Admission admission, List<Violation> violations, @Nullable JsonNode reply) {
        var mended = new ArrayList<Violation>();
        var remedies = new LinkedHashSet<Remedy>();
        for (Violation violation : violations) {
            Optional<Remedy> remedy = reply == null ? Optional.empty() : finder.record(reply, violation.pointer());
            remedy.ifPresent(remedies::add);
            mended.add(remedy.map(violation::mendedBy).orElse(violation));
        }
        String subject = admission.operationId() == null ? source : admission.operationId();
        String clauses = violations.stream().map(Exit::clause).collect(joining("; "));
        String mend =
                remedies.stream().map(remedy -> " Mend " + remedy.text() + ".").collect(joining());
        String sentence = "The mock broke its own contract: " + subject + " answered " + clauses + "." + mend;
        return new Objection(new Refusal(500, source, admission.operationId(), mended, Map.of()), sentence);
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
