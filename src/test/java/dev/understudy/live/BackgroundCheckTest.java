package dev.understudy.live;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.understudy.contract.Contract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Timeout(60)
class BackgroundCheckTest {
    private static final String KITES =
            """
            openapi: 3.1.0
            info: {title: Kites, version: '1'}
            paths:
              /kites:
                get:
                  operationId: listKites
                  responses:
                    '200':
                      description: A
                      content: {application/json: {example: 1, schema: {type: string, pattern: '^a$', not: {const: a}}}}
            """;

    private final BlockingQueue<String> told = new ArrayBlockingQueue<>(10);
    private final AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            told.add(event.getLevel() + " " + event.getFormattedMessage());
        }
    };
    private final Logger logger = (Logger) LoggerFactory.getLogger(BackgroundCheck.class);
    private final Path file;

    BackgroundCheckTest(@TempDir Path folder) {
        this.file = folder.resolve("kites.yaml");
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void what_is_found_in_a_contract_while_it_is_served_is_told_once() throws Exception {
        Files.writeString(file, KITES);
        List<Contract> contracts = Brought.of(file).contracts();
        assertThat(contracts.get(0).findings())
                .noneMatch(finding -> finding.kind().equals("example-breaks-schema"));

        try (var check = new BackgroundCheck(Duration.ZERO, Duration.ofMinutes(1))) {
            check.begin(contracts);

            assertThat(next())
                    .startsWith("WARN " + file + ":10:21: gap: no value was found for this answer of listKites, as ");
            assertThat(next())
                    .isEqualTo("INFO Checked the examples and answers of kites: 1 gap, 1 hint; understudy check " + file
                            + " lists them");
            check.begin(contracts);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void a_check_that_takes_too_long_is_given_up_and_says_so() throws Exception {
        Files.writeString(file, KITES);
        try (var check = new BackgroundCheck(Duration.ZERO, Duration.ZERO)) {
            check.begin(Brought.of(file).contracts());

            assertThat(next())
                    .isEqualTo("INFO Not all of " + file + " is checked: understudy check goes on to the end");
        }
    }

    @Test
    void strict_waits_for_it() throws Exception {
        Files.writeString(file, KITES);
        var brought = new Brought(Brought.of(file).arguments(), null, Map.of(), true, Set.of(), List.of());

        LoadResult loading = Snapshot.load(List.of(), Settings.DEFAULT.withBrought(brought));

        assertThat(loading.faults()).singleElement().satisfies(fault -> assertThat(fault.text())
                .contains("no value was found for this answer of listKites"));
    }

    private String next() throws InterruptedException {
        return String.valueOf(told.poll(30, TimeUnit.SECONDS));
    }
}
