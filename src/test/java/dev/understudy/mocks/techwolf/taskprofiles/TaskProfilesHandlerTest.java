package dev.understudy.mocks.techwolf.taskprofiles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.fixture.State;
import dev.understudy.mocks.techwolf.taskprofiles.TaskProfilesApi.ExportEmployeeTaskProfilesCall;
import dev.understudy.mocks.techwolf.taskprofiles.TaskProfilesApi.ExportEmployeeTaskProfilesReply;
import dev.understudy.mocks.techwolf.taskprofiles.TaskProfilesApi.ExportJobTaskProfilesCall;
import dev.understudy.mocks.techwolf.taskprofiles.TaskProfilesApi.ExportJobTaskProfilesReply;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the two exports answer, from records to records. */
class TaskProfilesHandlerTest {
    private static final AiImpact IMPACT = new AiImpact(AiImpactLevel.H2, "Partly");
    private static final List<SourceEvent> EVENTS = List.of(new SourceEvent("e-1", "project"));

    @Test
    void an_employee_without_a_profile_is_exported_with_no_tasks() {
        assertThat(page(handler(employee("a")), ask(10, null)).records())
                .containsExactly(new EmployeeTaskProfile("a", List.of()));
    }

    @Test
    void employees_come_in_the_order_of_the_file_not_of_their_ids() {
        assertThat(ids(handler(employee("z"), employee("a"), employee("m")), ask(10, null)))
                .containsExactly("z", "a", "m");
    }

    @Test
    void exactly_as_many_as_the_limit_are_no_reason_for_another_page() {
        var page = page(handler(employee("a"), employee("b")), ask(2, null));
        assertThat(page.hasNext()).isFalse();
        assertThat(page.nextStartingAfter()).isNull();
    }

    @Test
    void one_more_than_the_limit_is_announced_with_the_last_employee_as_cursor() {
        var page = page(handler(employee("a"), employee("b"), employee("c")), ask(2, null));
        assertThat(page.hasNext()).isTrue();
        assertThat(page.nextStartingAfter()).isEqualTo("b");
    }

