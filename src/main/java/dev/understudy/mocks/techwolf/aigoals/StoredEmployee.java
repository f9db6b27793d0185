package dev.understudy.mocks.techwolf.aigoals;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import dev.understudy.fixture.Views;
import java.util.List;
import java.util.function.UnaryOperator;

/** An Employee with every version of the goal. */
record StoredEmployee(String externalId, List<GoalFixture> goals, Views<ExternalVendor, List<AiGoal>> views) {
    static StoredEmployee of(EmployeeGoalsFixture employee) {
        return new StoredEmployee(employee.externalId(), employee.goals(), new Views<>());
    }

    /** The goals in this vendor's vocabulary, highest version first. */
    List<AiGoal> newestFirst(ExternalVendor vendor, UnaryOperator<AiGoal> vocabulary) {
        return views.of(vendor, ignored -> goals.stream()
                .sorted(comparing(GoalFixture::version, reverseOrder()))
                .map(this::shown)
                .map(vocabulary)
                .toList());
    }

    private AiGoal shown(GoalFixture goal) {
        return new AiGoal(
                externalId,
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
