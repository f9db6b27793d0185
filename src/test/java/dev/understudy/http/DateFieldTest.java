package dev.understudy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateFieldTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1994-11-06T08:49:37Z|Sun, 06 Nov 1994 08:49:37 GMT",
                "2024-02-29T23:59:59.999Z|Thu, 29 Feb 2024 23:59:59 GMT",
                "2026-12-31T00:00:00Z|Thu, 31 Dec 2026 00:00:00 GMT",
                "1969-12-31T23:59:59.5Z|Wed, 31 Dec 1969 23:59:59 GMT"
            })
    void a_moment_is_written_as_http_wants_it(Instant moment, String text) {
        assertThat((Object) new DateField(InstantSource.fixed(moment)).text()).hasToString(text);
    }

    @Test
    void it_is_made_once_a_second() {
        var now = new AtomicReference<>(Instant.parse("2026-04-01T09:00:00Z"));
        var field = new DateField(now::get);

        Object first = field.text();
        now.updateAndGet(moment -> moment.plusMillis(999));
        assertThat((Object) field.text()).isSameAs(first);
        now.updateAndGet(moment -> moment.plusMillis(1));
        assertThat((Object) field.text()).hasToString("Wed, 01 Apr 2026 09:00:01 GMT");
        now.updateAndGet(moment -> moment.minus(Duration.ofDays(1)));
        assertThat((Object) field.text()).hasToString("Tue, 31 Mar 2026 09:00:01 GMT");
    }
}
