package dev.understudy.mocks.exante.worktasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.fixture.State;
import dev.understudy.mocks.exante.worktasks.WorkTasksApi.ListWorkTasksCall;
import dev.understudy.mocks.exante.worktasks.WorkTasksApi.ListWorkTasksReply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What listWorkTasks answers, from records to records. */
class WorkTasksHandlerTest {
    private static final String HOME = "11111111-1111-4111-8111-111111111111";
    private static final String OTHER = "22222222-2222-4222-8222-222222222222";
    private static final String FOREIGN = "33333333-3333-4333-8333-333333333333";
    private static final Assignee ADA = new Assignee(ActorType.USER, "u-1", null, "Ada", null, null);
    private static final Assignee BOT = new Assignee(ActorType.AGENT, null, "a-1", null, "billing bot", null);
    private static final Origin ORIGIN = new Origin(ActorType.USER, "u-2", null, "Grace", null, null, null);

    @Test
    void without_an_organization_the_callers_default_is_listed() {
        var handler = handler(task("a").build(), task("b").in(OTHER).build());
        assertThat(uids(handler, ask().build())).containsExactly("a");
    }

    @Test
    void another_organization_of_the_caller_is_listed_when_asked_for() {
        var handler = handler(task("a").build(), task("b").in(OTHER).build());
        assertThat(uids(handler, ask().organization(OTHER).build())).containsExactly("b");
    }

    @Test
    void upper_case_digits_name_the_same_organization() {
        var uuid = "abcdefab-1111-4111-8111-111111111111";
        var handler = new Stored(new State.Loading()
                .with(
                        WorkTasksHandler.WORK_TASKS,
                        List.of(StoredTask.of(task("a").in(uuid).build())))
                .with(WorkTasksHandler.CALLER, List.of(new CallerFixture(uuid, List.of(uuid))))
                .state());
        assertThat(uids(handler, ask().organization(uuid.toUpperCase()).build()))
                .containsExactly("a");
    }

    @Test
    void a_foreign_organization_is_forbidden_before_any_filter_can_empty_the_page() {
        var handler = handler(task("a").in(FOREIGN).build());
        var call = ask().organization(FOREIGN).status(WorkTaskStatus.DONE).build();
        assertThat(handler.listWorkTasks(call)).isInstanceOf(ListWorkTasksReply.Status403.class);
    }

    @Test
    void values_of_one_filter_are_alternatives() {
        var handler = handler(
                task("a").priority(WorkTaskPriority.LOW).build(),
                task("b").priority(WorkTaskPriority.HIGH).build(),
                task("c").priority(WorkTaskPriority.URGENT).build());
        var call = ask().priority(WorkTaskPriority.LOW, WorkTaskPriority.URGENT).build();
        assertThat(uids(handler, call)).containsExactly("a", "c");
    }

    @Test
    void a_task_must_pass_every_filter() {
        var handler = handler(
                task("a")
                        .status(WorkTaskStatus.DONE)
                        .priority(WorkTaskPriority.LOW)
                        .build(),
                task("b")
                        .status(WorkTaskStatus.DONE)
                        .priority(WorkTaskPriority.HIGH)
                        .build());
        var call = ask().status(WorkTaskStatus.DONE)
                .priority(WorkTaskPriority.HIGH)
                .build();
        assertThat(uids(handler, call)).containsExactly("b");
    }

    @Test
    void asking_for_users_leaves_out_agents_and_the_unassigned() {
        var handler = handler(
                task("a").assignee(ADA).build(),
                task("b").assignee(BOT).build(),
                task("c").assignee(null).build());
        assertThat(uids(handler, ask().assignedTo(ActorType.USER).build())).containsExactly("a");
    }

    @Test
    void a_due_date_range_includes_both_ends() {
        var handler = handler(
                task("a").due("2026-03-31").build(), task("b").due("2026-04-01").build(),
                task("c").due("2026-04-30").build(), task("d").due("2026-05-01").build());
        assertThat(uids(handler, ask().due("2026-04-01", "2026-04-30").build())).containsExactly("b", "c");
    }

    @Test
    void a_due_date_range_leaves_out_undated_tasks() {
        var handler =
                handler(task("a").due(null).build(), task("b").due("2026-04-01").build());
        assertThat(uids(handler, ask().due("2026-01-01", null).build())).containsExactly("b");
    }

    @Test
    void a_range_that_ends_before_it_starts_is_empty_and_no_error() {
        var handler = handler(task("a").due("2026-04-01").build());
        assertThat(uids(handler, ask().due("2026-05-01", "2026-03-01").build())).isEmpty();
    }

    @Test
    void the_default_order_is_by_due_date_with_undated_tasks_last() {
        var handler = handler(
                task("a").due(null).build(),
                task("b").due("2026-05-01").build(),
                task("c").due("2026-04-01").build());
        assertThat(uids(handler, ask().build())).containsExactly("c", "b", "a");
    }

