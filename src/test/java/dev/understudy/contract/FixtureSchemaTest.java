package dev.understudy.contract;

import static dev.understudy.contract.Samples.contract;
import static dev.understudy.contract.Samples.faults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Json;
import dev.understudy.api.Violation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixtureSchemaTest {
    private static final Contract CONTRACT = contract(
            """
            paths: {}
            components:
              schemas:
                TaskFixture:
                  x-fixture: tasks
                  x-fixture-id: id
                  x-fixture-references: {after: tasks}
                  x-fixture-acyclic: after
                  x-fixture-unique: {goals: version}
                  type: object
                  additionalProperties: false
                  required: [id]
                  properties:
                    id: {type: string}
                    after: {type: array, items: {type: string}}
                    goals: {type: array, items: {type: object, properties: {version: {type: integer}}}}
                CallerFixture: {x-fixture: caller, x-fixture-single: true, type: object}
            """);

    @Test
    void a_schema_that_is_marked_describes_a_collection() {
        FixtureSchema tasks = CONTRACT.fixtureSchemas().get(0);
        assertThat(tasks.collection()).isEqualTo("tasks");
        assertThat(tasks.id()).isEqualTo("id");
        assertThat(tasks.single()).isFalse();
        assertThat(tasks.references()).isEqualTo(Map.of("after", "tasks"));
        assertThat(tasks.acyclic()).isEqualTo("after");
        assertThat(tasks.unique()).isEqualTo(Map.of("goals", "version"));
    }

    @Test
    void a_fixture_of_one_object_has_no_id() {
        FixtureSchema caller = CONTRACT.fixtureSchemas().get(1);
        assertThat(caller.single()).isTrue();
        assertThat(caller.id()).isNull();
        assertThat(caller.references()).isEmpty();
    }

    @Test
    void a_record_is_checked_against_its_schema() throws Exception {
        var record = Json.mapper().readTree("{\"ID\":\"a\",\"goals\":[{\"version\":\"1\"}]}");
        assertThat(CONTRACT.fixtureSchemas().get(0).check(record))
                .extracting(Violation::message)
                .containsExactlyInAnyOrder(
                        "record /goals/0/version must be an integer, was \"1\"",
                        "record /ID must be left out (did you mean \"id\"?), was \"a\"",
                        "record /id must be given, was missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {x-fixture: a, x-fixture-id: idd}                    | the schema has no property "idd"; did you mean "id"?
            {x-fixture: A_b, x-fixture-id: id}                   | a collection's name must be small letters, digits and single hyphens
            {x-fixture: a, x-fixture-references: {id: b}}        | no collection is named "b"; did you mean "a"?
            {x-fixture: a, x-fixture-references: {x: a}}         | the schema has no property "x"
            {x-fixture: a, x-fixture-acyclic: id}                | "id" must be among x-fixture-references
            {x-fixture: a, x-fixture-unique: {ids: id}}          | the schema has no property "ids"; did you mean "id"?
            {x-fixture: a, x-fixture-single: true, x-fixture-id: id} | a fixture of one object has no id: leave it out
            {x-fixture: a, x-fixture-uniq: {}}                   | unknown mark "x-fixture-uniq"; did you mean "x-fixture-unique"?""")
    void a_mark_that_makes_no_sense_is_a_fault(String marks, String fault) {
        String schema = marks.replaceFirst("}$", ", type: object, properties: {id: {type: string}}}");
        assertThat(faults(() -> contract("paths: {}\ncomponents: {schemas: {A: " + schema + "}}")))
                .anySatisfy(text -> assertThat(text).contains(fault));
    }

    @Test
    void two_schemas_of_one_collection_are_a_fault() {
        assertThat(faults(() -> contract("paths: {}\ncomponents: {schemas: {A: {x-fixture: a, x-fixture-single: true,"
                        + " type: object}, B: {x-fixture: a, x-fixture-single: true, type: object}}}")))
                .singleElement()
                .asString()
                .endsWith("two schemas cannot describe the same collection");
    }
}
