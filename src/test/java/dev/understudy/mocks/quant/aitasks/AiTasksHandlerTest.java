package dev.understudy.mocks.quant.aitasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.fixture.State;
import dev.understudy.mocks.quant.aitasks.AiTasksApi.ListTasksCall;
import dev.understudy.mocks.quant.aitasks.AiTasksApi.ListTasksReply;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What listTasks answers, from records to records. */
class AiTasksHandlerTest {
    @Test
    void only_the_organisations_own_tasks_are_listed() {
        var handler = handler(task("a"), in("b", Map.of("org", "other")));
        assertThat(ids(handler, ask(Map.of()))).containsExactly("a");
        assertThat(ids(handler, ask(Map.of("organisation", "nobody")))).isEmpty();
    }

    @Test
    void the_newest_come_first_and_ties_go_by_id() {
        var handler = handler(at("c", 10), at("b", 30), at("a", 30), at("d", 20));
        assertThat(ids(handler, ask(Map.of()))).containsExactly("a", "b", "d", "c");
    }

    @Test
    void filters_are_combined() {
        var handler = handler(
                in("a", Map.of("list", "world-1", "agent", "agent-1")),
                in("b", Map.of("list", "world-1", "agent", "agent-2")),
                in("c", Map.of("list", "world-2", "agent", "agent-1")));
        assertThat(ids(handler, ask(Map.of("taskListId", "world-1", "assignedAgentId", "agent-1"))))
                .containsExactly("a");
    }

    @Test
    void a_status_is_matched_whatever_the_tasks_dependencies_are() {
        var handler = handler(
                in("a", Map.of("status", TaskStatus.PENDING, "dependsOn", List.of("b"))),
                in("b", Map.of("status", TaskStatus.BLOCKED)));
        assertThat(ids(handler, ask(Map.of("status", TaskStatus.BLOCKED)))).containsExactly("b");
    }

    @Test
    void an_empty_list_or_agent_is_no_filter() {
        var handler = handler(task("a"));
        assertThat(ids(handler, ask(Map.of("taskListId", "", "assignedAgentId", ""))))
                .containsExactly("a");
    }

    @Test
    void tasks_are_filtered_and_sorted_before_the_limit_cuts() {
        var handler = handler(
                at("a", 1), in("b", Map.of("created", 2L, "status", TaskStatus.FAILED)), at("c", 3), at("d", 4));
        assertThat(ids(handler, ask(Map.of("limit", 2)))).containsExactly("d", "c");
        assertThat(ids(handler, ask(Map.of("limit", 1, "status", TaskStatus.FAILED))))
                .containsExactly("b");
    }

    @Test
    void without_depends_on_there_are_tasks_and_a_count() {
        var handler = handler(task("a"), task("b"));
        assertThat(body(handler, ask(Map.of("includeDetails", true))))
                .isInstanceOfSatisfying(
                        TaskPage.class, page -> assertThat(page.count()).isEqualTo(2));
    }

    @Test
    void with_depends_on_there_are_the_ids_of_the_tasks_that_wait_and_not_of_those_it_waits_for() {
        var handler = handler(
                in("first", Map.of("created", 1L)),
                in("asked", Map.of("created", 2L, "dependsOn", List.of("first"))),
                in("waits", Map.of("created", 3L, "dependsOn", List.of("first", "asked"))),
                in("waits-too", Map.of("created", 4L, "dependsOn", List.of("asked"), "list", "elsewhere")));
        assertThat(body(handler, ask(Map.of("dependsOn", "asked"))))
                .isEqualTo(new TaskIdPage(List.of("waits-too", "waits"), 2, "asked"));
    }

    @Test
    void details_come_in_the_order_of_the_ids() {
        var handler = handler(
                in("b", Map.of("created", 1L, "dependsOn", List.of("x"))),
                in("a", Map.of("created", 2L, "dependsOn", List.of("x"))));
        assertThat(body(handler, ask(Map.of("dependsOn", "x", "includeDetails", true))))
                .isInstanceOfSatisfying(TaskDetailPage.class, page -> {
                    assertThat(page.taskIds()).containsExactly("a", "b");
                    assertThat(page.tasks()).extracting(Task::taskId).containsExactly("a", "b");
                });
    }

    @Test
    void the_limit_cuts_ids_too() {
        var handler = handler(
                in("a", Map.of("created", 1L, "dependsOn", List.of("x"))),
                in("b", Map.of("created", 2L, "dependsOn", List.of("x"))));
        assertThat(body(handler, ask(Map.of("dependsOn", "x", "limit", 1))))
                .isEqualTo(new TaskIdPage(List.of("b"), 1, "x"));
    }

    @Test
    void dependents_of_every_status_and_list_are_found_unless_filtered() {
        var handler = handler(
                in("a", Map.of("status", TaskStatus.COMPLETED, "list", "world-1", "dependsOn", List.of("x"))),
                in("b", Map.of("status", TaskStatus.PENDING, "list", "world-2", "dependsOn", List.of("x"))));
        assertThat(body(handler, ask(Map.of("dependsOn", "x", "status", TaskStatus.PENDING))))
                .isEqualTo(new TaskIdPage(List.of("b"), 1, "x"));
        assertThat(body(handler, ask(Map.of("dependsOn", "x", "taskListId", "world-1"))))
                .isEqualTo(new TaskIdPage(List.of("a"), 1, "x"));
    }

    @Test
    void a_task_that_nothing_waits_for_gives_an_empty_lookup_with_the_id_echoed() {
        assertThat(body(handler(task("a")), ask(Map.of("dependsOn", "unknown"))))
                .isEqualTo(new TaskIdPage(List.of(), 0, "unknown"));
    }

    private static State handler(TaskFixture... tasks) {
        List<AiTasksHandler.StoredTask> stored =
                Stream.of(tasks).map(AiTasksHandler.StoredTask::of).toList();
        return new State.Loading().with(AiTasksHandler.TASKS, stored).state();
    }

    private static TaskListing body(State state, ListTasksCall call) {
        return ((ListTasksReply.Status200) new AiTasksHandler().listTasks(call, state)).body();
    }

    private static List<String> ids(State state, ListTasksCall call) {
        return ((TaskPage) body(state, call)).tasks().stream().map(Task::taskId).toList();
    }

    private static TaskFixture task(String id) {
        return in(id, Map.of());
    }

    private static TaskFixture at(String id, long created) {
        return in(id, Map.of("created", created));
    }

    /** A task that differs from an ordinary one as said. */
    private static TaskFixture in(String id, Map<String, Object> with) {
        return new TaskFixture(
                id,
                (String) with.getOrDefault("org", "quant"),
                (String) with.get("list"),
                "Title",
                "Description",
                (TaskStatus) with.getOrDefault("status", TaskStatus.PENDING),
                (String) with.get("agent"),
                BigDecimal.ZERO,
                null,
                null,
                (Long) with.getOrDefault("created", 1735689600000L),
                1735689700000L,
                strings(with.get("dependsOn")));
    }

    private static ListTasksCall ask(Map<String, Object> with) {
        return new ListTasksCall(
                (String) with.getOrDefault("organisation", "quant"),
                (String) with.get("taskListId"),
                (TaskStatus) with.get("status"),
                (String) with.get("assignedAgentId"),
                (Integer) with.getOrDefault("limit", 50),
                (String) with.get("dependsOn"),
                (Boolean) with.getOrDefault("includeDetails", false));
    }

    private static List<String> strings(@Nullable Object list) {
        return list == null
                ? List.of()
                : ((List<?>) list).stream().map(String.class::cast).toList();
    }
}
