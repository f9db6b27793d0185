package dev.understudy.mocks.anyspec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.changes.Mocked;
import dev.understudy.openapi.Documents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Headers whose examples lead to the server of the document. */
class ServedAddressesTest {
    private static final String JOBS =
            """
            openapi: 3.1.0
            info: {title: Jobs, version: '1'}
            servers:
              - {url: 'https://{region}.jobs.example/v1/', variables: {region: {default: eu}}}
              - {url: https://jobs.example}
            paths:
              /runs/{run}/start:
                parameters: [{name: run, in: path, required: true, schema: {type: string}}]
                post:
                  responses:
                    '202':
                      description: D
                      headers:
                        Location: {schema: {type: string}, example: LOCATION}
                        Link: {schema: {type: string}, example: '<https://jobs.example/help>; rel="help", <https://other.example/v1>; rel="about"'}
            """;

    @ParameterizedTest
    @CsvSource({
        "https://eu.jobs.example/v1/jobs/7?x=1, http://mock.test/v1/jobs/7?x=1",
        "https://jobs.example/jobs/7, http://mock.test/v1/jobs/7",
        "https://jobs.example.org/jobs/7, https://jobs.example.org/jobs/7",
        "https://eu.jobs.example/v10/jobs, https://eu.jobs.example/v10/jobs",
        "/v1/jobs/7, /v1/jobs/7",
        "../jobs/7, ../jobs/7"
    })
    void an_address_below_a_server_of_the_document_is_where_the_mock_serves_it(String shown, String served) {
        byte[] document = JOBS.replace("LOCATION", "'" + shown + "'").getBytes(UTF_8);
        var mock = new Mocked(Contract.brought("t", Documents.read("t.yaml", document)));

        Mocked.MockReply told = mock.call("POST", "/v1/runs/a/start");

        assertThat(told.status()).as(told.text()).isEqualTo(202);
        assertThat(told.header("Location")).isEqualTo(served);
        assertThat(told.header("Link"))
                .isEqualTo("<http://mock.test/v1/help>; rel=\"help\", <https://other.example/v1>; rel=\"about\"");
    }

    @ParameterizedTest
    @CsvSource({"/v1/jobs/7, /-/in/k/v1/jobs/7", "https://jobs.example, http://mock.test/-/in/k/v1"})
    void it_stays_in_the_session(String shown, String served) {
        Contract contract = Contract.brought("t", Documents.read("t.yaml", JOBS.getBytes(UTF_8)));
        var target = new dev.understudy.api.Target("http://mock.test/-/in/k/v1/runs/a/start", "");

        assertThat(new ServedAddresses(contract).of(shown, contract.operations().get(0), target))
                .isEqualTo(served);
    }
}
