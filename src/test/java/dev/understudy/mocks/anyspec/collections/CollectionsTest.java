package dev.understudy.mocks.anyspec.collections;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.live.Brought;
import dev.understudy.live.Running;
import dev.understudy.live.Seeds;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists and items of three documents that write them in different ways, over a port. */
@TestInstance(Lifecycle.PER_CLASS)
class CollectionsTest {
    private static final List<Path> DOCUMENTS = List.of(
            Path.of("examples/kites/kites.yaml"),
            Path.of("examples/billing/billing.yaml"),
            Path.of("src/test/resources/brought/harbour.yaml"));
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

    private Running server;

    @BeforeAll
    void start() throws Exception {
        server = Understudy.start(settings());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Settings settings() {
        return Settings.DEFAULT.withAuth(false).withBrought(Brought.of(DOCUMENTS.toArray(Path[]::new)));
    }

    private HttpResponse<String> send(URI uri, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(server.baseUrl().resolve(path), headers);
    }

    private JsonNode body(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body());
    }

    private static List<JsonNode> items(JsonNode list, String pointer) {
        var items = new ArrayList<JsonNode>();
        list.at(pointer).forEach(items::add);
        return items;
    }

    private static final String LISTS =
            """
            /v1/kites                | page=1&pagelen=SIZE             | /values | /next
            /v1/makers               | limit=SIZE                      | ''      | Link
            /api/ships               | %24top=SIZE                     | /value  | /@odata.nextLink
            /api/berths              | page%5Bsize%5D=SIZE             | /data   | /links/next
            """;

    @ParameterizedTest(name = "{0}?{1}")
    @CsvSource(delimiter = '|', textBlock = LISTS)
    void pages_of_any_size_meet_each_record_once_and_end(String list, String query, String items, String next)
            throws Exception {
        for (int size : List.of(1, 4, 7, 25, 30)) {
            var met = new ArrayList<JsonNode>();
            URI page = server.baseUrl().resolve(list + "?" + query.replace("SIZE", "" + size));
            for (int pages = 0; page != null; pages++) {
                assertThat(pages).as("pages of %s", list).isLessThanOrEqualTo(25);
                HttpResponse<String> answer = send(page);
                JsonNode body = Json.mapper().readTree(answer.body());
                assertThat(items(body, items)).hasSizeLessThanOrEqualTo(size);
                met.addAll(items(body, items));
                page = next(answer, body, next).orElse(null);
                assertThat(page == null || page.toString().startsWith(server.baseUrl() + list))
                        .as("%s is below the served base", page)
                        .isTrue();
            }
            assertThat(met).as("size %d", size).hasSize(25).doesNotHaveDuplicates();
        }
    }

    private static Optional<URI> next(HttpResponse<String> answer, JsonNode body, String next) {
        if (!next.equals("Link")) {
            JsonNode url = body.at(next);
            return url.isTextual() ? Optional.of(URI.create(url.asText())) : Optional.empty();
        }
        Matcher link = NEXT.matcher(answer.headers().firstValue("Link").orElse(""));
        return link.find() ? Optional.of(URI.create(link.group(1))) : Optional.empty();
    }

