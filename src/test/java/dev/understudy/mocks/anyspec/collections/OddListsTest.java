package dev.understudy.mocks.anyspec.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.live.Brought;
import dev.understudy.live.Running;
import dev.understudy.live.Seeds;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that few documents have, over a port. */
@TestInstance(Lifecycle.PER_CLASS)
class OddListsTest {
    private static final Path DOCUMENT = Path.of("src/test/resources/brought/odd-lists.yaml");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Running server;

    @BeforeAll
    void start() throws Exception {
        server = Understudy.start(settings(DOCUMENT));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private static Settings settings(Path document) {
        return Settings.DEFAULT.withAuth(false).withBrought(Brought.of(document));
    }

    private static HttpResponse<String> send(URI uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(uri);
        assertThat(answer.statusCode()).as(uri + " " + answer.body()).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(server.baseUrl().resolve(path));
    }

    private JsonNode body(String path) throws Exception {
        return Json.mapper().readTree(get(path).body());
    }

    private List<JsonNode> walk(String list, String parameter, String field) throws Exception {
        var met = new ArrayList<JsonNode>();
        String token = "";
        for (int pages = 0; pages < 10; pages++) {
            JsonNode page = body(list + (token.isEmpty() ? "" : "&" + parameter + "=" + token));
            page.path("items").forEach(met::add);
            token = page.path(field).asText("");
            if (token.isEmpty() || page.path("items").isEmpty()) {
                return met;
            }
        }
        throw new AssertionError("the pages of " + list + " have no end: " + met);
    }

    @Test
    void examples_that_nothing_tells_apart_are_each_met_once() throws Exception {
        assertThat(walk("/odd/notes?limit=1", "cursor", "nextCursor"))
                .extracting(note -> note.path("text").asText())
                .containsExactly("one", "two", "three");
    }

    @Test
    void a_token_means_one_record_though_another_has_the_same_last_key() throws Exception {
        assertThat(walk("/odd/repos?limit=1", "after", "next"))
                .extracting(repo ->
                        repo.path("owner").asText() + "/" + repo.path("name").asText())
                .containsExactly("ada/kite", "bo/kite", "bo/reel");
    }

    @Test
    void the_next_page_goes_on_where_this_one_ends_though_page_and_offset_were_given() throws Exception {
        JsonNode page = body("/odd/knots?limit=3&page=2&offset=5");
        JsonNode next = Json.mapper()
                .readTree(get(URI.create(page.path("next").asText())).body());

        assertThat(next.at("/items/0"))
                .isEqualTo(body("/odd/knots?limit=3&offset=8").at("/items/0"));
    }

    @Test
    void a_truth_may_be_asked_for_as_a_number() throws Exception {
        for (int asked : List.of(0, 1)) {
            assertThat(body("/odd/knots?limit=100&tight=" + asked).path("items"))
                    .isNotEmpty()
                    .allMatch(knot -> knot.path("tight").asBoolean() == (asked == 1));
        }
    }

    @Test
    void a_last_page_that_must_name_a_next_one_leads_to_an_empty_one() throws Exception {
        HttpResponse<String> last = get("/odd/bends?limit=10&page=3");
        JsonNode page = Json.mapper().readTree(last.body());

        assertThat(page.path("items")).hasSize(5);
        assertThat(page.path("nextPage").asInt()).isZero();
        assertThat(last.headers().firstValue("X-Next-Page")).hasValue("0");
        assertThat(last.headers().firstValue("Link"))
                .hasValue("<" + server.baseUrl() + "/odd/bends?limit=10&page=2>; rel=\"prev\", <" + server.baseUrl()
                        + "/odd/bends?limit=10&page=1>; rel=\"first\"");
        assertThat(get("/odd/bends?limit=100").headers().firstValue("Link"))
                .hasValue("<" + server.baseUrl() + "/odd/bends?limit=100&page=1>; rel=\"first\"");
        URI next = URI.create(page.path("next").asText());
        assertThat(next).isEqualTo(server.baseUrl().resolve("/odd/bends?limit=10&page=4"));
        assertThat(Json.mapper().readTree(get(next).body()).path("items")).isEmpty();
        assertThat(walk("/odd/hitches?limit=10", "nextToken", "nextToken"))
                .hasSize(25)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cleats?limit=2&page=99  | 404 | query "page" must lead to a page of 2 records at least, was "99", where there are none
                    cleats?limit=12&page=3  | 404 | query "page" must lead to a page of 2 records at least, was "3", where there are 1
                    cleats?name=nobody      | 404 | query "name" must lead to a page of 2 records at least, was "nobody", where there are none
                    buoys?offset=25         | 404 | query "offset" must lead to a page of 1 record at least, was "25", where there are none
                    knots?offset=-1         | 400 | query "offset" must be a number of records, which is at least 0, was "-1"
                    knots?page=0            | 400 | query "page" must be the number of a page, which is at least 1, was "0"
                    knots?limit=-5          | 400 | query "limit" must be a number of records, which is at least 0, was "-5"
                    repos?after=zzz         | 400 | query "after" must be what an answer of this list gave, or the key of one of its records, was "zzz"
                    cleats?sort=-nmae       | 400 | query "sort" must be a property of the records, such as id, name, tight; did you mean "name"?, was "-nmae"
                    hawsers?filter%5Bnmae%5D=Bo | 400 | query "filter[nmae]" must have the name of a property of the records, such as id, length, name; did you mean "name"?, was "nmae"
                    hawsers?sort_by%5Bwind%5D=asc | 400 | query "sort_by[wind]" must be a property of the records, such as id, length, name, was "wind"
                    cleats?sort=name&order=up1 | 400 | query "order" must be asc or desc, was "up1"
                    """)
    void what_leads_to_nothing_is_refused_with_what_would_lead_somewhere(String path, int status, String message)
            throws Exception {
        HttpResponse<String> answer = send(server.baseUrl().resolve("/odd/" + path));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body().replace("\\\"", "\"")).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    since=3                             | 4 8
                    since=4                             | 8
                    since=0&limit=2                     | 2 4
                    since=9                             | ''
                    filter[name]=Bo                     | 4
                    filter[name_cont]=Ad&sort_by[id]=desc | 8 2
                    filter[length][gte]=7               | 2 8
                    filter[length_lt]=9                 | 4 8
                    sort_by[length]=asc                 | 4 8 2
                    """)
    void keys_of_an_object_name_properties_and_a_number_stands_for_a_place_among_ids(String query, String ids)
            throws Exception {
        String encoded = query.replace("[", "%5B").replace("]", "%5D");

        assertThat(body("/odd/hawsers?" + encoded))
                .extracting(each -> each.path("id").asText())
                .containsExactly(ids.isEmpty() ? new String[0] : ids.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                             | {"total":3,"results":[2,4]}
                    {"paging":{"offset":2}}                                        | {"total":3,"results":[8]}
                    {"name":["Bo","Ada"]}                                          | {"total":2,"results":[2,4]}
                    {"min_length":7,"paging":{"limit":9}}                          | {"total":2,"results":[2,8]}
                    {"text":"ada"}                                                 | {"total":2,"results":[2,8]}
                    {"sorts":[{"propertyName":"length","direction":"DESCENDING"}]} | {"total":3,"results":[2,8]}
                    {"paging":{"offset":-1}}                                       | body /paging/offset must be a number of records, which is at least 0, was "-1"
                    {"sorts":[{"propertyName":"wind"}]}                            | body /sorts must be a property of the records, such as id, length, name, was "wind"
                    """)
    void a_search_asks_by_its_body(String body, String expected) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.baseUrl().resolve("/odd/hawsers/search"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String answer = CLIENT.send(request, BodyHandlers.ofString()).body();

        assertThat(answer.replace("\\\"", "\"").replaceAll("\\{\"id\":(\\d+)[^}]*}", "$1"))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "items=0-1, 200, items 0-1/3",
        "items=1-, 200, items 1-2/3",
        "items=7-9, 200, items 0-2/3",
        "all, 400, ''"
    })
    void a_range_of_records_is_asked_for_and_said_by_headers(String range, int status, String said) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.baseUrl().resolve("/odd/hawsers"))
                .header("Range", range)
                .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Range").orElse("")).isEqualTo(said);
    }

    @Test
    void a_page_behind_the_last_one_is_empty_where_the_contract_admits_it() throws Exception {
        assertThat(body("/odd/knots?limit=10&page=99999999999999999999").path("items"))
                .isEmpty();
    }

    @Test
    void a_page_has_as_many_records_as_the_contract_demands_though_fewer_are_asked_for() throws Exception {
        assertThat(body("/odd/cleats?limit=1")).hasSize(2);
    }

    @Test
    void an_order_that_the_document_shows_is_taken_though_no_property_is_meant() throws Exception {
        assertThat(body("/odd/cleats?sort=relevance")).isEqualTo(body("/odd/cleats"));
    }

    @Test
    void examples_are_there_though_no_records_are_made() throws Exception {
        try (Running none = Understudy.start(settings(DOCUMENT).withSeeds(new Seeds(Set.of(), 0)))) {
            JsonNode notes = Json.mapper()
                    .readTree(get(none.baseUrl().resolve("/odd/notes")).body());
            JsonNode knots = Json.mapper()
                    .readTree(get(none.baseUrl().resolve("/odd/knots")).body());

            assertThat(notes.path("items")).hasSize(3);
            assertThat(knots.path("items")).isEmpty();
        }
    }

    /** Each of 40 collections names one of each that comes before it. */
    @Test
    void collections_that_all_name_each_other_are_there_at_once(@TempDir Path folder) throws Exception {
        List<String> names = IntStream.range(0, 40)
                .mapToObj(i -> "wor" + (char) ('a' + i / 10) + (char) ('a' + i % 10) + "k")
                .toList();
        var text = new StringBuilder("openapi: 3.0.3\ninfo: {title: Net, version: '1'}\npaths:\n");
        for (int i = 0; i < names.size(); i++) {
            var properties = new StringBuilder("id: {type: string}");
            names.subList(0, i)
                    .forEach(name -> properties.append(", ").append(name).append("_id: {type: string}"));
            text.append(
                    """
                      /%ss:
                        get:
                          responses:
                            '200':
                              description: A list
                              content:
                                application/json:
                                  schema: {type: array, items: {type: object, properties: {%s}}}
                    """
                            .formatted(names.get(i), properties)
                            .indent(2)
                            .replaceFirst("^ *", "  "));
        }
        Path document = Files.writeString(folder.resolve("net.yaml"), text);
        try (Running net = Understudy.start(settings(document))) {
            assertThat(get(net.baseUrl().resolve("/" + names.get(39) + "s")).body())
                    .startsWith("[{");
        }
    }
}
