package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.changes.Mocked;
import dev.understudy.openapi.Documents;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Collections whose records have the same schema. */
class SameSchemaTest {
    private static final String WATERS =
            """
            openapi: 3.1.0
            info: {title: Waters, version: '1'}
            paths:
              /lakes:
                get: {parameters: [{name: sort, in: query, schema: {type: string}}], responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Waters'}, example: [{name: b}, {name: c}, {name: a}]}}}}}
              /seas:
                get: {parameters: [{name: sort, in: query, schema: {type: string}}], responses: {'200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Waters'}, example: [{name: z}, {name: x}, {name: y}, {name: v}, {name: w}]}}}}}
            components:
              schemas:
                Waters: {type: array, items: {$ref: '#/components/schemas/Water'}}
                Water: {type: object, required: [name], properties: {name: {type: string}}}
            """;

    private final Mocked mock = new Mocked(Contract.brought("t", Documents.read("t.yaml", WATERS.getBytes(UTF_8))));

    private List<String> names(String path) {
        return StreamSupport.stream(mock.call("GET", path).body().spliterator(), false)
                .map(water -> water.path("name").asText())
                .toList();
    }

    @Test
    void each_is_sorted_by_its_own_records_whichever_is_asked_for_first() {
        assertThat(names("/lakes?sort=name")).containsExactly("a", "b", "c");
        assertThat(names("/seas?sort=name")).containsExactly("v", "w", "x", "y", "z");
        assertThat(names("/seas?sort=-name")).containsExactly("z", "y", "x", "w", "v");
        assertThat(names("/lakes?sort=-name")).containsExactly("c", "b", "a");
    }
}
