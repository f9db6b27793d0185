package dev.understudy.contract;

import static dev.understudy.contract.Samples.contract;
import static dev.understudy.contract.Samples.faults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.fixtures.FixtureSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentFieldsTest {
    private static final FixtureSchema TASKS = contract(
                    """
            paths: {}
            components:
              schemas:
                TaskFixture:
                  x-fixture: tasks
                  x-fixture-id: id
                  type: object
                  properties:
                    id: {type: string}
                    due: {type: string, format: date, nullable: true}
                    made: {type: string, format: date-time}
                    seen: {type: string, format: date-time, example: '2026-03-15T14:30:00.123Z'}
                    stamp: {type: integer, format: int64, x-epoch: milliseconds}
                    count: {type: integer, format: int64}
                    steps: {type: array, items: {$ref: '#/components/schemas/Step'}}
                    days: {type: object, additionalProperties: {type: string, format: date}}
                  example: {id: a, steps: [{at: '2026-04-18T14:02:07.911000+00:00'}]}
                Step:
                  oneOf: [{$ref: '#/components/schemas/Start'}, {$ref: '#/components/schemas/Step'}]
                Start:
                  type: object
                  properties:
                    at: {type: string, format: date-time}
                    next: {$ref: '#/components/schemas/Step'}
            """)
            .fixtureSchemas()
            .get(0);

    @ParameterizedTest(name = "{0} is written like {1}")
    @CsvSource({
        "/due,                2026-01-01",
        "/made,               2026-01-01T00:00:00Z",
        "/seen,               2026-03-15T14:30:00.123Z",
        "/stamp,              0",
        "/steps/7/at,         2026-04-18T14:02:07.911000+00:00",
        "/steps/7/next/at,    2026-01-01T00:00:00Z",
        "/days/first~1second, 2026-01-01",
    })
    void a_field_that_holds_a_moment_is_written_as_its_schema_and_example_have_it(String pointer, String sample) {
        assertThat(TASKS.moment(pointer)).contains(sample);
    }

    @ParameterizedTest
    @CsvSource({"/id", "/count", "/steps", "/steps/0", "/steps/at", "/due/at", "/nowhere/at", "/days"})
    void elsewhere_there_is_none(String pointer) {
        assertThat(TASKS.moment(pointer)).isEmpty();
    }

    @Test
    void an_epoch_is_milliseconds_beside_an_integer() {
        for (String schema :
                new String[] {"{type: integer, x-epoch: seconds}", "{type: string, x-epoch: milliseconds}"}) {
            assertThat(faults(() -> contract("paths: {}\ncomponents: {schemas: {A: " + schema + "}}")))
                    .anySatisfy(text ->
                            assertThat(text).contains("\"x-epoch\" must be milliseconds, beside the type integer"));
        }
    }
}
