package dev.understudy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Call;
import dev.understudy.api.Fixture;
import dev.understudy.api.Json;
import dev.understudy.api.MockApi;
import dev.understudy.api.Outcome;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.fixture.State;
import dev.understudy.http.MockServer;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import io.restassured.response.Response;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * A handler that breaks the contract: what is wrong never leaves, and who looks after the mock is told what to correct.
 */
@ExtendWith(RunningMock.class)
class PlantedFaultsTest {
    private static final Pattern REMEDY = Pattern.compile("correct (record \\S+ in fixtures/\\S+\\.json)");

    private static volatile Damaging damaging = new Damaging(body -> {}, 200);
    private static MockServer quick;
    private static MockServer strict;

    private final Client client;
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.understudy.road");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    PlantedFaultsTest(Client client) {
        this.client = client;
    }

    @BeforeAll
    static void start() throws Exception {
        quick = start(false);
        strict = start(true);
    }

    @AfterAll
    static void stop() {
        quick.close();
        strict.close();
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

    @ParameterizedTest
    @EnumSource
    void a_reply_that_breaks_the_contract_is_a_500_that_says_where_and_what_to_mend(Fault fault) {
        for (boolean everyByte : new boolean[] {false, true}) {
            Response response = sent(fault.api, fault.damage, 200, everyByte);
            String said = unescaped(response);

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(said)
                    .contains("reply " + fault.pointer + " must " + fault.demanded, "was " + fault.came)
                    .contains("(" + fault.api.operationId + " in specs/" + fault.api.contract + ".yaml)");
            assertThat(REMEDY.matcher(said).find()).isEqualTo(fault.isInARecord());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_log_says_so_too(Fault fault) {
        Matcher remedy = REMEDY.matcher(unescaped(sent(fault.api, fault.damage, 200, false)));
        String correct = remedy.find() ? remedy.group(1) : "";

        assertThat(log.list).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.ERROR);
            assertThat(event.getFormattedMessage())
                    .startsWith("The mock broke its own contract: " + fault.api.operationId + " answered ")
                    .contains(fault.pointer)
                    .contains(correct);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 404, 418, 204})
    void a_status_that_the_contract_does_not_document_is_a_500_that_lists_those_it_does(int status) {
        Response response = sent(Api.WORK_TASKS, body -> {}, status, false);

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.<String>path("error"))
                .contains("listWorkTasks", "200, 400, 401, 403, 406, 500", "status " + status);
    }

    @ParameterizedTest
    @EnumSource
    void a_handler_that_throws_is_a_500_with_an_id_that_the_log_has_too(Api api) {
        Consumer<JsonNode> bang = body -> {
            throw new IllegalStateException("secret of the house");
        };
        String said = unescaped(sent(api, bang, 200, false));

        assertThat(said).doesNotContainIgnoringCase("secret", "exception", "dev.understudy");
        assertThat(log.list).anySatisfy(event -> assertThat(said)
                .contains(event.getFormattedMessage().replaceAll("(?s)^Error ([0-9a-f]{8}).*", "error $1")));
    }

    /** What a handler may do to its good reply, where that is, what was demanded there and what came. */
    enum Fault {
        A_WRONG_ENUM(
                Api.WORK_TASKS,
                body -> ((ObjectNode) body.at("/data/items/0")).put("status", "cancelled"),
                "/data/items/0/status",
                "be one of todo, in_progress, in_review, done, canceled",
                "\"cancelled\""),
        A_MISSING_KEY(
                Api.WORK_TASKS,
                body -> ((ObjectNode) body.at("/data/items/1")).remove("due_date"),
                "/data/items/1/due_date",
                "be given",
                "missing"),
        AN_EXTRA_KEY(
                Api.WORK_TASKS,
                body -> ((ObjectNode) body.at("/data/items/0")).put("change_log", "long"),
                "/data/items/0/change_log",
                "be left out",
                "\"long\""),
        A_WRONG_TYPE(
                Api.WORK_TASKS,
                body -> ((ObjectNode) body.at("/data/_meta")).put("total_items", "162"),
                "/data/_meta/total_items",
                "be an integer",
                "\"162\""),
        A_KEY_OF_ANOTHER_SHAPE(
                Api.AI_TASKS, body -> ((ObjectNode) body).putNull("taskIds"), "/taskIds", "be left out", "null"),
        A_DATE_FOR_MILLISECONDS(
                Api.AI_TASKS,
                body -> ((ObjectNode) body.at("/tasks/2")).put("createdAt", "2025-01-01T00:00:00Z"),
                "/tasks/2/createdAt",
                "be an integer",
                "\"2025-01-01T00:00:00Z\""),
        A_NULL_CURSOR(
                Api.AI_GOALS,
                body -> ((ObjectNode) body).putNull("next_starting_after"),
                "/next_starting_after",
                "be a string",
                "null"),
        A_TIME_THAT_IS_NONE(
                Api.AI_GOALS,
                body -> ((ObjectNode) body.at("/records/0")).put("created_on", "yesterday"),
                "/records/0/created_on",
                "be a date-time",
                "\"yesterday\""),
        A_LEVEL_BEYOND_THE_SCALE(
                Api.TASK_PROFILES,
                body -> ((ObjectNode) body.at("/records/1/tasks/0"))
                        .putObject("ai_impact")
                        .put("level", "H6")
                        .put("rationale", ""),
                "/records/1/tasks/0/ai_impact/level",
                "be one of H1, H2, H3, H4, H5",
                "\"H6\"");

        private final Api api;
        private final Consumer<JsonNode> damage;
        private final String pointer;
        private final String demanded;
        private final String came;

        Fault(Api api, Consumer<JsonNode> damage, String pointer, String demanded, String came) {
            this.api = api;
            this.damage = damage;
            this.pointer = pointer;
            this.demanded = demanded;
            this.came = came;
        }

        /** Whether the place lies in a record that came from a fixture file. */
        boolean isInARecord() {
            return pointer.matches(".*/[0-9]+/.*");
        }
    }

    /** An operation, and where its records come from. */
    enum Api {
        TASK_PROFILES("techwolf/task-profiles", "exportEmployeeTaskProfiles", "/export/employees/task_profiles"),
        AI_GOALS("techwolf/ai-goals", "exportEmployeeAiGoals", "/export/employees/ai_goals"),
        AI_TASKS("quant/ai-tasks", "listTasks", "/api/v3/organizations/quant/ai/tasks"),
        WORK_TASKS("exante/work-tasks", "listWorkTasks", "/api/work-tasks");

        private final String contract;
        private final String operationId;
        private final String path;

        Api(String contract, String operationId, String path) {
            this.contract = contract;
            this.operationId = operationId;
            this.path = path;
        }
    }

    /** The answer of a server whose handlers get their replies damaged. */
    private Response sent(Api api, Consumer<JsonNode> damage, int status, boolean everyByte) {
        log.list.clear();
        damaging = new Damaging(damage, status);
        Client there = client.at(everyByte ? strict : quick);
        return api.contract.startsWith("techwolf") ? there.post(api.path, "{\"limit\":3}") : there.get(api.path);
    }

    private static MockServer start(boolean everyByte) throws Exception {
        var settings = Settings.DEFAULT.withValidateEveryByte(everyByte);
        List<Catalogue.Entry> damaged = Catalogue.builtIn().stream()
                .map(sound -> new Catalogue.Entry(sound.name(), sound.contract(), new Damaged(sound.api())))
                .toList();
        return MockServer.start(
                settings.address(), settings.access(), ((Snapshot) Snapshot.load(damaged, settings)).exchange());
    }

    private record Damaging(Consumer<JsonNode> damage, int status) {}

    /** An API whose replies are damaged; they are no longer of the generated types, which would not allow it. */
    private record Damaged(MockApi sound) implements MockApi {
        @Override
        public List<Fixture<?>> fixtures() {
            return sound.fixtures();
        }

        @Override
        public Outcome<Reply> answer(Call call, State state) {
            Object sent =
                    Objects.requireNonNull(sound.answer(call, state).reply().body());
            JsonNode body = Wire.json(Json.write(sent));
            damaging.damage().accept(body);
            return new Outcome<>(new Any(damaging.status(), body), state);
        }

        @Override
        public Reply refuse(Refusal refusal) {
            return sound.refuse(refusal);
        }
    }

    private record Any(int status, Object body) implements Reply {}

    private static String unescaped(Response response) {
        return response.asString().replace("\\\"", "\"");
    }
}
