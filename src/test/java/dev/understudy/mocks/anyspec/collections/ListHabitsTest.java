package dev.understudy.mocks.anyspec.collections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.Recognized;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.openapi.Documents;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the habits of a document, its list pages, filters and sorts; the seed is printed. */
class ListHabitsTest {
    private static final int DOCUMENTS = 20;

    /** What the slow tests of these habits and of those of changes take together is four minutes. */
    private static final Duration BUDGET = Duration.ofMinutes(2);

    @Test
    void whatever_the_habits_of_a_document_its_list_pages_filters_and_sorts() {
        long first = Long.getLong("understudy.seed", System.currentTimeMillis());
        System.out.println("ListHabitsTest: -Dunderstudy.seed=" + first);
        for (long seed = first; seed < first + DOCUMENTS; seed++) {
            walk(seed);
        }
    }

    @Tag("slow")
    @Test
    void the_same_for_two_minutes() {
        long first = Long.getLong("understudy.seed", System.currentTimeMillis());
        System.out.println("ListHabitsTest: -Dunderstudy.seed=" + first);
        long end = System.nanoTime() + BUDGET.toNanos();
        for (long seed = first; System.nanoTime() < end; seed++) {
            walk(seed);
        }
    }

    private static void walk(long seed) {
        String document = new ListHabits(seed).document();
        Contract contract = Contract.brought("t", Documents.read("t.yaml", document.getBytes(UTF_8)));
        Recognized list = Recognition.of(contract).operations().get(0);
        assertThat(list.uses().values())
                .as("seed %d%n%s", seed, document)
                .isNotEmpty()
                .noneMatch(ParameterUse.Unknown.class::isInstance);
        var walk = new ListWalk(contract);
        walk.all();

        assertThat(walk.faults()).as("seed %d%n%s", seed, document).isEmpty();
        assertThat(walk.counts()).as("seed %d%n%s", seed, document).containsEntry("lists with pages", 1);
    }
}
