package dev.understudy.mocks.techwolf.aigoals;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import dev.understudy.api.Binder;
import dev.understudy.fixture.Rfc3339;
import dev.understudy.fixture.Views;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** An Employee as it is kept: with every version of the goal, and what the filters ask. */
final class StoredEmployee extends Views<ExternalVendor, List<AiGoal>> {
    static final Binder<StoredEmployee> BINDER =
            (value, binding) -> new StoredEmployee(EmployeeGoalsFixture.of(value, binding));

    private final String externalId;
    private final boolean active;
    /** When it was updated, without an object for it. */
    private final long second;

    private final int nano;
    private final List<GoalFixture> goals;

    StoredEmployee(EmployeeGoalsFixture employee) {
        externalId = employee.externalId();
        active = employee.isActive();
        Instant lastUpdated = Rfc3339.instant(employee.lastUpdated());
        second = lastUpdated.getEpochSecond();
        nano = lastUpdated.getNano();
        goals = employee.goals();
    }

    String externalId() {
        return externalId;
    }

    boolean isActive() {
        return active;
    }

    Instant lastUpdated() {
        return Instant.ofEpochSecond(second, nano);
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
