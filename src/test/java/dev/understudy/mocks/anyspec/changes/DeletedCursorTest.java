package dev.understudy.mocks.anyspec.changes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.contract.Contract;
import dev.understudy.openapi.Documents;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeletedCursorTest {
    private static final String CRABS =
            """
            openapi: 3.1.0
            info: {title: Crabs, version: '1'}
            paths:
              /crabs:
                get:
                  parameters:
                    - {name: after, in: query, schema: {type: string}}
                    - {name: before, in: query, schema: {type: string}}
                    - {name: limit, in: query, schema: {type: integer, default: 10}}
                    - {name: sort, in: query, schema: {type: string, enum: [name, -name]}}
                  responses: {'200': {description: D, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Crab'}}}}}}
              /crabs/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get: {responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Crab'}}}}}}
                delete:
                  parameters: [{name: If-Match, in: header, required: true, schema: {type: string}}]
                  responses: {'204': {description: D}, '428': {description: D}}
            components:
              schemas:
                Crab: {type: object, required: [id, name], properties: {id: {type: string, format: uuid}, name: {type: string}}}
            """;

    private final Mocked mock = new Mocked(Contract.brought("t", Documents.read("t.yaml", CRABS.getBytes(UTF_8))));

    private List<String> ids(String query) {
        Mocked.MockReply reply = mock.call("GET", "/crabs?" + query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        var ids = new ArrayList<String>();
        for (JsonNode crab : reply.body()) {
            ids.add(crab.path("id").asText());
        }
        return ids;
    }

    private void delete(String id) {
        assertThat(mock.call("DELETE", "/crabs/" + id, "", "", "If-Match", "*").status())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&sort=name", "&sort=-name"})
    void a_record_that_was_deleted_is_still_a_place_in_its_list(String order) {
        List<String> all = ids("limit=10" + order);
        assertThat(all).hasSize(5);

        delete(all.get(2));

        assertThat(ids("after=" + all.get(2) + order)).isEqualTo(all.subList(3, 5));
        assertThat(ids("before=" + all.get(2) + order)).isEqualTo(all.subList(0, 2));
        delete(all.get(0));
        assertThat(ids("after=" + all.get(0) + order)).containsExactly(all.get(1), all.get(3), all.get(4));
        assertThat(mock.call("GET", "/crabs?after=nobody").status()).isEqualTo(400);
    }

    @Test
    void a_required_precondition_that_is_missing_is_the_documented_428() {
        assertThat(mock.call("DELETE", "/crabs/" + ids("").get(0)).status()).isEqualTo(428);
    }
}
