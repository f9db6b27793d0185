package dev.understudy.road;

import static dev.understudy.road.Pets.get;
import static dev.understudy.road.Pets.pets;
import static dev.understudy.road.Pets.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.fixture.State;
import dev.understudy.generate.values.GenerationResult;
import dev.understudy.mocks.anyspec.AnySpec;
import dev.understudy.openapi.Documents;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutingTest {
    private static final Contract PETS = Pets.contract();
    private static final String NOWHERE =
            """
            openapi: 3.1.0
            info: {title: Zoo, version: '1'}
            paths: {/zoo: {get: {responses: {'200': {$ref: '#/nothing'}}}}}
            """;
    private static final Contract TOYS = Contract.read(
            "zoo/toys",
            "specs/zoo/toys.yaml",
            Pets.YAML
                    .replace(
                            "/zoo/pets:",
                            "/zoo/{keeper}/toys:\n"
                                    + "    parameters: [{name: keeper, in: path, required: true, schema: {type: string}}]")
                    .getBytes(UTF_8));

    private final Road road = Pets.road(PETS, Pets.api(call -> pets("Ada")));

    @Test
    void a_path_goes_to_the_api_that_has_it() {
        assertThat(text(road.answer(get("/zoo/pets")))).contains("Ada");
    }

    @Test
    void a_path_below_an_apis_paths_is_that_apis_404() {
        Answer answer = road.answer(get("/zoo/pets/ada"));

        assertThat(answer.response().status()).isEqualTo(404);
        assertThat(answer.response().headers()).containsEntry("Content-Type", "application/json");
        assertThat(text(answer)).startsWith("{\"wrong\":[");
    }

    @Test
    void a_path_of_no_api_is_a_problem_that_names_the_nearest() {
        Answer answer = road.answer(get("/zoo/pet"));

        assertThat(answer.response().status()).isEqualTo(404);
        assertThat(answer.response().headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(text(answer))
                .isEqualTo(
                        """
                        {"type":"about:blank","title":"Not Found","status":404,\
                        "detail":"path must be one of a mocked API's, was /zoo/pet; the nearest is GET /zoo/pets.",\
                        "instance":"/zoo/pet","nearest":["GET /zoo/pets","POST /zoo/pets"]}""");
    }

    @Test
    void an_operation_that_cannot_be_served_is_logged_with_what_is_wrong_in_its_contract() {
        Contract contract = Contract.brought("zoo", Documents.read("zoo.yaml", NOWHERE.getBytes(UTF_8)));
        var mock = new AnySpec(contract, (pointer, seed) -> new GenerationResult.Impossible(pointer, "nobody asks"));
        Answer answer = Pets.road(contract, mock).answer(get("/zoo"));

        assertThat(answer.response().status()).isEqualTo(501);
        assertThat(answer.reason())
                .isEqualTo(
                        "zoo.yaml:3:42: fault: \"#/nothing\" does not exist: write the response there, or correct the"
                                + " reference [broken-reference]");
    }

    @Test
    void a_path_parameter_counts_as_what_stands_in_its_place() {
        var both = new Road(
                Map.of(PETS, Pets.api(call -> pets()), TOYS, Pets.api(call -> pets())), new State.Loading().state());

        assertThat(text(both.answer(get("/zoo/a-keeper-with-a-long-name/toy"))))
                .contains("\"nearest\":[\"GET /zoo/{keeper}/toys\",");
    }

    @Test
    void of_two_apis_with_the_same_path_the_one_with_the_method_answers() {
        Contract reading = Contract.read(
                "zoo/reading",
                "specs/zoo/reading.yaml",
                Pets.YAML
                        .replaceFirst("(?s)\n    post:.*?\ncomponents:", "\ncomponents:")
                        .getBytes(UTF_8));
        assertThat(reading.operations()).hasSize(1);
        var apis = new LinkedHashMap<Contract, MockApi>();
        apis.put(reading, Pets.api(call -> pets("read")));
        apis.put(PETS, Pets.api(call -> pets("added")));
        var both = new Road(apis, new State.Loading().state());

        assertThat(text(both.answer(get("/zoo/pets")))).contains("read");
        assertThat(text(both.answer(Pets.post("{\"name\":\"Ada\"}")))).contains("added");
    }
}
