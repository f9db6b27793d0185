package dev.understudy.contract;

import static dev.understudy.contract.Requests.get;
import static dev.understudy.contract.Requests.request;
import static dev.understudy.contract.Samples.arguments;
import static dev.understudy.contract.Samples.messages;
import static dev.understudy.contract.Samples.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Call;
import dev.understudy.api.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
    private static final Contract CONTRACT = Samples.contract(
            """
            paths:
              /things/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get: {operationId: getThing, responses: {'200': {description: A}}}
                put: {operationId: putThing, responses: {'200': {description: A}}}
              /things/mine:
                get: {operationId: myThings, responses: {'200': {description: A}}}
              /things/none:
                get: {operationId: someThings, responses: {'200': {description: A}}}
                head: {operationId: anyThings, responses: {'200': {description: A}}}
              /things/new:
                post: {operationId: newThing, responses: {'200': {description: A}}}
              /numbers/{n}/{list}:
                get:
                  operationId: numbers
                  parameters:
                    - {name: n, in: path, required: true, schema: {type: integer, maximum: 9}}
                    - {name: list, in: path, required: true, schema: {type: array, items: {type: string}}}
                  responses: {'200': {description: A}}
            """);

    @Test
    void a_concrete_path_comes_before_a_templated_one() {
        assertThat(((Call) CONTRACT.admit(get("/things/mine"))).operationId()).isEqualTo("myThings");
        assertThat(((Call) CONTRACT.admit(get("/things/yours"))).operationId()).isEqualTo("getThing");
    }

    @Test
    void a_segment_is_decoded_after_splitting_so_that_an_escaped_slash_stays_in_it() {
        assertThat(arguments(CONTRACT.admit(get("/things/a%2Fb%20%C3%A9+c")))).isEqualTo("{\"id\":\"a/b é+c\"}");
    }

    @Test
    void escapes_in_a_concrete_segment_mean_the_same_path() {
        assertThat(((Call) CONTRACT.admit(get("/thing%73/mine"))).operationId()).isEqualTo("myThings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/things/%", "/things/%4", "/things/%zz", "/things/%C0%AF", "/things/%ff", "/%ED%A0%80", "/a/%١٢"
            })
    void a_path_with_broken_escapes_or_no_utf_8_is_a_bad_request(String path) {
        assertThat(status(CONTRACT.admit(get(path)))).isEqualTo(400);
        assertThat(messages(CONTRACT.admit(get(path))))
                .singleElement()
                .asString()
                .contains("must be percent-encoded UTF-8, was \"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "*",
                "things/mine",
                "/things",
                "/things/",
                "/Things/mine",
                "/things/mine/",
                "/things/../things/mine"
            })
    void any_other_path_is_not_found(String path) {
        assertThat(status(CONTRACT.admit(get(path)))).isEqualTo(404);
    }

    @Test
    void not_found_says_which_paths_there_are() {
        var refusal = (Refusal) CONTRACT.admit(get("/thing"));
        assertThat(refusal.where()).isEqualTo("specs/sample/things.yaml");
        assertThat(messages(refusal))
                .containsExactly(
                        "path must be one of /things/mine, /things/none, /things/new, /things/{id}, /numbers/{n}/{list}, was \"/thing\"");
    }

    @Test
    void another_method_is_told_which_are_allowed() {
        var refusal = (Refusal) CONTRACT.admit(request("DELETE", "/things/1", new byte[0]));
        assertThat(refusal.status()).isEqualTo(405);
        assertThat(refusal.headers()).containsEntry("Allow", "GET, HEAD, PUT, OPTIONS");
        assertThat(messages(refusal)).containsExactly("method must be GET or PUT, was DELETE");
    }

    @Test
    void head_asks_for_what_get_does_where_it_is_no_operation_itself() {
        assertThat(operation("HEAD", "/things/mine")).isEqualTo("myThings");
        assertThat(operation("HEAD", "/things/7")).isEqualTo("getThing");
        assertThat(operation("HEAD", "/things/none")).isEqualTo("anyThings");
        assertThat(operation("GET", "/things/none")).isEqualTo("someThings");
    }

    @Test
    void head_is_not_implied_where_there_is_no_get() {
        var refusal = (Refusal) CONTRACT.admit(request("HEAD", "/things/new", new byte[0]));
        assertThat(refusal.status()).isEqualTo(405);
        assertThat(refusal.headers()).containsEntry("Allow", "POST, OPTIONS");
    }

    private static String operation(String method, String path) {
        return ((Call) CONTRACT.admit(request(method, path, new byte[0]))).operationId();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "get", "head", "G\nT"})
    void a_method_that_the_contract_does_not_have_is_not_implied(String method) {
        assertThat(status(CONTRACT.admit(request(method, "/things/mine", new byte[0]))))
                .isEqualTo(405);
    }

    @Test
    void parameters_of_the_path_have_their_types() {
        assertThat(arguments(CONTRACT.admit(get("/numbers/7/a,b%2Cc"))))
                .isEqualTo("{\"n\":7,\"list\":[\"a\",\"b,c\"]}");
        assertThat(messages(CONTRACT.admit(get("/numbers/10/a"))))
                .containsExactly("path \"n\" must be at most 9, was 10");
        assertThat(messages(CONTRACT.admit(get("/numbers/x/a"))))
                .containsExactly("path \"n\" must be an integer, was \"x\"");
    }

    @Test
    void a_path_of_the_contract_is_matched_with_its_methods() {
        assertThat(match("/things/1")).isEqualTo("here /things/{id} [GET, PUT]");
        assertThat(match("/things/mine")).isEqualTo("here /things/mine [GET]");
    }

    @Test
    void a_longer_path_is_below_and_everything_else_elsewhere() {
        assertThat(match("/things/mine/x")).isEqualTo("below /things/mine");
        assertThat(match("/things/1/")).isEqualTo("below /things/{id}");
        assertThat(match("/things")).isEqualTo("nowhere");
        assertThat(match("/things//x")).isEqualTo("nowhere");
        assertThat(match("nonsense")).isEqualTo("nowhere");
    }

    private static String match(String path) {
        Match match = CONTRACT.match("GET", path);
        if (match instanceof Match.Here here) {
            return "here " + here.route() + " " + here.methods();
        }
        return match instanceof Match.Below below ? "below " + below.path() : "nowhere";
    }
}
