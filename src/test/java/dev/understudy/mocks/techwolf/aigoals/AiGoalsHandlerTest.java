package dev.understudy.mocks.techwolf.aigoals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.fixture.State;
import dev.understudy.mocks.techwolf.aigoals.AiGoalsApi.ExportEmployeeAiGoalsCall;
import dev.understudy.mocks.techwolf.aigoals.AiGoalsApi.ExportEmployeeAiGoalsReply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What exportEmployeeAiGoals answers, from records to records. */
class AiGoalsHandlerTest {
    private static final TenantFixture PLAIN = new TenantFixture(null, null);

    @Test
    void an_employee_without_goals_is_left_out_and_does_not_use_up_the_limit() {
        var handler = handler(employee("a", 1), employee("b"), employee("c", 1), employee("d", 1));
        assertThat(page(handler, ask(2, null)))
                .isEqualTo(new EmployeeAiGoalsPage(true, List.of(goal("a", 1), goal("c", 1)), "c"));
    }

    @Test
    void no_page_is_announced_when_only_employees_without_goals_follow() {
        var handler = handler(employee("a", 1), employee("b"));
        assertThat(page(handler, ask(1, null))).isEqualTo(new EmployeeAiGoalsPage(false, List.of(goal("a", 1)), null));
    }

    @Test
    void the_latest_is_the_highest_version_not_the_last_in_the_file() {
        var handler = handler(employee("a", 2, 5, 3));
        assertThat(page(handler, ask(10, null)).records()).containsExactly(goal("a", 5));
    }

    @Test
    void all_versions_come_newest_first_and_a_page_may_be_longer_than_the_limit() {
        var handler = handler(employee("a", 1, 2), employee("b", 1, 3, 2), employee("c", 1));
        var all = page(handler, ask(2, null, GoalVersions.ALL));
        assertThat(all.records()).containsExactly(goal("a", 2), goal("a", 1), goal("b", 3), goal("b", 2), goal("b", 1));
        assertThat(all.nextStartingAfter()).isEqualTo("b");
    }

    @Test
    void an_employee_without_goals_is_a_good_cursor() {
        var handler = handler(employee("a", 1), employee("b"), employee("c", 1));
        assertThat(page(handler, ask(10, "b")).records()).containsExactly(goal("c", 1));
    }

    @Test
    void an_unknown_cursor_is_refused() {
        assertThat(handler(employee("a", 1)).exportEmployeeAiGoals(ask(10, "nobody")))
                .isInstanceOfSatisfying(ExportEmployeeAiGoalsReply.Status400.class, refused -> assertThat(
                                refused.body().get(0).description())
                        .startsWith("body /starting_after must be the external_id of an Employee, was \"nobody\""));
    }

    @Test
    void last_updated_is_the_employees_not_the_goals() {
        var handler = handler(
                new EmployeeGoalsFixture("a", true, "2026-03-01T00:00:00.000000+00:00", List.of(stored(1))),
                new EmployeeGoalsFixture("b", true, "2026-01-01T00:00:00.000000+00:00", List.of(stored(1))));
        var filter = new LastUpdatedFilter(LastUpdatedFilterName.LAST_UPDATED, LastUpdatedOperator.GTE, "2026-02-01");
        assertThat(page(handler, ask(List.of(filter))).records()).containsExactly(goal("a", 1));
    }

    @Test
    void a_vendor_that_is_not_activated_is_refused() {
        var tenant = new TenantFixture(List.of(ExternalVendor.TECHWOLF), null);
        var handler = stored(tenant, employee("a", 1));
        assertThat(handler.exportEmployeeAiGoals(ask(ExternalVendor.WORKDAY)))
                .isInstanceOf(ExportEmployeeAiGoalsReply.Status400.class);
    }

    @Test
    void a_vendors_ids_replace_those_it_knows_and_leave_the_others() {
        var ids = new SkillIds(null, Map.of("skill-1", "WD-1"), null);
        var handler = stored(new TenantFixture(null, ids), employee("a", 1));
        var call = ask(ExternalVendor.WORKDAY);
        assertThat(page(handler, call).records().get(0).targetSkills())
                .containsExactly(new TargetSkill("WD-1"), new TargetSkill("skill-2"));
    }

    /** The handler in front of these records. */
    private record Stored(State state) {
        ExportEmployeeAiGoalsReply exportEmployeeAiGoals(ExportEmployeeAiGoalsCall call) {
            return new AiGoalsHandler().exportEmployeeAiGoals(call, state);
        }
    }

    private static Stored handler(EmployeeGoalsFixture... employees) {
        return stored(PLAIN, employees);
    }

    private static Stored stored(TenantFixture tenant, EmployeeGoalsFixture... employees) {
        return new Stored(new State.Loading()
                .with(
                        AiGoalsHandler.EMPLOYEES,
                        Stream.of(employees).map(StoredEmployee::new).toList())
                .with(AiGoalsHandler.TENANT, List.of(tenant))
                .state());
    }

    private static EmployeeAiGoalsPage page(Stored handler, ExportEmployeeAiGoalsCall call) {
        return ((ExportEmployeeAiGoalsReply.Status200) handler.exportEmployeeAiGoals(call)).body();
    }

    private static EmployeeGoalsFixture employee(String id, int... versions) {
        List<GoalFixture> goals = java.util.Arrays.stream(versions)
                .mapToObj(AiGoalsHandlerTest::stored)
                .toList();
        return new EmployeeGoalsFixture(id, true, "2026-01-01T00:00:00.000000+00:00", goals);
    }

    private static GoalFixture stored(int version) {
        AiGoal goal = goal("", version);
        return new GoalFixture(
                goal.goal(),
                goal.description(),
                goal.targetSkills(),
                goal.targetTasks(),
                goal.jobId(),
                version,
                goal.createdOn(),
                goal.lastUpdated());
    }

    private static AiGoal goal(String employee, int version) {
        return new AiGoal(
                employee,
                "Goal",
                Optional.empty(),
                List.of(new TargetSkill("skill-1"), new TargetSkill("skill-2")),
                List.of(new TargetTask("task-1")),
                null,
                version,
                // The older the version, the later its update: version and time must not be taken for each other.
                "2026-01-01T00:00:00.000000+00:00",
                "2026-02-%02dT00:00:00.000000+00:00".formatted(28 - version));
    }

    private static ExportEmployeeAiGoalsCall ask(int limit, @Nullable String startingAfter) {
        return ask(limit, startingAfter, GoalVersions.LATEST);
    }

    private static ExportEmployeeAiGoalsCall ask(int limit, @Nullable String startingAfter, GoalVersions versions) {
        return new ExportEmployeeAiGoalsCall(
                new EmployeeAiGoalsRequest(limit, startingAfter, null), ExternalVendor.TECHWOLF, versions);
    }

    private static ExportEmployeeAiGoalsCall ask(List<EmployeeFilter> filters) {
        return new ExportEmployeeAiGoalsCall(
                new EmployeeAiGoalsRequest(10, null, filters), ExternalVendor.TECHWOLF, GoalVersions.LATEST);
    }

    private static ExportEmployeeAiGoalsCall ask(ExternalVendor vendor) {
        return new ExportEmployeeAiGoalsCall(new EmployeeAiGoalsRequest(10, null, null), vendor, GoalVersions.LATEST);
    }
}