    @Test
    void undated_tasks_come_last_in_descending_order_too() {
        var handler = handler(
                task("a").due(null).build(),
                task("b").due("2026-05-01").build(),
                task("c").due("2026-04-01").build());
        assertThat(uids(handler, ask().sort("-due_date").build())).containsExactly("b", "c", "a");
    }

    @Test
    void a_plus_and_the_blank_that_a_raw_plus_becomes_are_ascending() {
        var handler = handler(task("a").title("b").build(), task("b").title("a").build());
        assertThat(uids(handler, ask().sort("+title").build())).containsExactly("b", "a");
        assertThat(uids(handler, ask().sort(" title").build())).containsExactly("b", "a");
        assertThat(uids(handler, ask().sort("title").build())).containsExactly("b", "a");
    }

    @Test
    void titles_sort_without_regard_to_case() {
        var handler = handler(
                task("a").title("Zebra").build(),
                task("b").title("apple").build(),
                task("c").title("Mango").build());
        assertThat(uids(handler, ask().sort("title").build())).containsExactly("b", "c", "a");
    }

    @Test
    void priorities_sort_by_urgency_not_by_letters() {
        var handler = handler(
                task("a").priority(WorkTaskPriority.LOW).build(),
                        task("b").priority(WorkTaskPriority.URGENT).build(),
                task("c").priority(WorkTaskPriority.MEDIUM).build(),
                        task("d").priority(WorkTaskPriority.HIGH).build());
        assertThat(uids(handler, ask().sort("priority").build())).containsExactly("b", "d", "c", "a");
    }

    @Test
    void statuses_sort_by_the_way_work_goes() {
        var handler = handler(
                task("a").status(WorkTaskStatus.CANCELED).build(),
                task("b").status(WorkTaskStatus.DONE).build(),
                task("c").status(WorkTaskStatus.TODO).build(),
                task("d").status(WorkTaskStatus.IN_REVIEW).build(),
                task("e").status(WorkTaskStatus.IN_PROGRESS).build());
        assertThat(uids(handler, ask().sort("status").build())).containsExactly("c", "e", "d", "b", "a");
    }

    @Test
    void assignees_sort_by_the_name_shown_and_the_unassigned_come_last_both_ways() {
        var handler = handler(
                task("a").assignee(null).build(),
                task("b").assignee(BOT).build(),
                task("c").assignee(ADA).build());
        assertThat(uids(handler, ask().sort("assign_to").build())).containsExactly("c", "b", "a");
        assertThat(uids(handler, ask().sort("-assign_to").build())).containsExactly("b", "c", "a");
    }

    @Test
    void creation_times_sort_as_moments_whatever_their_offset() {
        var handler = handler(
                task("a").created("2026-03-15T01:00:00+02:00").build(),
                task("b").created("2026-03-14T23:30:00Z").build(),
                task("c").created("2026-03-14T22:59:59.5Z").build());
        assertThat(uids(handler, ask().sort("created_at").build())).containsExactly("c", "a", "b");
    }

    @Test
    void ties_go_by_creation_and_then_by_uid() {
        var handler = handler(
                task("z").created("2026-01-01T00:00:00Z").build(),
                task("y").created("2026-01-02T00:00:00Z").build(),
                task("x").created("2026-01-02T00:00:00Z").build());
        assertThat(uids(handler, ask().sort("-priority").build())).containsExactly("z", "x", "y");
    }

    @Test
    void the_whole_list_is_sorted_before_a_page_is_cut() {
        var handler = handler(
                task("a").title("c").build(),
                task("b").title("b").build(),
                task("c").title("a").build());
        assertThat(uids(handler, ask().sort("title").page(1, 2).build())).containsExactly("c", "b");
        assertThat(uids(handler, ask().sort("title").page(2, 2).build())).containsExactly("a");
    }

    @Test
    void pages_are_counted_after_filtering_and_rounded_up() {
        var handler = handler(
                task("a").status(WorkTaskStatus.DONE).build(),
                        task("b").status(WorkTaskStatus.DONE).build(),
                task("c").status(WorkTaskStatus.DONE).build(), task("d").build());
        assertThat(meta(handler, ask().status(WorkTaskStatus.DONE).page(1, 2).build()))
                .isEqualTo(new PageMeta(1, 2, 2, 3));
    }

    @Test
    void a_page_past_the_end_is_empty_and_keeps_its_number() {
        var handler = handler(task("a").build());
        var call = ask().page(Integer.MAX_VALUE, 100).build();
        assertThat(uids(handler, call)).isEmpty();
        assertThat(meta(handler, call)).isEqualTo(new PageMeta(Integer.MAX_VALUE, 100, 1, 1));
    }

    @Test
    void no_results_are_no_pages() {
        assertThat(meta(handler(), ask().build())).isEqualTo(new PageMeta(1, 10, 0, 0));
    }

