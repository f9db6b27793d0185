package dev.understudy.mocks.techwolf.aigoals;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import dev.understudy.fixture.Rfc3339;
import java.time.Instant;
import java.util.List;

/** An Employee with every version of the goal, highest version first, and what the export only goes by. */
record StoredEmployee(String externalId, boolean active, Instant lastUpdated, List<AiGoal> newestFirst) {
    static StoredEmployee of(EmployeeGoalsFixture employee) {
        List<AiGoal> newestFirst = employee.goals().stream()
                .sorted(comparing(GoalFixture::version, reverseOrder()))
                .map(goal -> shown(employee.externalId(), goal))
                .toList();
        return new StoredEmployee(
                employee.externalId(), employee.isActive(), Rfc3339.instant(employee.lastUpdated()), newestFirst);
    }

    boolean hasGoals() {
        return !newestFirst.isEmpty();
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
