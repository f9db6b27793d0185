package dev.understudy.road;

import static dev.understudy.road.Pets.get;
import static dev.understudy.road.Pets.pets;
import static dev.understudy.road.Pets.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
    private static final Contract PETS = Pets.contract();
    private static final Contract TOYS = Contract.read(
            "zoo/toys",
            "specs/zoo/toys.yaml",
            Pets.YAML
                    .replace(
                            "/zoo/pets:",
                            "/zoo/{keeper}/toys:\n"
                                    + "    parameters: [{name: keeper, in: path, required: true, schema: {type: string}}]")
                    .getBytes(UTF_8));

    private final Switchboard switchboard = new Switchboard(
            new Routes(List.of(PETS)), Map.of(PETS, new ContractExchange(PETS, Pets.api(call -> pets("Ada")))));

    @Test
    void a_path_goes_to_the_api_that_has_it() {
        assertThat(text(switchboard.answer(get("/zoo/pets")))).contains("Ada");
    }

    @Test
    void a_path_below_an_apis_paths_is_that_apis_404() {
        Answer answer = switchboard.answer(get("/zoo/pets/ada"));

        assertThat(answer.response().status()).isEqualTo(404);
        assertThat(answer.response().headers()).containsEntry("Content-Type", "application/json");
        assertThat(text(answer)).startsWith("{\"wrong\":[");
    }

    @Test
    void a_path_of_no_api_is_a_problem_that_names_the_nearest() {
        Answer answer = switchboard.answer(get("/zoo/pet"));

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
    void a_path_parameter_counts_as_what_stands_in_its_place() {
        assertThat(new Routes(List.of(PETS, TOYS)).nearest("/zoo/a-keeper-with-a-long-name/toy"))
                .hasSize(3)
                .first()
                .isEqualTo("GET /zoo/{keeper}/toys");
    }
}
