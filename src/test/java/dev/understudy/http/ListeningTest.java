package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.api.Response;
import dev.understudy.road.Answer;
import dev.understudy.road.Exchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ListeningTest {
    private static final Exchange HELLO =
            request -> Answer.of(new Response(200, Map.of(), "hello".getBytes(StandardCharsets.US_ASCII)));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "localhost."})
    void localhost_is_every_loopback_address_of_this_machine_on_one_port(String host) throws Exception {
        try (MockServer server = start(host, 0)) {
            assertThat(server.hosts()).isEqualTo(loopbacks());
            for (String address : loopbacks()) {
                assertThat(answer(address, server.port(), "localhost")).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "[::1]", "0:0:0:0:0:0:0:1"})
    void an_address_of_ipv6_can_be_listened_on(String host) throws Exception {
        Assumptions.assumeTrue(loopbacks().contains("::1"), "this machine has no IPv6");

        try (MockServer server = start(host, 0)) {
            assertThat(answer("::1", server.port(), "[::1]:" + server.port())).startsWith("HTTP/1.1 200 ");
            assertThat(answer("::1", server.port(), "evil.example")).startsWith("HTTP/1.1 421 ");
        }
    }

    @Test
    void an_address_alone_is_listened_on_alone() throws Exception {
        Assumptions.assumeTrue(loopbacks().contains("::1"), "this machine has no IPv6");

        try (MockServer server = start("127.0.0.1", 0)) {
            assertThat(answer("127.0.0.1", server.port(), "127.0.0.1")).startsWith("HTTP/1.1 200 ");
            assertThatThrownBy(() -> answer("::1", server.port(), "localhost")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_port_in_use_on_one_of_two_addresses_is_a_sentence_that_names_it() throws Exception {
        Assumptions.assumeTrue(loopbacks().contains("::1"), "this machine has no IPv6");

        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            assertThatThrownBy(() -> start("localhost", taken.getLocalPort()))
                    .isInstanceOf(CannotListen.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + " on ::1 is in use");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "no such host"})
    void a_host_that_is_none_is_one_sentence(String host) {
        assertThatThrownBy(() -> start(host, 0))
                .isInstanceOf(CannotListen.class)
                .hasMessageContaining("is not known here");
    }

    private static MockServer start(String host, int port) throws CannotListen {
        return MockServer.start(new Address(host, port), AccessSettings.DEFAULT, HELLO);
    }

    private static List<String> loopbacks() throws IOException {
        var here = new ArrayList<String>();
        for (String address : List.of("127.0.0.1", "::1")) {
            if (NetworkInterface.getByInetAddress(InetAddress.getByName(address)) != null) {
                here.add(address);
            }
        }
        return here;
    }

    private static String answer(String address, int port, String host) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByName(address), port), 10_000);
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
