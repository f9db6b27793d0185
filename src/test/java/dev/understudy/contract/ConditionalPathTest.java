package dev.understudy.contract;

import static dev.understudy.contract.Requests.get;
import static dev.understudy.contract.Samples.messages;
import static dev.understudy.contract.Samples.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Admission;
import dev.understudy.openapi.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths at which the query or a header decides which operation is meant. */
class ConditionalPathTest {
    private static final Contract CONTRACT = Contract.brought(
            "harbour",
            Documents.read(
                    "harbour.yaml",
                    """
                    openapi: 3.0.3
                    info: {title: Harbour, version: "1"}
                    paths:
                      /services/rest?method=kites.list: {get: {operationId: list, responses: {'204': {description: D}}}}
                      /services/rest?method=kites.find: {get: {operationId: find, responses: {'204': {description: D}}}}
                      /#X-Target=Kites.Send: {get: {operationId: send, responses: {'204': {description: D}}}}
                      /two?a=1&b=2: {get: {operationId: two, responses: {'204': {description: D}}}}
                    """
                            .getBytes(UTF_8)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /services/rest | query "method" must be one of kites.list, kites.find, was missing; at this path the query decides which operation is meant
                    /services/rest?method=kites.lost | query "method" must be one of kites.list, kites.find, was "kites.lost"; at this path the query decides which operation is meant
                    / | query "X-Target" must be Kites.Send, was missing; at this path the query or a header decides which operation is meant
                    /two?a=1 | path must be /two?a=1&b=2, was "/two"; at this path the query decides which operation is meant
                    """)
    void a_request_that_decides_on_no_operation_is_told_what_decides(String target, String message) {
        Admission admission = CONTRACT.admit(get(target));

        assertThat(status(admission)).isEqualTo(404);
        assertThat(messages(admission)).containsExactly(message);
    }

    @Test
    void one_that_decides_is_admitted() {
        assertThat(CONTRACT.admit(get("/services/rest?method=kites.find")).operationId())
                .isEqualTo("find");
        assertThat(CONTRACT.admit(get("/", "X-Target: Kites.Send")).operationId())
                .isEqualTo("send");
    }
}
