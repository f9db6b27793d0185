package dev.understudy.road;

import static dev.understudy.road.Pets.get;
import static dev.understudy.road.Pets.pets;
import static dev.understudy.road.Pets.post;
import static dev.understudy.road.Pets.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.understudy.api.Body;
import dev.understudy.api.Call;
import dev.understudy.api.Fixture;
import dev.understudy.api.Headers;
import dev.understudy.api.MockApi;
import dev.understudy.api.Outcome;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Request;
import dev.understudy.contract.Contract;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.fixture.State;
import dev.understudy.openapi.Documents;
import dev.understudy.session.Session;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RoadTest {
    private static final Contract CONTRACT = Pets.contract();

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.understudy.road");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        logger.setLevel(Level.ERROR);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void the_first_call_of_an_operation_of_a_brought_contract_is_left_to_a_thread_that_may_take_its_time() {
        Contract brought = Contract.brought("zoo/pets", Documents.read("pets.yaml", Pets.YAML.getBytes(UTF_8)));
        Exchange road = Pets.road(brought, Pets.api(call -> pets()));
        Exchange builtIn = exchange(call -> pets());

        assertThatThrownBy(() -> road.answer(brief("/zoo/pets"))).isInstanceOf(ScanBudget.Exceeded.class);
        road.answer(get("/zoo/pets"));
        assertThat(road.answer(brief("/zoo/pets?limit=2")).operation()).isEqualTo("listPets");
        assertThat(road.answer(brief("/zoo/nothing")).response().status()).isEqualTo(404);
        assertThat(builtIn.answer(brief("/zoo/pets")).operation()).isEqualTo("listPets");
    }

    private static IncomingRequest brief(String path) {
        return new IncomingRequest(get(path), new Session(Session.DEFAULT), ScanBudget.forEventLoop());
    }

    @Test
    void the_reason_of_a_refusal_is_the_first_thing_that_was_wrong_and_repeats_no_cookie() {
        Contract withCookie = Contract.read(
                "zoo/pets",
                "specs/zoo/pets.yaml",
                Pets.YAML
                        .replace(
                                "name: X-Kind, in: header, schema: {type: string, enum: [cat, dog]}",
                                "name: visit, in: cookie, schema: {type: integer}")
                        .getBytes(UTF_8));
        Request visit = Pets.request(
                "GET",
                "/zoo/pets",
                Map.of("Authorization", List.of("Bearer t"), "Cookie", List.of("visit=c4n4ry")),
                "");

        assertThat(Pets.road(withCookie, Pets.api(call -> pets())).answer(visit).reason())
                .isEqualTo("cookie \"visit\" must be an integer");
        assertThat(exchange(call -> pets())
                        .answer(get("/zoo/pets?limit=0&%ff=1"))
                        .reason())
                .isEqualTo("query \"limit\" must be at least 1, was 0");
        assertThat(exchange(call -> pets()).answer(get("/zoo/pets")).reason()).isNull();
    }

    @Test
    void a_call_that_keeps_the_contract_gets_the_handlers_answer() {
        Answer answer = exchange(call -> pets("Ada")).answer(get("/zoo/pets?limit=3"));

        assertThat(answer.response().status()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("{\"pets\":[{\"name\":\"Ada\"}]}");
        assertThat(answer.operation()).isEqualTo("listPets");
        assertThat(answer.violated()).isEmpty();
    }

    @Test
    void a_refusal_is_worded_by_the_api_and_counts_its_violations() {
        Answer answer = exchange(call -> pets()).answer(get("/zoo/pets?limit=500"));

        assertThat(answer.response().status()).isEqualTo(400);
        assertThat(text(answer)).contains("limit").contains("100").contains("500");
        assertThat(answer.operation()).isEqualTo("listPets");
        assertThat(answer.violated()).hasSize(1);
    }

    @Test
    void a_path_below_the_apis_paths_reaches_no_operation() {
        Answer answer = exchange(call -> pets()).answer(get("/zoo/pets/ada/tail"));

        assertThat(answer.response().status()).isEqualTo(404);
        assertThat(text(answer)).startsWith("{\"wrong\":[");
        assertThat(answer.operation()).isNull();
    }

    @Test
    void a_reply_that_breaks_the_contract_becomes_a_500_that_says_where() {
        Reply broken = new Pets.Any(200, Map.of("pets", List.of(Map.of("name", 7))));
        Answer answer = exchange(call -> broken).answer(get("/zoo/pets"));

        assertThat(answer.response().status()).isEqualTo(500);
        assertThat(text(answer)).contains("/pets/0/name").contains("string").contains("7");
        assertThat(answer.operation()).isEqualTo("listPets");
        assertThat(answer.violated()).hasSize(1);
        assertThat(log.list).anySatisfy(event -> assertThat(event.getFormattedMessage())
                .startsWith("The mock broke its own contract: listPets answered /pets/0/name 7"));
    }

    @Test
    void a_status_that_the_contract_does_not_document_becomes_a_500() {
        Answer answer =
                exchange(call -> new Pets.Any(418, Map.of("wrong", List.of()))).answer(get("/zoo/pets"));

        assertThat(answer.response().status()).isEqualTo(500);
        assertThat(text(answer)).contains("418");
    }

    @Test
    void a_handler_that_throws_is_a_500_with_an_id_that_the_log_has_too() {
        Answer answer = exchange(call -> {
                    throw new IllegalStateException("the cat is out");
                })
                .answer(get("/zoo/pets"));

        assertThat(answer.response().status()).isEqualTo(500);
        Matcher id = Pattern.compile("error ([0-9a-f]{8})").matcher(text(answer));
        assertThat(id.find()).isTrue();
        assertThat(text(answer)).doesNotContain("Exception").doesNotContain("the cat is out");
        assertThat(log.list.get(0).getFormattedMessage()).contains(id.group(1)).contains("listPets");
        assertThat(log.list.get(0).getThrowableProxy().getMessage()).isEqualTo("the cat is out");
    }

    @Test
    void a_handler_that_never_ends_its_recursion_is_a_500_as_well() {
        Answer answer = exchange(RoadTest::endless).answer(get("/zoo/pets"));

        assertThat(answer.response().status()).isEqualTo(500);
        assertThat(text(answer)).startsWith("{\"wrong\":[").contains("error ");
    }

    @Test
    void an_api_that_cannot_even_word_its_failure_is_answered_for() {
        MockApi mute = new MockApi() {
            @Override
            public List<Fixture<?>> fixtures() {
                return List.of();
            }

            @Override
            public Outcome<Reply> answer(Call call, State state) {
                throw new IllegalStateException("no answer");
            }

            @Override
            public Reply refuse(Refusal refusal) {
                return new Pets.Any(refusal.status(), Map.of("unknown", true));
            }
        };
        Answer answer = Pets.road(CONTRACT, mute).answer(get("/zoo/pets"));

        assertThat(answer.response().status()).isEqualTo(500);
        assertThat(answer.response().headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(text(answer)).contains("specs/zoo/pets.yaml").doesNotContain("Exception");
    }

    @Test
    void memory_that_ran_out_is_not_hidden() {
        assertThatThrownBy(() -> exchange(call -> {
                            throw new OutOfMemoryError("simulated");
                        })
                        .answer(get("/zoo/pets")))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void a_body_that_is_too_large_is_a_413_in_the_apis_shape() {
        Request post = post("");
        var large = new Request(post.method(), post.path(), post.query(), post.headers(), new Body.TooLarge(1_048_576));
        Answer answer = exchange(call -> pets()).answer(large);

        assertThat(answer.response().status()).isEqualTo(413);
        assertThat(text(answer)).contains("1048576 bytes");
        assertThat(answer.violated()).hasSize(1);
    }

    @Test
    void a_missing_token_comes_before_a_body_that_is_too_large() {
        var headers = Headers.of(Map.of("Content-Type", List.of("application/json")));
        Answer answer = exchange(call -> pets())
                .answer(new Request("POST", "/zoo/pets", null, headers, new Body.TooLarge(1_048_576)));

        assertThat(answer.response().status()).isEqualTo(401);
    }

    private static Road exchange(Function<Call, Reply> handler) {
        return Pets.road(CONTRACT, Pets.api(handler));
    }

    private static Reply endless(Call call) {
        return call.operationId().isEmpty() ? pets() : endless(call);
    }
}