    @Test
    void a_token_in_the_answer_leads_to_the_next_page() throws Exception {
        String berth = body("/api/berths").at("/data/0/id").asText();
        String list = "/api/berths/" + berth + "/visits";
        var met = new ArrayList<JsonNode>();
        String token = "";
        do {
            JsonNode page = body(list + "?limit=6" + (token.isEmpty() ? "" : "&page_token=" + token));
            met.addAll(items(page, "/visits"));
            token = page.path("next_page_token").asText("");
            assertThat(page.path("has_more").asBoolean()).isEqualTo(!token.isEmpty());
        } while (!token.isEmpty());

        assertThat(met).hasSize(25).doesNotHaveDuplicates();
        assertThat(met).allMatch(visit -> visit.path("berth_id").asText(berth).equals(berth));
        assertThat(get(list + "?page_token=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void programs_can_ask_what_each_operation_was_understood_as() throws Exception {
        JsonNode operations = body("/-/operations").path("operations");

        assertThat(operations)
                .extracting(each -> each.path("operation").asText() + " "
                        + each.path("role").asText() + " "
                        + each.path("collection").asText())
                .contains("listKites list kites", "getMaker item makers", "printInvoice plain ");
        JsonNode kites = operations.get(0);
        assertThat(kites.path("path").asText()).isEqualTo("/v1/kites");
        assertThat(kites.path("parameters"))
                .extracting(JsonNode::toString)
                .contains("{\"name\":\"min_price\",\"does\":\"filter\",\"property\":\"/price\",\"is\":\"at_least\","
                        + "\"text\":\"/price is at least that\"}");
        assertThat(kites.path("fields").get(0).path("says").asText()).isEqualTo("total");
    }

    @Test
    void default_and_maximum_of_a_page_are_the_contracts() throws Exception {
        JsonNode page = body("/v1/kites");

        assertThat(page.at("/values")).hasSize(10);
        assertThat(page.path("pagelen").asInt()).isEqualTo(10);
        assertThat(page.has("previous")).isFalse();
        assertThat(get("/v1/kites?pagelen=51").statusCode()).isEqualTo(400);
        assertThat(body("/v1/kites?page=3&pagelen=10").has("next")).isFalse();
        assertThat(items(body("/v1/kites?page=9"), "/values")).isEmpty();
        assertThat(items(body("/v1/kites?page=999999999999999999&pagelen=50"), "/values"))
                .isEmpty();
        assertThat(items(body("/api/ships?%24skip=999999999999999999"), "/value"))
                .isEmpty();
        assertThat(items(body("/api/ships?%24top=0"), "/value")).isEmpty();
        assertThat(items(body("/api/ships?%24top=999999999999999999"), "/value"))
                .hasSize(25);
    }

    @Test
    void the_address_of_the_next_page_keeps_what_else_was_asked_and_the_session() throws Exception {
        JsonNode page = body("/-/in/default/v1/kites?sort=-price&pagelen=4&color=red&color=green&page=2");

        assertThat(page.path("next").asText())
                .isEqualTo(
                        server.baseUrl() + "/-/in/default/v1/kites?sort=-price&pagelen=4&color=red&color=green&page=3");
    }

    private void filters(String list, String pointer, String query, Predicate<JsonNode> wanted) throws Exception {
        String all = list + (list.contains("?") ? "&" : "?");
        List<JsonNode> expected =
                items(body(list), pointer).stream().filter(wanted).toList();
        assertThat(items(body(all + query), pointer)).as(query).isEqualTo(expected);
        assertThat(expected).as(query).isNotEmpty();
    }

    @Test
    void a_filter_leaves_exactly_the_records_that_match() throws Exception {
        String kites = "/v1/kites?pagelen=50";
        filters(kites, "/values", "color=red&color=blue", kite -> kite.path("color")
                .asText()
                .matches("red|blue"));
        filters(kites, "/values", "min_price=100", kite -> kite.path("price").asDouble() >= 100);
        filters(
                kites,
                "/values",
                "created_after=2025-10-01T00:00:00Z",
                kite -> kite.path("created_at").asText().compareTo("2025-10-01T00:00:00Z") > 0);
        filters(kites, "/values", "q=GRAND", kite -> kite.path("name").asText().contains("Grand"));
        String berths = "/api/berths?page%5Bsize%5D=30";
        filters(berths, "/data", "filter%5Bstatus%5D=free", berth -> berth.at("/attributes/status")
                .asText()
                .equals("free"));
        filters(
                berths,
                "/data",
                "length%5Bgte%5D=200",
                berth -> berth.at("/attributes/length").asInt() >= 200);
        filters(
                berths,
                "/data",
                "opened_before=2026-01-01",
                berth -> berth.at("/attributes/opened").asText().compareTo("2026-01-01") < 0);
    }

    @Test
    void totals_count_what_the_filter_leaves() throws Exception {
        JsonNode red = body("/v1/kites?color=red&pagelen=2");

        assertThat(red.path("size").asInt())
                .isEqualTo(
                        items(body("/v1/kites?color=red&pagelen=50"), "/values").size());
        assertThat(body("/api/ships?%24top=3").path("@odata.count").asInt()).isEqualTo(25);
        assertThat(body("/api/berths").at("/meta/total").asInt()).isEqualTo(25);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/v1/kites?pagelen=50&sort=price, /values, /price, 1",
        "/v1/kites?pagelen=50&sort=-price, /values, /price, -1",
        "/api/ships?%24top=30&%24orderby=draught%20desc, /value, /draught, -1",
        "/api/ships?%24top=30&%24orderby=draught, /value, /draught, 1",
        "/api/berths?page%5Bsize%5D=30&sort=-length, /data, /attributes/length, -1",
    })
    void an_order_is_kept_and_records_without_a_value_come_last(String list, String items, String property, int way)
            throws Exception {
        List<Double> values = items(body(list), items).stream()
                .map(item -> item.at(property))
                .map(value -> value.isNumber() ? value.asDouble() * way : Double.POSITIVE_INFINITY)
                .toList();

        assertThat(values).hasSize(25).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void a_parameter_that_is_not_understood_changes_nothing() throws Exception {
        assertThat(body("/v1/kites?wind=7").path("values"))
                .isEqualTo(body("/v1/kites").path("values"));
        assertThat(body("/api/berths?moon=full").path("data"))
                .isEqualTo(body("/api/berths").path("data"));
        assertThat(body("/api/ships?%24filter=length(name)%20gt%209").path("value"))
                .hasSize(20);
    }

    @Test
    void other_properties_than_those_asked_for_are_left_out_where_they_may_be() throws Exception {
        for (JsonNode ship : items(body("/api/ships?%24select=name"), "/value")) {
            assertThat(ship.properties().stream().map(Map.Entry::getKey)).containsExactly("imo", "name");
        }
    }

    @Test
    void an_item_shows_the_record_that_its_list_shows() throws Exception {
        for (JsonNode kite : items(body("/v1/kites?pagelen=50"), "/values")) {
            assertThat(body("/v1/kites/" + kite.path("id").asText())).isEqualTo(kite);
        }
        JsonNode berth = body("/api/berths").at("/data/3");
        assertThat(body("/api/berths/" + berth.path("id").asText()).path("data"))
                .isEqualTo(berth);
        for (JsonNode ship : items(body("/api/ships?%24top=30"), "/value")) {
            JsonNode whole = body("/api/ships/" + ship.path("imo").asText());
            assertThat(whole.path("built").isInt()).isTrue();
            assertThat(whole.path("name")).isEqualTo(ship.path("name"));
        }
    }

    @Test
    void an_id_that_the_document_shows_is_there() throws Exception {
        assertThat(body("/api/ships/9074729").path("imo").asText()).isEqualTo("9074729");
        assertThat(body("/v1/invoices/inv_1002").path("customer").asText()).isEqualTo("Fernbrook Studio");
        assertThat(body("/v1/invoices?status=paid")).hasSize(1);
        assertThat(get("/v1/invoices?limit=1").headers().firstValue("X-Total-Count"))
                .hasValue("2");
    }

    @Test
    void a_record_that_is_not_there_is_the_declared_404_which_names_three_that_are() throws Exception {
        HttpResponse<String> maker = get("/v1/makers/99");
        assertThat(maker.statusCode()).isEqualTo(404);
        assertThat(maker.body())
                .isEqualTo("{\"message\":\"path \\\"id\\\" must name one of makers, such as 1, 2 or 3, was \\\"99\\\""
                        + " (getMaker in examples/kites/kites.yaml)\"}");

        HttpResponse<String> berth = get("/api/berths/x");
        assertThat(berth.statusCode()).isEqualTo(404);
        assertThat(Json.mapper().readTree(berth.body()).at("/errors/0/detail").asText())
                .contains("berths, such as");

        HttpResponse<String> ship = get("/api/ships/1");
        assertThat(ship.statusCode()).isEqualTo(404);
        assertThat(ship.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void a_list_below_a_record_has_its_own_and_is_a_404_where_the_record_is_not() throws Exception {
        var below = new HashSet<JsonNode>();
        for (int maker = 1; maker <= 25; maker++) {
            for (JsonNode kite : items(body("/v1/makers/" + maker + "/kites"), "")) {
                assertThat(kite.path("maker_id").asInt()).isEqualTo(maker);
                below.add(kite);
            }
        }
        assertThat(below)
                .isEqualTo(
                        items(body("/v1/kites?pagelen=50"), "/values").stream().collect(toSet()));
        assertThat(get("/v1/makers/99/kites").statusCode()).isEqualTo(404);
    }

    @Test
    void what_a_client_prefers_goes_before_the_collection() throws Exception {
        assertThat(get("/v1/invoices", "Prefer", "example=none").body()).isEqualTo("[]");
        assertThat(get("/v1/invoices/inv_1001", "Prefer", "code=404").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_same_request_has_the_same_bytes_after_a_restart_and_whatever_was_asked_before() throws Exception {
        String path = "/v1/kites?pagelen=3&sort=name";
        String before = get(path).body();
        try (Running again = Understudy.start(settings())) {
            String after = send(again.baseUrl().resolve(path)).body();
            assertThat(after.replace(
                            again.baseUrl().toString(), server.baseUrl().toString()))
                    .isEqualTo(before);
        }
    }

    @Test
    void a_stateless_contract_answers_by_examples_alone() throws Exception {
        try (Running plain = Understudy.start(settings().withSeeds(new Seeds(Set.of("billing"), 3)))) {
            URI base = plain.baseUrl();
            assertThat(send(base.resolve("/v1/invoices?status=paid")).body()).contains("inv_1001", "inv_1002");
            assertThat(send(base.resolve("/v1/invoices/inv_7")).statusCode()).isEqualTo(200);
            assertThat(Json.mapper().readTree(send(base.resolve("/v1/makers")).body()))
                    .hasSize(3);
        }
    }

    @Test
    void a_contract_that_is_not_there_cannot_be_stateless() {
        Settings wrong = settings().withSeeds(new Seeds(Set.of("bill"), 25));

        assertThatThrownBy(() -> Understudy.start(wrong))
                .hasMessage(
                        "--stateless: must name a contract of your own: all, billing, harbour, kites; was \"bill\"");
    }
}
