package dev.understudy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResponseTest {
    @Test
    void header_fields_are_in_the_order_of_their_names_in_each_process() {
        var response =
                new Response(200, Map.of("Vary", "Origin", "ETag", "\"1\"", "Content-Type", "text/plain"), new byte[0]);

        assertThat(response.headers().keySet()).containsExactly("Content-Type", "ETag", "Vary");
    }
}