    @Test
    void a_list_that_is_kept_for_the_next_page_is_answered_as_one_that_is_made_anew() {
        var random = new Random(7);
        List<WorkTaskFixture> tasks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            tasks.add(task("t-" + i)
                    .in(random.nextBoolean() ? HOME : OTHER)
                    .title("Title " + random.nextInt(9))
                    .status(pick(random, WorkTaskStatus.values()))
                    .priority(pick(random, WorkTaskPriority.values()))
                    .build());
        }
        Stored keeping = handler(tasks.toArray(WorkTaskFixture[]::new));
        for (int i = 0; i < 500; i++) {
            Ask ask = ask().organization(pick(random, HOME, OTHER, FOREIGN))
                    .sort(pick(random, "title", "-title", "status", "-priority", "created_at"))
                    .page(1 + random.nextInt(4), 1 + random.nextInt(9));
            if (random.nextBoolean()) {
                ask.status(pick(random, WorkTaskStatus.values()));
            }
            Stored fresh = handler(tasks.toArray(WorkTaskFixture[]::new));
            assertThat(keeping.listWorkTasks(ask.build())).isEqualTo(fresh.listWorkTasks(ask.build()));
        }
    }

    @SafeVarargs
    private static <E> E pick(Random random, E... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** The handler in front of these records. */
    private record Stored(State state) {
        ListWorkTasksReply listWorkTasks(ListWorkTasksCall call) {
            return new WorkTasksHandler().listWorkTasks(call, state);
        }
    }

    private static Stored handler(WorkTaskFixture... tasks) {
        return new Stored(new State.Loading()
                .with(
                        WorkTasksHandler.WORK_TASKS,
                        Stream.of(tasks).map(StoredTask::of).toList())
                .with(WorkTasksHandler.CALLER, List.of(new CallerFixture(HOME, List.of(HOME, OTHER))))
                .state());
    }

    private static WorkTasksData data(Stored handler, ListWorkTasksCall call) {
        return ((ListWorkTasksReply.Status200) handler.listWorkTasks(call))
                .body()
                .data();
    }

    private static List<String> uids(Stored handler, ListWorkTasksCall call) {
        return data(handler, call).items().stream().map(WorkTask::uid).toList();
    }

    private static PageMeta meta(Stored handler, ListWorkTasksCall call) {
        return data(handler, call).meta();
    }

    private static Task task(String uid) {
        return new Task(uid);
    }

    private static Ask ask() {
        return new Ask();
    }

    /** A task of the default organization; a test says only what it is about. */
    private static final class Task {
        private final String uid;
        private String organization = HOME;
        private String title = "Task";
        private WorkTaskStatus status = WorkTaskStatus.TODO;
        private WorkTaskPriority priority = WorkTaskPriority.MEDIUM;
        private @Nullable LocalDate due;
        private String created = "2026-01-01T00:00:00Z";
        private @Nullable Assignee assignee;

        Task(String uid) {
            this.uid = uid;
        }

        Task in(String organization) {
            this.organization = organization;
            return this;
        }

        Task title(String title) {
            this.title = title;
            return this;
        }

        Task status(WorkTaskStatus status) {
            this.status = status;
            return this;
        }

        Task priority(WorkTaskPriority priority) {
            this.priority = priority;
            return this;
        }

        Task due(@Nullable String due) {
            this.due = due == null ? null : LocalDate.parse(due);
            return this;
        }

        Task created(String created) {
            this.created = created;
            return this;
        }

        Task assignee(@Nullable Assignee assignee) {
            this.assignee = assignee;
            return this;
        }

        WorkTaskFixture build() {
            return new WorkTaskFixture(
                    uid, title, WorkTaskType.TASK, status, priority, due, created, assignee, ORIGIN, organization);
        }
    }

    /** A call with the contract's defaults; a test says only what it asks for. */
    private static final class Ask {
        private @Nullable String organization;
        private @Nullable List<WorkTaskStatus> status;
        private @Nullable List<WorkTaskPriority> priority;
        private @Nullable List<ActorType> assignedTo;
        private @Nullable LocalDate from;
        private @Nullable LocalDate to;
        private String sort = "due_date";
        private int page = 1;
        private int perPage = 10;

        Ask organization(String organization) {
            this.organization = organization;
            return this;
        }

        Ask status(WorkTaskStatus... status) {
            this.status = List.of(status);
            return this;
        }

        Ask priority(WorkTaskPriority... priority) {
            this.priority = List.of(priority);
            return this;
        }

        Ask assignedTo(ActorType... types) {
            this.assignedTo = List.of(types);
            return this;
        }

        Ask due(@Nullable String from, @Nullable String to) {
            this.from = from == null ? null : LocalDate.parse(from);
            this.to = to == null ? null : LocalDate.parse(to);
            return this;
        }

        Ask sort(String sort) {
            this.sort = sort;
            return this;
        }

        Ask page(int page, int perPage) {
            this.page = page;
            this.perPage = perPage;
            return this;
        }

        ListWorkTasksCall build() {
            return new ListWorkTasksCall(
                    organization, null, status, priority, assignedTo, from, to, sort, page, perPage);
        }
    }
}