    @Test
    void a_walk_by_cursor_meets_each_employee_once() {
        var handler = handler(employee("a"), employee("b"), employee("c"), employee("d"), employee("e"));
        var walk = Stream.iterate(
                        page(handler, ask(2, null)),
                        page -> page != null,
                        page -> page.hasNext() ? page(handler, ask(2, page.nextStartingAfter())) : null)
                .flatMap(page -> page.records().stream())
                .map(record -> ((EmployeeTaskProfile) record).externalId());
        assertThat(walk).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void a_cursor_that_the_filters_hide_still_marks_its_place() {
        var handler = handler(employee("a"), inactive("b"), employee("c"));
        assertThat(ids(handler, ask(10, "b", isActive(true)))).containsExactly("c");
    }

    @Test
    void an_unknown_cursor_is_refused() {
        assertThat(handler(employee("a")).exportEmployeeTaskProfiles(ask(10, "nobody")))
                .isInstanceOf(ExportEmployeeTaskProfilesReply.Status400.class);
    }

    @Test
    void without_a_filter_active_and_inactive_employees_are_exported() {
        assertThat(ids(handler(employee("a"), inactive("b")), ask(10, null))).containsExactly("a", "b");
    }

    @Test
    void is_active_false_exports_the_inactive_only() {
        assertThat(ids(handler(employee("a"), inactive("b")), ask(10, null, isActive(false))))
                .containsExactly("b");
    }

    @Test
    void the_same_filter_twice_makes_a_range() {
        var handler = handler(updated("a", "2026-01-31"), updated("b", "2026-02-01"), updated("c", "2026-03-01"));
        assertThat(ids(
                        handler,
                        ask(
                                10,
                                null,
                                lastUpdated(LastUpdatedOperator.GTE, "2026-02-01"),
                                lastUpdated(LastUpdatedOperator.LT, "2026-03-01"))))
                .containsExactly("b");
    }

    @Test
    void each_operator_compares_moments() {
        var handler = handler(updated("a", "2026-01-31"), updated("b", "2026-02-01"), updated("c", "2026-02-02"));
        assertThat(ids(handler, ask(10, null, lastUpdated(LastUpdatedOperator.EQ, "2026-02-01T01:00:00+01:00"))))
                .containsExactly("b");
        assertThat(ids(handler, ask(10, null, lastUpdated(LastUpdatedOperator.GT, "2026-02-01"))))
                .containsExactly("c");
        assertThat(ids(handler, ask(10, null, lastUpdated(LastUpdatedOperator.LT, "2026-02-01"))))
                .containsExactly("a");
        assertThat(ids(handler, ask(10, null, lastUpdated(LastUpdatedOperator.LTE, "2026-02-01"))))
                .containsExactly("a", "b");
    }

    @Test
    void a_task_shows_only_what_include_asks_for() {
        var handler = handler(employee("a", full("t")));
        assertThat(tasks(handler))
                .containsExactly(new EmployeeTask("t", "Task", ValidationState.VALIDATED, null, null, null));
        assertThat(tasks(handler, EmployeeTaskInclude.AI_IMPACT, EmployeeTaskInclude.AI_IMPACT))
                .containsExactly(new EmployeeTask("t", "Task", ValidationState.VALIDATED, null, IMPACT, null));
        assertThat(tasks(handler, EmployeeTaskInclude.WEEKLY_HOURS, EmployeeTaskInclude.SOURCE_EVENTS))
                .containsExactly(
                        new EmployeeTask("t", "Task", ValidationState.VALIDATED, new BigDecimal("2.5"), null, EVENTS));
    }

    @Test
    void an_expansion_without_data_is_absent_but_for_events_which_are_none() {
        var handler = handler(employee("a", bare("t", null)));
        assertThat(tasks(handler, EmployeeTaskInclude.values()))
                .containsExactly(new EmployeeTask("t", "Task", ValidationState.VALIDATED, null, null, List.of()));
    }

    @Test
    void rejected_tasks_are_never_exported() {
        var rejected = new EmployeeTaskFixture("t", "Task", ValidationState.REJECTED, null, null, null, null);
        assertThat(tasks(handler(employee("a", rejected, bare("u", null)))))
                .extracting(EmployeeTask::taskId)
                .containsExactly("u");
    }

    @Test
    void a_hierarchy_groups_tasks_and_keeps_those_without_a_place_under_a_last_node_without_names() {
        var handler = handler(employee(
                "a",
                bare("t1", null),
                bare("t2", new TaskPlace("D1", "S1", "C1")),
                bare("t3", new TaskPlace("D2", "S1", "C1")),
                bare("t4", new TaskPlace("D1", "S1", "C2")),
                bare("t5", new TaskPlace("D1", "S1", "C1"))));
        var reply = (ExportEmployeeTaskProfilesReply.Status200) handler.exportEmployeeTaskProfiles(
                new ExportEmployeeTaskProfilesCall(request(10, null), ResponseFormat.HIERARCHY, null));
        assertThat(reply.body().records())
                .containsExactly(new EmployeeTaskHierarchy(
                        "a",
                        List.of(
                                domain("D1", subdomain("S1", cluster("C1", "t2", "t5"), cluster("C2", "t4"))),
                                domain("D2", subdomain("S1", cluster("C1", "t3"))),
                                domain(null, subdomain(null, cluster(null, "t1"))))));
    }

    @Test
    void an_employee_without_a_profile_has_an_empty_hierarchy() {
        var reply = (ExportEmployeeTaskProfilesReply.Status200) handler(employee("a"))
                .exportEmployeeTaskProfiles(
                        new ExportEmployeeTaskProfilesCall(request(10, null), ResponseFormat.HIERARCHY, null));
        assertThat(reply.body().records()).containsExactly(new EmployeeTaskHierarchy("a", List.of()));
    }

    @Test
    void jobs_are_filtered_by_family_and_a_job_without_one_is_in_no_list() {
        var handler = jobs(job("a", "f-1"), job("b", null), job("c", "f-2"), job("d", "f-3"));
        var filter = new JobFamilyFilter(JobFamilyFilterName.JOB_FAMILY_ID_IS_IN_LIST, List.of("f-1", "f-3"));
        assertThat(jobIds(handler, filter)).containsExactly("a", "d");
    }

    @Test
    void an_empty_list_of_families_holds_no_job() {
        var filter = new JobFamilyFilter(JobFamilyFilterName.JOB_FAMILY_ID_IS_IN_LIST, List.of());
        assertThat(jobIds(jobs(job("a", "f-1")), filter)).isEmpty();
    }

    @Test
    void a_jobs_source_data_have_no_event_type() {
        var task = new JobTaskFixture("t", "Task", ValidationState.SUGGESTED, null, null, null, null);
        var handler = jobs(new JobFixture("a", null, "2026-01-01T00:00:00Z", List.of(task)));
        var request = new JobTaskProfilesRequest(10, null, List.of(JobTaskInclude.SOURCE_DATA), null);
        var reply = (ExportJobTaskProfilesReply.Status200)
                handler.exportJobTaskProfiles(new ExportJobTaskProfilesCall(request, ResponseFormat.LIST, null));
        assertThat(reply.body().records())
                .containsExactly(new JobTaskProfile(
                        "a", List.of(new JobTask("t", "Task", ValidationState.SUGGESTED, null, null, List.of()))));
    }

    /** The handler in front of these records. */
    private record Stored(State state) {
        ExportEmployeeTaskProfilesReply exportEmployeeTaskProfiles(ExportEmployeeTaskProfilesCall call) {
            return new TaskProfilesHandler().exportEmployeeTaskProfiles(call, state);
        }

        ExportJobTaskProfilesReply exportJobTaskProfiles(ExportJobTaskProfilesCall call) {
            return new TaskProfilesHandler().exportJobTaskProfiles(call, state);
        }
    }

    private static Stored handler(EmployeeFixture... employees) {
        return stored(Stream.of(employees).map(StoredEmployee::new).toList(), List.of());
    }

    private static Stored jobs(JobFixture... jobs) {
        return stored(List.of(), Stream.of(jobs).map(StoredJob::new).toList());
    }

    private static Stored stored(List<StoredEmployee> employees, List<StoredJob> jobs) {
        return new Stored(new State.Loading()
                .with(TaskProfilesHandler.EMPLOYEES, employees)
                .with(TaskProfilesHandler.JOBS, jobs)
                .state());
    }

    private static EmployeeTaskProfilesPage page(Stored handler, ExportEmployeeTaskProfilesCall call) {
        return ((ExportEmployeeTaskProfilesReply.Status200) handler.exportEmployeeTaskProfiles(call)).body();
    }

    private static List<String> ids(Stored handler, ExportEmployeeTaskProfilesCall call) {
        return page(handler, call).records().stream()
                .map(record -> ((EmployeeTaskProfile) record).externalId())
                .toList();
    }

    private static List<EmployeeTask> tasks(Stored handler, EmployeeTaskInclude... include) {
        var request = new EmployeeTaskProfilesRequest(10, null, List.of(include), null);
        var call = new ExportEmployeeTaskProfilesCall(request, ResponseFormat.LIST, null);
        return ((EmployeeTaskProfile) page(handler, call).records().get(0)).tasks();
    }

    private static List<String> jobIds(Stored handler, JobFilter filter) {
        var request = new JobTaskProfilesRequest(10, null, null, List.of(filter));
        var reply = (ExportJobTaskProfilesReply.Status200)
                handler.exportJobTaskProfiles(new ExportJobTaskProfilesCall(request, ResponseFormat.LIST, null));
        return reply.body().records().stream()
                .map(record -> ((JobTaskProfile) record).externalId())
                .toList();
    }

    private static ExportEmployeeTaskProfilesCall ask(
            int limit, @Nullable String startingAfter, EmployeeFilter... filters) {
        return new ExportEmployeeTaskProfilesCall(request(limit, startingAfter, filters), ResponseFormat.LIST, null);
    }

    private static EmployeeTaskProfilesRequest request(
            int limit, @Nullable String startingAfter, EmployeeFilter... filters) {
        return new EmployeeTaskProfilesRequest(limit, startingAfter, null, List.of(filters));
    }

    private static EmployeeFilter isActive(boolean active) {
        return new IsActiveFilter(IsActiveFilterName.IS_ACTIVE, active);
    }

    private static EmployeeFilter lastUpdated(LastUpdatedOperator operator, String value) {
        return new LastUpdatedFilter(LastUpdatedFilterName.LAST_UPDATED, operator, value);
    }

    private static EmployeeFixture employee(String id, EmployeeTaskFixture... tasks) {
        return new EmployeeFixture(id, true, "2026-01-01T00:00:00.000000+00:00", List.of(tasks));
    }

    private static EmployeeFixture inactive(String id) {
        return new EmployeeFixture(id, false, "2026-01-01T00:00:00.000000+00:00", List.of());
    }

    private static EmployeeFixture updated(String id, String day) {
        return new EmployeeFixture(id, true, day + "T00:00:00.000000+00:00", List.of());
    }

    private static JobFixture job(String id, @Nullable String family) {
        return new JobFixture(id, family, "2026-01-01T00:00:00.000000+00:00", List.of());
    }

    private static EmployeeTaskFixture full(String id) {
        return new EmployeeTaskFixture(
                id, "Task", ValidationState.VALIDATED, new BigDecimal("2.5"), IMPACT, EVENTS, null);
    }

    private static EmployeeTaskFixture bare(String id, @Nullable TaskPlace place) {
        return new EmployeeTaskFixture(id, "Task", ValidationState.VALIDATED, null, null, null, place);
    }

    private static EmployeeTaskDomain domain(@Nullable String name, EmployeeTaskSubdomain... inside) {
        return new EmployeeTaskDomain(name, List.of(inside));
    }

    private static EmployeeTaskSubdomain subdomain(@Nullable String name, EmployeeTaskCluster... inside) {
        return new EmployeeTaskSubdomain(name, List.of(inside));
    }

    private static EmployeeTaskCluster cluster(@Nullable String name, String... tasks) {
        return new EmployeeTaskCluster(
                name,
                Stream.of(tasks)
                        .map(id -> new EmployeeTask(id, "Task", ValidationState.VALIDATED, null, null, null))
                        .toList());
    }
}
