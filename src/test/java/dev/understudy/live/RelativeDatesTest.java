package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.Contract;
import dev.understudy.load.Explanation;
import dev.understudy.load.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelativeDatesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T09:30:15.123456Z"), ZoneOffset.UTC);
    private static final List<Contract> CONTRACTS =
            Catalogue.builtIn().stream().map(Catalogue.Entry::read).toList();

    private final Path folder;

    RelativeDatesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void exante_has_dates_and_date_times_in_seconds() throws Exception {
        JsonNode task = changed(
                "exante/work-tasks/work-tasks",
                "a1b2c3d4-e5f6-7890-abcd-ef1234567890",
                """
                [{"uid": "a1b2c3d4-e5f6-7890-abcd-ef1234567890", "due_date": "@today+3d", "created_at": "@now-2h",
                  "title": "@today"}]""");
        assertThat(task.path("due_date").asText()).isEqualTo("2026-04-04");
        assertThat(task.path("created_at").asText()).isEqualTo("2026-04-01T07:30:15Z");
        assertThat(task.path("title").asText()).isEqualTo("@today");
    }

    @Test
    void quant_has_milliseconds() throws Exception {
        JsonNode task = changed(
                "quant/ai-tasks/tasks",
                "f94c4a89-9ff1-4e16-9b50-9e3ad2245b5d",
                """
                [{"taskId": "f94c4a89-9ff1-4e16-9b50-9e3ad2245b5d", "createdAt": "@today-1d", "updatedAt": "@now"}]""");
        assertThat(task.path("createdAt").longValue())
                .isEqualTo(Instant.parse("2026-03-31T00:00:00Z").toEpochMilli());
        assertThat(task.path("updatedAt").longValue()).isEqualTo(CLOCK.millis());
    }

    @Test
    void techwolf_has_date_times_in_microseconds_at_any_depth() throws Exception {
        JsonNode employee = changed(
                "techwolf/ai-goals/employees",
                "e-new",
                """
                [{"external_id": "e-new", "is_active": true, "last_updated": "@now", "goals": [
                  {"goal": "Lead", "target_skills": [], "target_tasks": [], "version": 1,
                   "created_on": "2026-01-05T08:00:00.000000+00:00", "last_updated": "@today-1w"},
                  {"goal": "Lead", "target_skills": [], "target_tasks": [], "version": 2,
                   "created_on": "@now-1d", "last_updated": "@now+90s"}]}]""");
        assertThat(employee.path("last_updated").asText()).isEqualTo("2026-04-01T09:30:15.123456+00:00");
        assertThat(employee.at("/goals/0/last_updated").asText()).isEqualTo("2026-03-25T00:00:00.000000+00:00");
        assertThat(employee.at("/goals/1/created_on").asText()).isEqualTo("2026-03-31T09:30:15.123456+00:00");
        assertThat(employee.at("/goals/1/last_updated").asText()).isEqualTo("2026-04-01T09:31:45.123456+00:00");
    }

    @Test
    void a_due_date_can_be_set_to_null_since_the_contract_requires_the_key() throws Exception {
        JsonNode task = changed(
                "exante/work-tasks/work-tasks",
                "a1b2c3d4-e5f6-7890-abcd-ef1234567890",
                "[{\"uid\": \"a1b2c3d4-e5f6-7890-abcd-ef1234567890\", \"due_date\": null, \"assign_to\": {\"avatar_url\": null}}]");
        assertThat(task.has("due_date")).isTrue();
        assertThat(task.path("due_date").isNull()).isTrue();
        assertThat(task.path("assign_to").has("full_name")).isTrue();
        assertThat(task.path("assign_to").has("avatar_url")).isFalse();
    }

    private JsonNode changed(String collection, String id, String merge) throws Exception {
        Path file = folder.resolve(collection + ".merge.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, merge);
        Fixtures fixtures = ContractFixtures.of(CONTRACTS, List.of(folder), CLOCK);
        assertThat(fixtures.faults()).isEmpty();
        return ((Explanation.Found) fixtures.explain(collection, id)).record();
    }
}
