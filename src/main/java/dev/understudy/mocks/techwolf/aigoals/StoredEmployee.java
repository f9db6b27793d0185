package dev.understudy.mocks.techwolf.aigoals;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import dev.understudy.fixture.Views;
import java.util.List;
import java.util.function.UnaryOperator;

/** An Employee with every version of the goal, highest version first. */
record StoredEmployee(String externalId, List<AiGoal> newestFirst, Views<ExternalVendor, List<AiGoal>> views) {
    static StoredEmployee of(EmployeeGoalsFixture employee) {
        List<AiGoal> newestFirst = employee.goals().stream()
                .sorted(comparing(GoalFixture::version, reverseOrder()))
                .map(goal -> shown(employee.externalId(), goal))
                .toList();
        return new StoredEmployee(employee.externalId(), newestFirst, new Views<>());
    }

    /** The goals in this vendor's vocabulary. */
    List<AiGoal> newestFirst(ExternalVendor vendor, UnaryOperator<AiGoal> vocabulary) {
        return views.of(vendor, ignored -> newestFirst.stream().map(vocabulary).toList());
    }

    private static AiGoal shown(String externalId, GoalFixture goal) {
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
