package dev.understudy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Call;
import dev.understudy.api.Json;
import dev.understudy.api.MockApi;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.server.Catalogue;
import dev.understudy.server.MockServer;
import dev.understudy.server.Settings;
import dev.understudy.server.Snapshot;
import io.restassured.response.Response;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A handler that breaks the contract: what is wrong never leaves, and who looks after the mock is told what to mend. */
@ExtendWith(RunningMock.class)
class PlantedFaultsTest {
    private final Client client;
    private final Logger logger = (Logger) org.slf4j.LoggerFactory.getLogger("dev.understudy.exchange");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    PlantedFaultsTest(Client client) {
        this.client = client;
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.ERROR);
        logger.addAppender(log);
        logger.setAdditive(false);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    /** What a handler may do to its good reply, and what is then said of it. */
    enum Fault {
        A_WRONG_ENUM(
                "exante/work-tasks",
                "/api/work-tasks",
                body -> ((ObjectNode) body.at("/data/items/0")).put("status", "cancelled"),
                List.of(
                        "reply /data/items/0/status must be one of todo, in_progress, in_review, done, canceled, was"
                                + " \"cancelled\"",
                        "(listWorkTasks in specs/exante/work-tasks.yaml)",
                        "mend record ",
                        "in fixtures/exante/work-tasks/work-tasks.json")),
        A_MISSING_KEY(
                "exante/work-tasks",
                "/api/work-tasks",
                body -> ((ObjectNode) body.at("/data/items/1")).remove("due_date"),
                List.of("reply /data/items/1/due_date must be given, was missing", "mend record ")),
        AN_EXTRA_KEY(
                "exante/work-tasks",
                "/api/work-tasks",
                body -> ((ObjectNode) body.at("/data/items/0")).put("description", "for your eyes only"),
                List.of("reply /data/items/0/description must be left out, was \"for your eyes only\"", "mend record ")),
        A_WRONG_TYPE(
                "exante/work-tasks",
                "/api/work-tasks",
                body -> ((ObjectNode) body.at("/data/_meta")).put("total_items", "162"),
                List.of("reply /data/_meta/total_items must be an integer", "was \"162\"")),
        A_SHAPE_BETWEEN_THE_SHAPES(
                "quant/ai-tasks",
                "/api/v3/organizations/quant/ai/tasks",
                body -> ((ObjectNode) body).putNull("taskIds"),
                List.of("reply", "taskIds", "(listTasks in specs/quant/ai-tasks.yaml)")),
        SECONDS_FOR_MILLISECONDS(
                "quant/ai-tasks",
                "/api/v3/organizations/quant/ai/tasks",
                body -> ((ObjectNode) body.at("/tasks/2")).put("createdAt", "2025-01-01T00:00:00Z"),
                List.of(
                        "reply /tasks/2/createdAt must be an integer",
                        "mend record ",
                        "in fixtures/quant/ai-tasks/tasks.json")),
        A_NULL_CURSOR(
                "techwolf/ai-goals",
                "/export/employees/ai_goals",
                body -> ((ObjectNode) body).putNull("next_starting_after"),
                List.of(
                        "reply /next_starting_after must be a string, was null",
                        "(exportEmployeeAiGoals in specs/techwolf/ai-goals.yaml)")),
        A_TIME_THAT_IS_NONE(
                "techwolf/ai-goals",
                "/export/employees/ai_goals",
                body -> ((ObjectNode) body.at("/records/0")).put("created_on", "yesterday"),
                List.of(
                        "reply /records/0/created_on must be ",
                        "was \"yesterday\"",
                        "mend record a3903505-eb84-42dc-a79f-5e7b1fe897b7 in fixtures/techwolf/ai-goals/employees.json")),
        A_LEVEL_BEYOND_THE_SCALE(
                "techwolf/task-profiles",
                "/export/employees/task_profiles",
                body -> ((ArrayNode) body.at("/records/0/tasks"))
                        .addObject()
                        .put("task_id", "x")
                        .put("task", "x")
                        .put("validation_state", "accepted"),
                List.of("reply /records/0/tasks/5/validation_state must be one of validated, suggested", "\"accepted\""));

