package dev.understudy.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.understudy.api.Binder;
import dev.understudy.api.Binding;
import dev.understudy.api.Fixture;
import dev.understudy.api.Json;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.live.Catalogue;
import dev.understudy.live.ContractFixtures;
import dev.understudy.load.Fixtures;
import dev.understudy.load.Origin;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing is lost, made up or written in another way between a file and what is made of it. */
class BoundFixturesTest {
    private static final Map<String, String> RECORDS = Map.of(
            "techwolf/task-profiles/employees", "techwolf.taskprofiles.EmployeeFixture",
            "techwolf/task-profiles/jobs", "techwolf.taskprofiles.JobFixture",
            "techwolf/ai-goals/employees", "techwolf.aigoals.EmployeeGoalsFixture",
            "techwolf/ai-goals/tenant", "techwolf.aigoals.TenantFixture",
            "quant/ai-tasks/tasks", "quant.aitasks.TaskFixture",
            "exante/work-tasks/work-tasks", "exante.worktasks.WorkTaskFixture",
            "exante/work-tasks/caller", "exante.worktasks.CallerFixture");

    private final Fixtures fixtures = ContractFixtures.of(
            Catalogue.builtIn().stream().map(Catalogue.Entry::read).toList(), List.of(), Clock.systemUTC());

    private record Both(JsonNode read, Object bound) {}

    @Test
    void every_record_is_written_as_it_was_read() throws Exception {
        for (Map.Entry<String, String> collection : RECORDS.entrySet()) {
            Binder<Object> record = binder(collection.getValue());
            var set = fixtures.records(new Fixture<>(
                    CollectionKey.single(collection.getKey()),
                    (tree, binding) -> new Both(tree, record.bind(tree, binding))));
            assertThat(set).isNotEmpty();
            for (Both both : set) {
                assertThat(text(Json.read(Json.write(both.bound())))).isEqualTo(text(both.read()));
            }
        }
        assertThat(fixtures.origins())
                .extracting(Origin::collection)
                .containsExactlyInAnyOrderElementsOf(RECORDS.keySet());
    }

    /** The generated method, which only the room of its handler sees. */
    private static Binder<Object> binder(String type) throws ReflectiveOperationException {
        Method of =
                Class.forName("dev.understudy.mocks." + type).getDeclaredMethod("of", JsonNode.class, Binding.class);
        of.setAccessible(true);
        return (tree, binding) -> {
            try {
                return of.invoke(null, tree, binding);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** Keys in order, as a record writes them in the order of its contract; numbers with all their digits. */
    private static String text(JsonNode tree) throws JsonProcessingException {
        return Json.mapper()
                .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValueAsString(Json.mapper().treeToValue(tree, Object.class));
    }
}
