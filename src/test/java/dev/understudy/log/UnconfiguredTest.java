package dev.understudy.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class UnconfiguredTest {
    private static final String PROVIDER = "slf4j.provider";

    @Test
    void logback_begins_without_an_output_of_its_own() {
        var provider = new Unconfigured();
        provider.initialize();

        var context = (LoggerContext) provider.getLoggerFactory();
        assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
                .isExhausted();
        assertThat(context.getMDCAdapter()).isSameAs(provider.getMDCAdapter());
    }

    @Test
    void a_provider_that_somebody_has_named_is_left_alone() {
        String before = System.getProperty(PROVIDER);
        try {
            System.setProperty(PROVIDER, "another");
            ServerLog.choose();
            assertThat(System.getProperty(PROVIDER)).isEqualTo("another");
        } finally {
            restore(before);
        }
    }

    private static void restore(String before) {
        if (before == null) {
            System.clearProperty(PROVIDER);
        } else {
            System.setProperty(PROVIDER, before);
        }
    }
}
