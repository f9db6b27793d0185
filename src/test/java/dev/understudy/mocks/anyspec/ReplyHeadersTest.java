package dev.understudy.mocks.anyspec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.contract.Answer;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.openapi.Documents;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers that say something of the body or the operation. */
class ReplyHeadersTest {
    private static final ObjectNode KITE = JsonNodeFactory.instance
            .objectNode()
            .put("id", 7)
            .put("kite_id", 8)
            .put("name", "Blue\nbird")
            .put("location", "Oslo");

    private static Contract contract(String operation, String headers) {
        return Contract.brought(
                "kites",
                Documents.read(
                        "kites.yaml",
                        """
                        openapi: 3.0.4
                        info: {title: Kites, version: '1'}
                        paths: {/kites: {post: {%s responses: {'201': {description: D, headers: {%s}}}}}}
                        """
                                .formatted(operation, headers)
                                .getBytes(UTF_8)));
    }

    private static Map<String, Object> ofBody(String headers) {
        var all = new HashMap<String, Object>();
        Contract contract = contract("", headers);
        new ReplyHeaders(contract).ofBody(contract.operations().get(0), answer(contract), KITE, all);
        return all;
    }

    private static Answer answer(Contract contract) {
        return contract.operations().get(0).success().orElseThrow().answer();
    }

    @Test
    void a_header_that_is_called_like_what_the_path_is_of_has_its_id() {
        var all = new HashMap<String, Object>();
        Contract contract =
                contract("", "X-Kite-Id: {schema: {type: integer}}, X-Request-Id: {schema: {type: integer}}");
        new ReplyHeaders(contract)
                .ofBody(
                        contract.operations().get(0),
                        answer(contract),
                        JsonNodeFactory.instance.objectNode().put("id", 7),
                        all);

        assertThat(all).isEqualTo(Map.of("X-Kite-Id", "7"));
    }

    @Test
    void a_header_has_the_value_of_the_property_that_is_called_like_it_if_it_takes_that() {
        assertThat(ofBody("X-Kite-Id: {schema: {type: integer}}, Id: {schema: {type: integer, maximum: 5}},"
                        + " X-Name: {schema: {type: string}}, Location: {schema: {type: string}}"))
                .isEqualTo(Map.of("X-Kite-Id", "8"));
    }

    @Test
    void a_documented_link_header_leads_to_the_links_of_the_record() {
        Contract contract = Contract.brought(
                "kites",
                Documents.read(
                        "kites.yaml",
                        """
                        openapi: 3.0.4
                        info: {title: Kites, version: '1'}
                        servers: [{url: /v1}]
                        paths:
                          /kites:
                            post:
                              responses:
                                '201':
                                  description: D
                                  headers: {Link: {schema: {type: string}}}
                                  links:
                                    self: {operationId: getKite, parameters: {id: $response.body#/name, full: true}}
                                    owner: {operationId: getKite, parameters: {id: $response.body#/owner}}
                                    away: {operationRef: '#/paths/~1kites~1{id}/get', parameters: {path.id: '{$method}-{$response.body#/id}'}}
                          /kites/{id}: {get: {operationId: getKite, responses: {'200': {description: D}}}}
                        """
                                .getBytes(UTF_8)));
        var all = new HashMap<String, Object>();
        Operation add = contract.operations().get(0);
        new ReplyHeaders(contract)
                .ofLinks(
                        add,
                        add.success().orElseThrow(),
                        new Call(add.operationId(), Arguments.NONE, ""),
                        JsonNodeFactory.instance.objectNode().put("name", "a b").put("id", 7),
                        all);

        assertThat(all)
                .isEqualTo(
                        Map.of("Link", "</v1/kites/a%20b?full=true>; rel=\"self\", </v1/kites/POST-7>; rel=\"away\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
            deprecated: true,                                                            | {}
            deprecated: true, x-sunset: '2026-08-30',                                    | {Sunset=Sun, 30 Aug 2026 00:00:00 GMT}
            x-sunset: '9999-12-31',                                                      | {}
            x-sunset: some day,                                                          | {}
            x-ms-deprecation: {date: '2023-06-30T23:59:59+00:00'},                       | {Deprecation=@1688169599}
            x-github: {deprecationDate: '2023-10-12', removalDate: '2024-04-12'},        | {Deprecation=@1697068800, Sunset=Fri, 12 Apr 2024 00:00:00 GMT}""")
    void a_date_that_the_document_has_is_said(String operation, String fields) {
        Contract contract = contract(operation, "");
        Operation only = contract.operations().get(0);
        var all = new TreeMap<String, Object>();
        new ReplyHeaders(contract).ofOperation(only, answer(contract), null, all);

        assertThat(all).hasToString(fields);
    }

    @Test
    void a_documented_header_says_it_only_as_it_is_documented() {
        Contract contract = contract("x-sunset: '2026-08-30',", "Sunset: {schema: {type: boolean}}");
        var all = new HashMap<String, Object>();
        new ReplyHeaders(contract).ofOperation(contract.operations().get(0), answer(contract), null, all);

        assertThat(all).isEmpty();
    }
}
