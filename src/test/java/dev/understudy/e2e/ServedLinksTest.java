package dev.understudy.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.understudy.live.Running;
import dev.understudy.live.Settings;
import dev.understudy.live.Understudy;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What our own pages lead to, from wherever they are read: in a session, and behind a proxy that takes a prefix off.
 */
@Timeout(60)
class ServedLinksTest {
    private static final String PREFIX = "/mocks/understudy";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static Running server;
    private static HttpServer proxy;

    @BeforeAll
    static void start() throws Exception {
        server = Understudy.start(Settings.DEFAULT.withAuth(false));
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext(PREFIX + "/", ServedLinksTest::pass);
        proxy.start();
    }

    @AfterAll
    static void stop() {
        proxy.stop(0);
        server.close();
    }

    private static void pass(HttpExchange exchange) throws IOException {
        URI outside = exchange.getRequestURI();
        URI inside = URI.create(server.baseUrl() + outside.toString().substring(PREFIX.length()));
        byte[] body = get(inside).body();
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/-/in/default", PREFIX, PREFIX + "/-/in/default"})
    void every_link_of_the_list_of_contracts_leads_to_its_page(String prefix) throws Exception {
        URI list = at(prefix, "/-/contracts");

        var led = new ArrayList<String>();
        for (JsonNode contract : Wire.json(get(list).body()).path("contracts")) {
            String yaml = text(list.resolve(contract.path("yaml").textValue()));
            String json = text(list.resolve(contract.path("json").textValue()));
            assertThat(yaml).startsWith("openapi: 3.0.3\n");
            assertThat(json).startsWith("{\n  \"openapi\" : \"3.0.3\"");
            led.add(contract.path("name").textValue());
            for (JsonNode schema : contract.path("fixtures")) {
                assertThat(text(list.resolve(schema.textValue()))).startsWith("{\n  \"$schema\"");
                led.add(schema.textValue());
            }
        }
        assertThat(led).hasSize(4 + 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/-/in/default", PREFIX, PREFIX + "/-/in/default"})
    void the_first_server_of_a_contract_is_where_it_was_read_from(String prefix) throws Exception {
        for (String form : List.of("yaml", "json", "yaml?form=flat", "json?form=flat")) {
            URI contract = at(prefix, "/-/contracts/exante/work-tasks." + form);
            JsonNode document = new Yaml(get(contract).body()).tree();

            URI first = contract.resolve(document.at("/servers/0/url").textValue());
            assertThat(first).isEqualTo(at(prefix, "/"));
            assertThat(document.at("/servers/1/url").textValue()).isEqualTo("https://dev.exante.app");
            String tasks = first + "api/work-tasks?per_page=1";
            assertThat(text(URI.create(tasks))).startsWith("{\"status\":\"success\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"techwolf/task-profiles", "techwolf/ai-goals", "quant/ai-tasks", "exante/work-tasks"})
    void a_reader_of_openapi_finds_this_server_before_the_original(String name) {
        OpenAPI document = new OpenAPIV3Parser()
                .read(at(PREFIX, "/-/contracts/" + name + ".json").toString());

        List<String> servers =
                document.getServers().stream().map(Server::getUrl).toList();
        assertThat(servers).hasSizeGreaterThan(1);
        assertThat(servers.get(0)).isEqualTo(at(PREFIX, "/").toString());
        assertThat(servers.subList(1, servers.size())).allMatch(original -> original.startsWith("https://"));
    }

    private static URI at(String prefix, String path) {
        String base = prefix.startsWith(PREFIX)
                ? "http://127.0.0.1:" + proxy.getAddress().getPort()
                : server.baseUrl().toString();
        return URI.create(base + prefix + path);
    }

    private static String text(URI address) throws IOException {
        return new String(get(address).body(), UTF_8);
    }

    private static HttpResponse<byte[]> get(URI address) throws IOException {
        try {
            HttpResponse<byte[]> answer =
                    CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as("%s", address).isEqualTo(200);
            return answer;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
