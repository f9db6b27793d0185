package dev.understudy.mocks.anyspec.roles.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.BigIntegerNode;
import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstantsTest {
    @ParameterizedTest
    @CsvSource({
        "1772366400, 2026-03-01T12:00:00Z",
        "-1, 1969-12-31T23:59:59Z",
        "1772366400000, 2026-03-01T12:00:00Z",
        "-9223372036854775808, -292275055-05-16T16:47:04.192Z",
        "9223372036854775808,",
        "18446744073709551616,"
    })
    void a_number_is_seconds_or_milliseconds_of_unix_time_if_it_is_no_larger_than_those(
            BigInteger number, Instant instant) {
        assertThat(Instants.of(BigIntegerNode.valueOf(number)).orElse(null)).isEqualTo(instant);
    }
}