        private final String contract;
        private final String path;
        private final Consumer<JsonNode> damage;
        private final List<String> said;

        Fault(String contract, String path, Consumer<JsonNode> damage, List<String> said) {
            this.contract = contract;
            this.path = path;
            this.damage = damage;
            this.said = said;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_reply_that_breaks_the_contract_is_a_500_that_says_what_to_mend(Fault fault) throws Exception {
        for (boolean everyByte : new boolean[] {false, true}) {
            Response response = sentBy(new Damaged(fault.contract, fault.damage, 200), fault, everyByte);

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(text(response))
                    .as(fault.name())
                    .contains(fault.said);
            assertThat(log.list)
                    .as("the log")
                    .isNotEmpty()
                    .allMatch(event -> event.getLevel() == Level.ERROR)
                    .anySatisfy(event -> assertThat(event.getFormattedMessage()).contains(fault.said));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 404, 418, 204})
    void a_status_that_the_contract_does_not_document_is_a_500_that_lists_those_it_does(int status) throws Exception {
        Response response = sentBy(
                new Damaged("exante/work-tasks", body -> {}, status), Fault.A_WRONG_ENUM, false);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.<String>path("error"))
                .contains("listWorkTasks", "200, 400, 401, 403, 406, 500", "status " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exante/work-tasks", "quant/ai-tasks", "techwolf/ai-goals", "techwolf/task-profiles"})
    void a_handler_that_throws_is_a_500_with_an_id_that_the_log_has_too(String contract) throws Exception {
        Fault fault = List.of(Fault.values()).stream()
                .filter(any -> any.contract.equals(contract))
                .findFirst()
                .orElseThrow();
        Consumer<JsonNode> bang = body -> {
            throw new IllegalStateException("secret of the house");
        };
        Response response = sentBy(new Damaged(contract, bang, 200), fault, false);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(text(response)).doesNotContainIgnoringCase("secret", "exception", "dev.understudy");
        String id = text(response).replaceAll("(?s).* error ([0-9a-f]{8}).*", "$1");
        assertThat(log.list).anySatisfy(event -> assertThat(event.getFormattedMessage()).contains(id));
    }

    /** The real handler, with damage done to its replies. */
    private record Damaged(String contract, Consumer<JsonNode> damage, int status) {
        Catalogue.Entry entry() {
            Catalogue.Entry real = Catalogue.builtIn().stream()
                    .filter(entry -> entry.name().equals(contract))
                    .findFirst()
                    .orElseThrow();
            return new Catalogue.Entry(real.name(), real.contract(), fixtures -> {
                MockApi api = real.handler().apply(fixtures);
                return new MockApi() {
                    @Override
                    public Reply answer(Call call) {
                        JsonNode body = Wire.json(Json.write(api.answer(call).body()));
                        damage.accept(body);
                        return new Any(status, body);
                    }

                    @Override
                    public Reply refuse(Refusal refusal) {
                        return api.refuse(refusal);
                    }
                };
            });
        }
    }

    private record Any(int status, Object body) implements Reply {}

    private Response sentBy(Damaged damaged, Fault fault, boolean everyByte) throws Exception {
        var settings = new Settings("127.0.0.1", 0, List.of(), List.of(), true, everyByte);
        var snapshot = (Snapshot) Snapshot.load(List.of(damaged.entry()), settings);
        log.list.clear();
        try (MockServer server = MockServer.start(settings, snapshot.exchange())) {
            Client there = client.at(server);
            return fault.contract.startsWith("techwolf")
                    ? there.post(fault.path, "{\"limit\":3}")
                    : there.get(fault.path);
        }
    }

    private static String text(Response response) {
        return response.asString().replace("\\\"", "\"");
    }
}
