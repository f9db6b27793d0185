package dev.understudy.contract;

import static dev.understudy.contract.Requests.post;
import static dev.understudy.contract.Samples.messages;
import static dev.understudy.contract.Samples.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Call;
import dev.understudy.openapi.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Media types that differ in their parameters alone: each has its own schema (RFC 9110 sections 8.3.1 and 12.5.1). */
class MediaParametersTest {
    private static final Contract CONTRACT = Contract.brought(
            "harbour",
            Documents.read(
                    "harbour.yaml",
                    """
                    openapi: 3.0.3
                    info: {title: Harbour, version: "1"}
                    paths:
                      /things:
                        post:
                          operationId: moor
                          requestBody:
                            content:
                              application/json;odata=minimal: {schema: {type: object, required: [id]}}
                              application/json;odata=full: {schema: {type: object, required: [id, links]}}
                              application/json; charset=utf-8; version=2: {schema: {type: array}}
                          responses:
                            '200':
                              description: Moored
                              content:
                                application/json;odata=minimal: {schema: {type: object}}
                                application/json;odata=full: {schema: {type: object}}
                                application/json; charset=utf-8; version=2: {schema: {type: array}}
                    """
                            .getBytes(UTF_8)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json;odata=full|application/json;odata=full",
                "application/json; ODATA=\"full\"|application/json;odata=full",
                "application/json|application/json;odata=minimal",
                "*/*|application/json;odata=minimal",
                "application/json;odata=minimal;q=0.4, application/json;odata=full;q=0.5|application/json;odata=full",
                "application/json, application/json;odata=minimal;q=0.1|application/json;odata=full",
                "application/json;version=2|application/json; charset=utf-8; version=2",
                "application/json;version=2;charset=UTF8|application/json; charset=utf-8; version=2",
                "application/json;charset=utf-8|application/json; charset=utf-8; version=2",
                "application/json;odata=full;q=0, application/json;odata=minimal;q=0, */*|application/json; charset=utf-8; version=2",
                "application/json;v=b3|application/json;odata=minimal",
                "application/json;version=3, application/json;version=2;q=0.1|application/json; charset=utf-8; version=2",
            })
    void the_answer_is_of_the_type_whose_parameters_are_asked_for(String accept, String produced) {
        var admission = CONTRACT.admit(post("", "Accept: " + accept));

        assertThat(admission).isInstanceOf(Call.class);
        assertThat(((Call) admission).produces()).isEqualTo(produced);
    }

    @Test
    void parameters_that_no_answer_has_are_not_acceptable() {
        var admission = CONTRACT.admit(post("", "Accept: application/json;odata=none;version=1, application/json;q=0"));

        assertThat(status(admission)).isEqualTo(406);
        assertThat(messages(admission).get(0))
                .contains("application/json;odata=minimal")
                .contains("application/json;odata=full")
                .contains("application/json; charset=utf-8; version=2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json;odata=minimal|{\"id\":1}|200",
                "application/json;odata=full|{\"id\":1}|400",
                "application/json;odata=full|{\"id\":1,\"links\":[]}|200",
                "application/json; version=\"2\"|[]|200",
                "application/json; charset=UTF-8; version=2|{}|400",
                "application/json|{\"id\":1}|200",
                "application/json;odata=none;version=3|{}|415",
                "application/json;odata=none;version=2|[]|200",
            })
    void a_body_is_held_to_the_schema_of_its_parameters(String type, String body, int status) {
        assertThat(status(CONTRACT.admit(post(body, "Content-Type: " + type)))).isEqualTo(status);
    }

    @Test
    void a_charset_that_is_not_written_is_found() {
        var contract = Contract.brought(
                "harbour",
                Documents.read(
                        "harbour.yaml",
                        """
                        openapi: 3.0.3
                        info: {title: Harbour, version: "1"}
                        paths:
                          /things:
                            get:
                              responses:
                                '200': {description: D, content: {text/plain;charset=iso-8859-1: {}}}
                        """
                                .getBytes(UTF_8)));

        assertThat(contract.findings()).anySatisfy(finding -> assertThat(finding.text())
                .contains("the media type \"text/plain;charset=iso-8859-1\" is not supported"));
    }
}
