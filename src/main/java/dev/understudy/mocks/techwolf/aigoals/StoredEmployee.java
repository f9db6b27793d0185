package dev.understudy.mocks.techwolf.aigoals;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import dev.understudy.api.Binder;
import dev.understudy.mocks.techwolf.Entity;
import java.util.List;
import java.util.function.UnaryOperator;

/** An Employee as it is kept: with every version of the goal, and what the filters ask. */
final class StoredEmployee extends Entity<ExternalVendor, List<AiGoal>> {
    static final Binder<StoredEmployee> BINDER =
            (value, binding) -> new StoredEmployee(EmployeeGoalsFixture.of(value, binding));

    private final boolean active;
    private final List<GoalFixture> goals;

    StoredEmployee(EmployeeGoalsFixture employee) {
        super(employee.externalId(), employee.lastUpdated());
        active = employee.isActive();
        goals = employee.goals();
    }

    /** What it was made of. */
    EmployeeGoalsFixture fixture() {
        return new EmployeeGoalsFixture(externalId(), active, lastUpdated().toString(), goals);
    }

    boolean isActive() {
        return active;
    }

    boolean hasGoals() {
        return !goals.isEmpty();
    }

    /** The goals in this vendor's vocabulary, highest version first. */
    List<AiGoal> newestFirst(ExternalVendor vendor, UnaryOperator<AiGoal> vocabulary) {
        return shown(vendor, ignored -> goals.stream()
                .sorted(comparing(GoalFixture::version, reverseOrder()))
                .map(this::shown)
                .map(vocabulary)
                .toList());
    }

    private AiGoal shown(GoalFixture goal) {
        return new AiGoal(
                externalId(),
                goal.goal(),
                goal.description(),
                goal.targetSkills(),
                goal.targetTasks(),
                goal.jobId(),
                goal.version(),
                goal.createdOn(),
                goal.lastUpdated());
    }
}
