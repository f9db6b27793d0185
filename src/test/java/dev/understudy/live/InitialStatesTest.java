package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Relative dates of fixtures in sessions that are on other days than the server. */
class InitialStatesTest {
    private static final String KITES =
            """
            openapi: 3.1.0
            info: {title: Kites, version: '1'}
            paths:
              /kites:
                get:
                  parameters: [{name: due, in: query, schema: {type: string}}]
                  responses:
                    '200':
                      description: d
                      content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Kite'}}}}
                post:
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}
                  responses: {'201': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}}
              /kites/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                get:
                  responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}}
                delete:
                  responses: {'204': {description: d}}
            components:
              schemas:
                Kite:
                  type: object
                  required: [id, due]
                  properties: {id: {type: integer}, due: {type: string, format: date}, at: {type: string, format: date-time}}
            """;

    private static final String SERVER = "[{\"id\":1,\"due\":\"2026-04-02\",\"at\":\"2026-04-01T07:00:00Z\"}]";

    private final Path records;
    private final Served served;

    InitialStatesTest(@TempDir Path root) throws Exception {
        Path file = root.resolve("kites.yaml");
        Files.writeString(file, KITES);
        records = root.resolve("data/kites/kites.json");
        Files.createDirectories(records.getParent());
        Files.writeString(records, "[{\"id\": 1, \"due\": \"@today+1d\", \"at\": \"@now-2h\"}]");
        served = Served.of(
                List.of(),
                Settings.DEFAULT
                        .withBrought(Brought.of(file))
                        .withFixtures(root.resolve("data"))
                        .withClock(Clock.fixed(Instant.parse("2026-04-01T09:00:00Z"), ZoneOffset.UTC)));
    }

    @Test
    void a_session_of_another_day_sees_the_dates_of_that_day_and_others_do_not() {
        at("a", "2027-01-01T15:00:00Z");
        at("b", "2027-01-01T03:00:00Z");

        assertThat(kites("a")).isEqualTo("[{\"id\":1,\"due\":\"2027-01-02\",\"at\":\"2026-12-31T22:00:00Z\"}]");
        assertThat(kites("b")).isEqualTo(kites("a"));
        assertThat(kites("c")).isEqualTo(SERVER);
        assertThat(served.mocked("a", "/kites?due=2027-01-02")).contains("\"id\":1");
        assertThat(served.call("GET", "/-/sessions/a/records/kites", null)
                        .response()
                        .bytes())
                .asString(UTF_8)
                .contains("2027-01-02");
        at("a", "2026-04-01T23:00:00Z");
        assertThat(kites("a")).isEqualTo(SERVER);
        served.call("DELETE", "/-/sessions/b/clock", null);
        assertThat(kites("b")).isEqualTo(SERVER);
    }

    @Test
    void what_a_session_has_changed_goes_with_it_from_day_to_day() throws Exception {
        at("a", "2027-01-01T15:00:00Z");
        add("a", 2);
        served.call("PUT", "/-/sessions/a/snapshots/s", null);

        at("a", "2027-01-05T00:00:00Z");

        assertThat(kites("a"))
                .startsWith("[{\"id\":1,\"due\":\"2027-01-06\"")
                .contains("{\"id\":2,\"due\":\"2020-01-01\"");
        assertThat(session("a").path("changed")).extracting(JsonNode::asText).containsExactly("kites/kites");
        served.mocked("a", "DELETE", "/kites/1", null);
        at("a", "2026-04-01T00:00:00Z");
        assertThat(kites("a")).startsWith("[{\"id\":2");
        served.call("POST", "/-/sessions/a/snapshots/s/restore", null);
        assertThat(kites("a")).startsWith("[{\"id\":1,\"due\":\"2026-04-02\"").contains("{\"id\":2");
        served.call("POST", "/-/sessions/a/reset", null);
        assertThat(kites("a")).isEqualTo(SERVER);
    }

    @Test
    void a_session_begins_with_the_records_of_the_day_that_it_is_given() throws Exception {
        served.call(
                "PUT",
                "/-/sessions/a",
                "{\"clock\":{\"time\":\"2027-01-01T00:00:00Z\"},\"records\":{\"kites\":[{\"id\":7,\"due\":\"@today\"}]}}");

        assertThat(kites("a"))
                .startsWith("[{\"id\":1,\"due\":\"2027-01-02\"")
                .contains("{\"id\":7,\"due\":\"2027-01-01\"");
        assertThat(session("a").path("changed")).hasSize(1);
    }

    @Test
    void for_a_ninth_day_one_goes_that_nobody_has_changes_of() {
        for (int day = 1; day <= 9; day++) {
            at("s" + day, "2027-02-0" + day + "T00:00:00Z");
            assertThat(kites("s" + day)).contains("2027-02-" + (day < 9 ? "0" : "") + (day + 1));
        }
        assertThat(kites("s1")).contains("2027-02-02");
        for (int day = 1; day <= 9; day++) {
            add("s" + day, 2);
        }

        // Eight days are held by changes; the ninth is as the server's.
        long others = java.util.stream.IntStream.rangeClosed(1, 9)
                .filter(day -> kites("s" + day).contains("2026-04-02"))
                .count();
        assertThat(others).isOne();
        served.call("DELETE", "/-/sessions/s1", null);
        served.call("DELETE", "/-/sessions/s2", null);
        assertThat(kites("s9")).contains("2027-02-10").contains("{\"id\":2");
    }

    @Test
    void fixtures_that_have_changed_and_are_not_served_yet_are_not_served_to_some() throws Exception {
        Files.writeString(records, "[{\"id\": 5, \"due\": \"@today\"}]");
        at("a", "2027-01-01T15:00:00Z");
        assertThat(kites("a")).isEqualTo(SERVER);

        served.reload();

        assertThat(kites("a")).isEqualTo("[{\"id\":5,\"due\":\"2027-01-01\"}]");
    }

    private String kites(String session) {
        return served.mocked(session, "/kites");
    }

    private void add(String session, int id) {
        assertThat(served.mocked(session, "POST", "/kites", "{\"id\":" + id + ",\"due\":\"2020-01-01\"}")
                        .response()
                        .status())
                .isEqualTo(201);
    }

    private void at(String session, String time) {
        if (served.call("GET", "/-/sessions/" + session, null).response().status() == 404) {
            served.call("PUT", "/-/sessions/" + session, null);
        }
        served.call("PUT", "/-/sessions/" + session + "/clock", "{\"time\":\"" + time + "\",\"frozen\":true}");
    }

    private JsonNode session(String key) throws Exception {
        return Json.read(
                served.call("GET", "/-/sessions/" + key, null).response().bytes());
    }
}
