package dev.understudy.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import dev.understudy.api.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccessLogTest {
    private static final AccessLine LINE = new AccessLine("GET", "/zoo/pets", 200, "listPets", 812, 0, null);

    private static final Reason REASON =
            Reason.of("limit=x&token=secret&flag", "query \"limit\" must be an integer, was \"x\"");

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger logger = context.getLogger(AccessLog.NAME);

    @AfterEach
    void silence() {
        context.reset();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
    }

    @Test
    void a_request_is_one_line_that_says_what_came_of_it() {
        assertThat(encoded(new TextLines(), "{}", LINE))
                .matches(
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO GET /zoo/pets 200 listPets 812us violations=0\n");
    }

    @Test
    void a_request_is_one_json_object_when_a_machine_reads_it() throws Exception {
        String line = encoded(new JsonLines(), "{}", LINE);

        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        assertThat(Json.read(line.getBytes(StandardCharsets.UTF_8)).toString())
                .contains("\"level\":\"INFO\",\"logger\":\"access\",\"method\":\"GET\",\"path\":\"/zoo/pets\","
                        + "\"status\":200,\"operation\":\"listPets\",\"micros\":812,\"violations\":0}");
    }

    @Test
    void a_refusal_says_why_and_which_keys_the_query_has_but_not_their_values() throws Exception {
        var refused = new AccessLine("GET", "/zoo/pets", 400, "listPets", 812, 2, REASON);

        assertThat(encoded(new TextLines(), "{}", refused))
                .endsWith(" INFO GET /zoo/pets 400 listPets 812us violations=2 keys=limit,token,flag"
                        + " reason=query \"limit\" must be an integer, was \"x\"\n");
        assertThat(Json.read(encoded(new JsonLines(), "{}", refused).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .endsWith("\"violations\":2,\"keys\":[\"limit\",\"token\",\"flag\"],"
                        + "\"reason\":\"query \\\"limit\\\" must be an integer, was \\\"x\\\"\"}");
    }

    @Test
    void a_call_that_a_rule_has_decided_about_names_it() throws Exception {
        var ruled = new AccessLine("GET", "/zoo/pets", 503, "listPets", 812, 0, null, List.of(), "r1");

        assertThat(encoded(new TextLines(), "{}", ruled))
                .endsWith(" INFO GET /zoo/pets 503 listPets 812us violations=0 rule=r1\n");
        assertThat(Json.read(encoded(new JsonLines(), "{}", ruled).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .endsWith("\"violations\":0,\"rule\":\"r1\"}");
    }

    @Test
    void a_reason_has_a_bounded_length_whatever_a_client_sends() {
        Reason reason =
                Reason.of("a=1&a=2&&=3&" + "k".repeat(5000) + "&x%0a=" + "&y".repeat(100), "\ud83d\udc08".repeat(900));

        assertThat(reason.keys()).containsExactly("a", "k".repeat(40) + "…", "x%0a", "y");
        assertThat(reason.sentence()).isEqualTo("\ud83d\udc08".repeat(150) + "…");
        assertThat(Reason.of(
                                String.join(
                                        "&",
                                        IntStream.range(0, 50)
                                                .mapToObj(i -> "k" + i)
                                                .toList()),
                                "")
                        .keys())
                .hasSize(20);
        assertThat(Reason.of(null, "x").keys()).isEmpty();
    }

    @Test
    void no_client_can_begin_a_line_of_its_own() {
        var evil =
                new AccessLine("GET", "/a\r\nGET /b 200\u001b[2J\u0000\u2028\u202e\u0085\u007f", 404, null, 1, 0, null);

        assertThat(encoded(new TextLines(), "{}", evil))
                .contains("GET /a\\u000d\\u000aGET /b 200\\u001b[2J\\u0000\\u2028\\u202e\\u0085\\u007f 404 - 1us")
                .containsOnlyOnce("\n");
        assertThat(encoded(new JsonLines(), "{}", evil)).containsOnlyOnce("\n").matches("[\\x20-\\x7e]+\n");

        var worse = new AccessLine("GET", "/a", 400, null, 1, 1, Reason.of("b\r\nc=1", "d\r\ne\u001b[2J\u2028"));
        assertThat(encoded(new TextLines(), "{}", worse))
                .endsWith(" keys=b\\u000d\\u000ac reason=d\\u000d\\u000ae\\u001b[2J\\u2028\n")
                .containsOnlyOnce("\n");
        assertThat(encoded(new JsonLines(), "{}", worse)).containsOnlyOnce("\n").matches("[\\x20-\\x7e]+\n");
    }

    @Test
    void a_stack_trace_is_set_in_below_its_line() {
        var event = event("Error {}", "1f");
        event.setThrowableProxy(new ThrowableProxy(new IllegalStateException("first\nINFO second")));
        String text = new String(new TextLines().encode(event), StandardCharsets.UTF_8);

        assertThat(text.lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("    | "));
        assertThat(new String(new JsonLines().encode(event), StandardCharsets.UTF_8))
                .contains("\"message\":\"Error 1f\"")
                .contains("\"trace\":\"java.lang.IllegalStateException: first\\nINFO second")
                .containsOnlyOnce("\n");
    }

    @Test
    void the_log_goes_to_standard_output_and_every_line_of_it_arrives() {
        assertThat(printed(LogFormat.TEXT, false, 20_000)).hasLineCount(20_000);
    }

    @Test
    void a_quiet_log_has_errors_only() {
        assertThat(printed(LogFormat.JSON, true, 10)).isEmpty();
    }

    @Test
    void a_request_is_one_line_with_its_path_status_operation_time_and_violations() {
        var appender = new ListAppender<ILoggingEvent>();
        appender.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(appender);

        AccessLog.write("GET", "/zoo/pets", 200, "listPets", 5_000, 0, null, List.of(), null);

        assertThat(appender.list).singleElement().satisfies(event -> assertThat(event.getFormattedMessage())
                .isEqualTo("GET /zoo/pets 200 listPets 5us violations=0"));
    }

    @Test
    void a_key_of_a_query_that_nobody_reads_is_named_without_its_value() throws Exception {
        var keys = List.of("utm_source", "_", "a b=200\n", "k".repeat(41));
        var line = new AccessLine("GET", "/zoo/pets", 200, "listPets", 812, 0, null, keys);

        assertThat(line)
                .hasToString(
                        "GET /zoo/pets 200 listPets 812us violations=0 ignored=utm_source,_,a+b%3D200%0A,kkkkkkkkkk…");
        assertThat(Json.read(encoded(new JsonLines(), "{}", line).getBytes(StandardCharsets.UTF_8))
                        .path("ignored"))
                .hasToString("[\"utm_source\",\"_\",\"a+b%3D200%0A\",\"kkkkkkkkkk…\"]");
    }

    private String printed(LogFormat format, boolean quiet, int lines) {
        PrintStream out = System.out;
        var bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            ServerLog.open(format, quiet);
            for (int i = 0; i < lines; i++) {
                logger.info("{}", LINE);
            }
            ServerLog.close();
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String encoded(Encoder<ILoggingEvent> encoder, String message, Object argument) {
        return new String(encoder.encode(event(message, argument)), StandardCharsets.UTF_8);
    }

    private LoggingEvent event(String message, Object argument) {
        return new LoggingEvent("", logger, Level.INFO, message, null, new Object[] {argument});
    }
}
