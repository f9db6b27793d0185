package dev.understudy.mocks.anyspec.changes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.openapi.Documents;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is created is there until it is deleted, by whatever habits a document is written; the seed is printed. */
class HabitsTest {
    private static final int DOCUMENTS = 20;

    /** What the slow tests of these habits and of those of lists take together is four minutes. */
    private static final Duration BUDGET = Duration.ofMinutes(2);

    @Test
    void whatever_the_habits_of_a_document_what_is_created_can_be_read_changed_and_deleted() {
        long first = first();
        for (long seed = first; seed < first + DOCUMENTS; seed++) {
            walk(seed);
        }
    }

    @Tag("slow")
    @Test
    void the_same_for_two_minutes() {
        long end = System.nanoTime() + BUDGET.toNanos();
        for (long seed = first(); System.nanoTime() < end; seed++) {
            walk(seed);
        }
    }

    private static long first() {
        long first = Long.getLong("understudy.seed", System.currentTimeMillis());
        System.out.println("HabitsTest: -Dunderstudy.seed=" + first);
        return first;
    }

    private static void walk(long seed) {
        String document = new Habits(seed).document();
        var walk = new Walk(Contract.brought("t", Documents.read("t.yaml", document.getBytes(UTF_8))));
        walk.all();

        assertThat(walk.faults()).as("seed %d%n%s", seed, document).isEmpty();
        assertThat(walk.refused()).as("seed %d%n%s", seed, document).isEmpty();
        assertThat(walk.counts())
                .as("seed %d%n%s", seed, document)
                .containsEntry("creates kept", 1)
                .containsEntry("lists", 1)
                .containsEntry("deletes", 1)
                .containsEntry("replace", 1)
                .containsEntry("patch", 1);
    }
}
