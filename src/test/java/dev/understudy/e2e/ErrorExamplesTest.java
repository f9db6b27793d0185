package dev.understudy.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Body;
import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.http.Limits;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors that the contracts show are those that the mock answers, word for word. */
class ErrorExamplesTest {
    private static final Snapshot MOCK =
            (Snapshot) Snapshot.load(Catalogue.builtIn(), Settings.DEFAULT.withValidateEveryByte(true));

    /** What no request leads to: a vendor's own wording, a tenant of other fixtures, and failures of ours. */
    private static final Set<String> NOT_FOR_THE_ASKING = Set.of(
            "techwolf/task-profiles BadRequest body",
            "techwolf/ai-goals BadRequest body",
            "techwolf/ai-goals BadRequest vendor",
            "techwolf/task-profiles InternalError brokenReply",
            "techwolf/ai-goals InternalError brokenReply",
            "exante/work-tasks InternalError brokenReply",
            "quant/ai-tasks InternalError failed");

    private static final String REQUESTS =
            """
            exante/work-tasks BadRequest perPage          | GET  | /api/work-tasks?per_page=500 | |
            exante/work-tasks BadRequest several          | GET  | /api/work-tasks?organization_uid=acme&status=cancelled | |
            exante/work-tasks Unauthorized missing        | GET  | /api/work-tasks | Authorization |
            exante/work-tasks Forbidden notAMember        | GET  | /api/work-tasks?organization_uid=00000000-0000-4000-8000-000000000000 | |
            exante/work-tasks NotFound unknownPath        | GET  | /api/work-tasks/all | |
            exante/work-tasks MethodNotAllowed post       | POST | /api/work-tasks | |
            exante/work-tasks NotAcceptable xml           | GET  | /api/work-tasks | Accept=application/xml |
            quant/ai-tasks BadRequest limit               | GET  | /api/v3/organizations/quant/ai/tasks?limit=101 | |
            quant/ai-tasks BadRequest dependsOn           | GET  | /api/v3/organizations/quant/ai/tasks?dependsOn=task-123 | |
            quant/ai-tasks BadRequest status              | GET  | /api/v3/organizations/quant/ai/tasks?status=pending,in_progress | |
            quant/ai-tasks Unauthorized missing           | GET  | /api/v3/organizations/quant/ai/tasks | Authorization |
            quant/ai-tasks NotFound unknownPath           | GET  | /api/v3/organizations/quant/ai/tasks/1 | |
            quant/ai-tasks MethodNotAllowed post          | POST | /api/v3/organizations/quant/ai/tasks | |
            quant/ai-tasks NotAcceptable xml              | GET  | /api/v3/organizations/quant/ai/tasks | Accept=application/xml |
            techwolf/ai-goals BadRequest limit            | POST | /export/employees/ai_goals | | {}
            techwolf/ai-goals BadRequest several          | POST | /export/employees/ai_goals?versions=newest | | {"limit":1,"filters":[{"filter":"is_active","is_active":"yes"}]}
            techwolf/ai-goals BadRequest cursor           | POST | /export/employees/ai_goals | | {"limit":1,"starting_after":"id_999"}
            techwolf/ai-goals Unauthorized missing        | POST | /export/employees/ai_goals | Authorization | {"limit":1}
            techwolf/ai-goals NotFound unknownPath        | POST | /export/employees/ai_goals/all | | {"limit":1}
            techwolf/ai-goals MethodNotAllowed get        | GET  | /export/employees/ai_goals | |
            techwolf/ai-goals NotAcceptable xml           | POST | /export/employees/ai_goals | Accept=application/xml | {"limit":1}
            techwolf/ai-goals ContentTooLarge tooLarge    | POST | /export/employees/ai_goals | | too large
            techwolf/ai-goals UnsupportedMediaType text   | POST | /export/employees/ai_goals | Content-Type=text/plain | {"limit":1}
            techwolf/task-profiles BadRequest limit       | POST | /export/employees/task_profiles | | {}
            techwolf/task-profiles BadRequest several     | POST | /export/employees/task_profiles?response_format=tree | | {"limit":500}
            techwolf/task-profiles BadRequest cursor      | POST | /export/employees/task_profiles | | {"limit":1,"starting_after":"id_999"}
            techwolf/task-profiles Unauthorized missing   | POST | /export/employees/task_profiles | Authorization | {"limit":1}
            techwolf/task-profiles NotFound unknownPath   | POST | /export/employees/task_profiles/all | | {"limit":1}
            techwolf/task-profiles MethodNotAllowed get   | GET  | /export/employees/task_profiles | |
            techwolf/task-profiles NotAcceptable xml      | POST | /export/employees/task_profiles | Accept=application/xml | {"limit":1}
            techwolf/task-profiles ContentTooLarge tooLarge  | POST | /export/employees/task_profiles | | too large
            techwolf/task-profiles UnsupportedMediaType text | POST | /export/employees/task_profiles | Content-Type=text/plain | {"limit":1}
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = REQUESTS)
    void an_example_is_what_the_mock_answers(String example, String method, String target, String header, String body) {
        var headers = new HashMap<>(Map.of(
                "Authorization", List.of("Bearer t"),
                "Content-Type", List.of("application/json")));
        if (header != null) {
            String[] changed = header.split("=", 2);
            headers.put(changed[0], changed.length == 2 ? List.of(changed[1]) : List.of());
        }
        String[] parts = target.split("\\?", 2);
        Body sent = "too large".equals(body)
                ? new Body.TooLarge(Limits.DEFAULT.body())
                : Body.of((body == null ? "" : body).getBytes(UTF_8));
        Response response = MOCK.exchange()
                .answer(new Request(method, parts[0], parts.length == 2 ? parts[1] : null, Headers.of(headers), sent))
                .response();

        assertThat(Wire.json(response.bytes())).isEqualTo(shown(example));
    }

    @Test
    void no_example_is_forgotten() {
        var asked = new TreeSet<>(NOT_FOR_THE_ASKING);
        REQUESTS.lines().forEach(line -> asked.add(line.split("\\|")[0].strip()));
        var all = new TreeSet<String>();
        for (Contract contract : MOCK.contracts()) {
            responses(contract).fields().forEachRemaining(response -> examples(response.getValue())
                    .fieldNames()
                    .forEachRemaining(name -> all.add(contract.name() + " " + response.getKey() + " " + name)));
        }
        assertThat(all).isEqualTo(asked);
    }

    private static JsonNode shown(String example) {
        String[] names = example.split(" ");
        Contract contract = MOCK.contracts().stream()
                .filter(any -> any.name().equals(names[0]))
                .findFirst()
                .orElseThrow();
        return examples(responses(contract).path(names[1])).path(names[2]).path("value");
    }

    private static JsonNode responses(Contract contract) {
        return Wire.json(contract.servedJson("..")).at("/components/responses");
    }

    private static JsonNode examples(JsonNode response) {
        return response.at("/content/application~1json/examples");
    }
}
