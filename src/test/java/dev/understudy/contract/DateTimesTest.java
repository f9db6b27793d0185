package dev.understudy.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.contract.fixtures.FixtureSchema;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A fixture, a filter and a schema read date-times alike. */
class DateTimesTest {
    private static final Contract CONTRACT = contract();

    @ParameterizedTest
    @CsvSource({
        "2026-04-18T14:02:07.911000+00:00, true",
        "2026-04-18t14:02:07z, true",
        "2016-12-31T23:59:60Z, true",
        "1990-12-31T15:59:60-08:00, true",
        "2026-04-18T14:02:07.12345678901234567890Z, true",
        "2026-04-18T14:02:07+23:59, true",
        "2016-12-31T22:59:60Z, false",
        "2016-12-31T23:59:60+01:00, false",
        "2026-04-18T14:02:07+24:00, false",
        "2026-04-18 14:02:07Z, false",
        "2026-04-18T14:02Z, false"
    })
    void a_date_time_is_one_in_a_fixture_and_in_a_filter_or_in_neither(String text, boolean lawful)
            throws MalformedJson {
        String record = "{\"external_id\":\"e-1\",\"is_active\":true,\"last_updated\":\"%s\",\"tasks\":[]}";
        String filter =
                "{\"limit\":1,\"filters\":[{\"filter\":\"last_updated\",\"operator\":\"lt\",\"value\":\"%s\"}]}";
        FixtureSchema employees = CONTRACT.fixtureSchemas().get(0);

        assertThat(employees.check(Json.read(record.formatted(text).getBytes(UTF_8))))
                .hasSize(lawful ? 0 : 1);
        assertThat(Samples.messages(CONTRACT.admit(Requests.request(
                        "POST",
                        "/export/employees/task_profiles",
                        filter.formatted(text).getBytes(UTF_8),
                        "Authorization: Bearer t",
                        "Content-Type: application/json"))))
                .hasSize(lawful ? 0 : 1);
    }

    private static Contract contract() {
        String source = "specs/techwolf/task-profiles.yaml";
        try (InputStream in = DateTimesTest.class.getResourceAsStream("/" + source)) {
            return Contract.read("techwolf/task-profiles", source, in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
