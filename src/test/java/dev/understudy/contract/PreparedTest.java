package dev.understudy.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.openapi.Prepared;
import dev.understudy.openapi.source.ContractException;
import org.junit.jupiter.api.Test;

class PreparedTest {
    private static final String SOURCE = "specs/sample/things.yaml";
    private static final String YAML =
            """
            openapi: 3.0.3
            info: {title: Things, version: '1'}
            paths:
              /things:
                get:
                  operationId: listThings
                  responses:
                    '200':
                      description: Things
                      content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
            components:
              schemas:
                Thing:
                  type: number
                  minimum: 0x10
                  maximum: 99999999999
                  multipleOf: 0.50
                ThingFixture:
                  x-fixture: things
                  type: object
            """;

    @Test
    void has_the_tree_and_the_schemas_of_the_document() {
        Prepared read = Prepared.read(SOURCE, bytes(YAML));

        assertThat(Prepared.read(SOURCE, bytes(YAML), read.bytes(bytes(YAML)))).hasValueSatisfying(prepared -> {
            assertThat(prepared.document().tree()).isEqualTo(read.document().tree());
            assertThat(prepared.schemas()).isEqualTo(read.schemas()).hasSize(3);
        });
    }

    @Test
    void knows_where_each_value_stands_in_the_document() {
        Contract contract = Contract.read("sample/things", SOURCE, bytes(YAML), Contract.prepare(SOURCE, bytes(YAML)));

        assertThat(new String(contract.servedYaml(".."), UTF_8))
                .isEqualTo(
                        YAML.substring(0, YAML.indexOf("    ThingFixture:"))
                                .replace(
                                        "paths:",
                                        """
                                servers:
                                  - url: ..
                                    description: The mock server that serves this document
                                paths:"""));
    }

    @Test
    void is_not_used_for_a_document_that_has_changed_since() {
        String changed = YAML.replace("title: Things", "title: Others");

        assertThat(Contract.read("sample/things", SOURCE, bytes(changed), Contract.prepare(SOURCE, bytes(YAML)))
                        .title())
                .isEqualTo("Others");
    }

    @Test
    void a_document_with_faults_is_not_prepared() {
        assertThatThrownBy(() -> Contract.prepare(SOURCE, bytes(YAML.replace("operationId", "operationID"))))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining(SOURCE + ":6:7: ");
    }

    @Test
    void what_is_damaged_is_not_used_silently() {
        assertThatThrownBy(() -> Contract.read("sample/things", SOURCE, bytes(YAML), bytes("{")))
                .hasMessage("What was prepared of " + SOURCE + " is damaged");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
