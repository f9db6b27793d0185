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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccessLogTest {
    private static final AccessLine LINE = new AccessLine("GET", "/zoo/pets", 400, "listPets", 812, 2);

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
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z INFO GET /zoo/pets 400 listPets 812us violations=2\n");
    }

    @Test
    void a_request_is_one_json_object_when_a_machine_reads_it() throws Exception {
        String line = encoded(new JsonLines(), "{}", LINE);

        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        assertThat(Json.read(line.getBytes(StandardCharsets.UTF_8)).toString())
                .contains("\"level\":\"INFO\",\"logger\":\"access\",\"method\":\"GET\",\"path\":\"/zoo/pets\","
                        + "\"status\":400,\"operation\":\"listPets\",\"micros\":812,\"violations\":2");
    }

    @Test
    void no_client_can_begin_a_line_of_its_own() {
        var evil = new AccessLine("GET", "/a\r\nGET /b 200\u001b[2J\u0000\u2028\u202e\u0085\u007f", 404, null, 1, 0);

        assertThat(encoded(new TextLines(), "{}", evil))
                .contains("GET /a\\u000d\\u000aGET /b 200\\u001b[2J\\u0000\\u2028\\u202e\\u0085\\u007f 404 - 1us")
                .containsOnlyOnce("\n");
        assertThat(encoded(new JsonLines(), "{}", evil)).containsOnlyOnce("\n").matches("[\\x20-\\x7e]+\n");
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

        AccessLog.write("GET", "/zoo/pets", 200, "listPets", 5_000, 0);

        assertThat(appender.list).singleElement().satisfies(event -> assertThat(event.getFormattedMessage())
                .isEqualTo("GET /zoo/pets 200 listPets 5us violations=0"));
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
