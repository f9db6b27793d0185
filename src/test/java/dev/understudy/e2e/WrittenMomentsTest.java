package dev.understudy.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.live.Catalogue;
import dev.understudy.live.Settings;
import dev.understudy.live.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leap seconds and small letters are date-times wherever one is: answered as written, ordered and filtered. */
class WrittenMomentsTest {
    /** In their order; the two in the middle are one instant. */
    private static final List<String> MOMENTS = List.of(
            "2016-12-31t23:59:59z",
            "2016-12-31T23:59:59.9999999999Z",
            "2016-12-31T23:59:60Z",
            "2017-01-01t00:00:00+00:00",
            "2017-01-01T00:00:01z");

    private static final Headers HEADERS =
            Headers.of(Map.of("Authorization", List.of("Bearer t"), "Content-Type", List.of("application/json")));

    private final Path folder;

    WrittenMomentsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void a_list_is_in_their_order() throws Exception {
        List<String> tasks = IntStream.of(3, 1, 4, 0, 2)
                .mapToObj(i ->
                        """
                {"uid": "b2c3d4e5-f6a7-8901-bcde-f1234567890%d", "organization_uid": "3f6d1b52-8c0e-4a7b-9d24-5e1f7a90c683", \
                "title": "", "type": "task", "status": "todo", "priority": "low", "due_date": null, "created_at": "%s", \
                "assign_to": null, "origin": {"type": "agent", "agent_name": "A"}}"""
                                .formatted(i, MOMENTS.get(i)))
                .toList();
        write("exante/work-tasks/work-tasks.ndjson", tasks);

        assertThat(found("created_at", "GET", "/api/work-tasks", "sort=created_at", ""))
                .isEqualTo(MOMENTS);
    }

    @Test
    void a_filter_finds_those_before_and_those_from_then_on() throws Exception {
        write(
                "techwolf/ai-goals/employees.ndjson",
                MOMENTS.stream()
                        .map(moment ->
                                """
                {"external_id": "e-%d", "is_active": true, "last_updated": "%s", "goals": [{"goal": "", "target_skills": [], \
                "target_tasks": [], "version": 1, "created_on": "%s", "last_updated": "%s"}]}"""
                                        .formatted(MOMENTS.indexOf(moment), moment, moment, moment))
                        .toList());

        for (String leap : List.of("2016-12-31T23:59:60Z", "2016-12-31t15:59:60.0-08:00", "2017-01-01T00:00:00z")) {
            assertThat(goals("lt", leap)).isEqualTo(MOMENTS.subList(0, 2));
            assertThat(goals("gte", leap)).isEqualTo(MOMENTS.subList(2, 5));
        }
    }

    private List<String> goals(String operator, String value) {
        String filter = "{\"filter\":\"last_updated\",\"operator\":\"" + operator + "\",\"value\":\"" + value + "\"}";
        String body = "{\"limit\":100,\"filters\":[" + filter + "]}";
        return found("created_on", "POST", "/export/employees/ai_goals", null, body);
    }

    private List<String> found(String key, String method, String path, @Nullable String query, String body) {
        Response response = ((Snapshot) Snapshot.load(Catalogue.builtIn(), Settings.DEFAULT.withFixtures(folder)))
                .exchange()
                .answer(new Request(method, path, query, HEADERS, body.getBytes(UTF_8)))
                .response();
        return Pattern.compile("\"" + key + "\":\"([^\"]*)\"")
                .matcher(new String(response.bytes(), UTF_8))
                .results()
                .map((MatchResult shown) -> shown.group(1))
                .toList();
    }

    private void write(String file, List<String> lines) throws Exception {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, lines);
    }
}
