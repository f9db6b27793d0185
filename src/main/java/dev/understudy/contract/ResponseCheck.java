package dev.understudy.contract;

import dev.understudy.api.Body;
import dev.understudy.api.Expected;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MessageText;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.argument.Parameter;
import dev.understudy.contract.stream.BrokenItem;
import dev.understudy.contract.text.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the headers and bytes of a response, whatever made it, against what is documented for its status. */
final class ResponseCheck {
    /** How many items of a stream are looked at before its status is sent. */
    private static final int BEGIN = 20;

    private ResponseCheck() {}

    /** What the response breaks of these, its status too; nothing if it keeps the contract. */
    static List<Violation> violations(Response response, Answers answers) {
        return answers.of(response.status())
                .map(answer -> violations(response, answer))
                .orElseGet(() -> List.of(undocumented(answers, response.status())));
    }

    /** That no answer of this status is documented. */
    static Violation undocumented(Answers answers, int status) {
        List<String> documented = answers.statuses();
        Expected expected = Expected.be("one of the statuses " + String.join(", ", documented), documented);
        return new Violation(Place.REPLY, "", "", "status", expected, "status " + status);
    }

    /** What the response breaks; nothing if it keeps the contract. */
    static List<Violation> violations(Response response, Answer documented) {
        List<Violation> violations = headers(response.headers(), documented);
        violations.addAll(body(response, documented));
        return violations;
    }

    /** What the headers break. */
    static List<Violation> headers(Map<String, String> headers, Answer documented) {
        var violations = new ArrayList<Violation>();
        for (Parameter header : documented.headers()) {
            List<String> values = headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(header.name()))
                    .map(Map.Entry::getValue)
                    .toList();
            violations.addAll(header.decode(values).violations());
        }
        return violations;
    }

    private static List<Violation> body(Response response, Answer documented) {
        if (documented.contents().isEmpty()) {
            return response.body().isEmpty() ? List.of() : violation("content", Expected.to("be left out"), "there");
        }
        String type = response.headers().get("Content-Type");
        if (type == null) {
            return violation("required", Expected.to("be given"), "missing");
        }
        Optional<Content> content = MediaType.of(type).flatMap(sent -> documented.contents().stream()
                .filter(each -> each.type().closenessTo(sent) > 0)
                .max(Comparator.comparingInt(each -> each.type().closenessTo(sent))));
        if (content.isEmpty()) {
            List<String> types =
                    documented.contents().stream().map(Content::mediaType).toList();
            return violation("content", Expected.be(MessageText.or(types), types), MessageText.text(type));
        }
        return body(response.body(), content.get());
    }

    private static List<Violation> body(Body body, Content content) {
        if (content.stream() != null && body instanceof Body.Items items) {
            return begin(items);
        }
        if (!(body instanceof Body.Whole whole)) {
            return content.form() == Content.Form.JSON || content.check() != null
                    ? violation("content", Expected.to("be in memory as a whole, to be checked"), "elsewhere")
                    : List.of();
        }
        try {
            // Not the value but the very bytes are checked: nothing can go wrong between the check and the wire.
            return content.violations(content.readBack(whole.bytes()));
        } catch (MalformedJson e) {
            return violation("json", e.expected(), e.got());
        }
    }

    /** What the first items break; those that follow are checked, too, when they leave. */
    private static List<Violation> begin(Body.Items items) {
        Iterator<byte[]> pieces = items.pieces().get();
        try {
            for (int i = 0; i < BEGIN && pieces.hasNext(); i++) {
                pieces.next();
            }
            return List.of();
        } catch (BrokenItem e) {
            return e.violations();
        }
    }

    private static List<Violation> violation(String keyword, Expected expected, String got) {
        return List.of(new Violation(Place.REPLY, "", "", keyword, expected, got));
    }
}
