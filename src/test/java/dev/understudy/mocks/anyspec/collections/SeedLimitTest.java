package dev.understudy.mocks.anyspec.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedLimitTest {
    @Test
    void small_records_are_as_many_as_were_asked_for() {
        assertThat(new SeedLimit(3).most(200_000, List.of(record(300)))).isEqualTo(200_000);
        assertThat(new SeedLimit(100).most(1_000, List.of(record(300)))).isEqualTo(1_000);
    }

    @Test
    void large_records_and_many_collections_leave_room_for_fewer() {
        assertThat(new SeedLimit(1).most(200_000, List.of(record(8_192)))).isEqualTo(10_240);
        assertThat(new SeedLimit(100).most(200_000, List.of(record(4_096), record(12_288))))
                .isEqualTo(327);
    }

    @Test
    void there_are_some_in_any_case() {
        assertThat(new SeedLimit(1_000).most(200_000, List.of(record(1 << 20)))).isEqualTo(25);
        assertThat(new SeedLimit(1_000).most(10, List.of(record(1 << 20)))).isEqualTo(10);
        assertThat(new SeedLimit(1).most(200_000, List.of())).isEqualTo(200_000);
    }

    /** A record whose JSON has so many bytes. */
    private static ObjectNode record(int size) {
        return JsonNodeFactory.instance.objectNode().put("name", "x".repeat(size - "{\"name\":\"\"}".length()));
    }
}
