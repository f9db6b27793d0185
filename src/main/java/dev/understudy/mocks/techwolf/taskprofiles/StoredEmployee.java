package dev.understudy.mocks.techwolf.taskprofiles;

import dev.understudy.fixture.Rfc3339;
import dev.understudy.fixture.Views;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** An Employee with the tasks that may be shown, and what the export only goes by. */
record StoredEmployee(
        String externalId,
        boolean active,
        Instant lastUpdated,
        List<EmployeeTaskFixture> tasks,
        Views<StoredEmployee.Way, EmployeeTaskProfileRecord> views) {
    /** How it may be asked for. */
    record Way(ResponseFormat format, Set<EmployeeTaskInclude> include) {}

    static StoredEmployee of(EmployeeFixture employee) {
        List<EmployeeTaskFixture> tasks = employee.tasks();
        if (tasks.stream().anyMatch(StoredEmployee::isRejected)) {
            tasks = tasks.stream().filter(task -> !isRejected(task)).toList();
        }
        return new StoredEmployee(
                employee.externalId(),
                employee.isActive(),
                Rfc3339.instant(employee.lastUpdated()),
                tasks,
                new Views<>());
    }

    private static boolean isRejected(EmployeeTaskFixture task) {
        return task.validationState() == ValidationState.REJECTED;
    }

    EmployeeTaskProfileRecord shown(Way way) {
        return views.of(way, this::view);
    }

    private EmployeeTaskProfileRecord view(Way way) {
        if (way.format() == ResponseFormat.LIST) {
            return new EmployeeTaskProfile(externalId, shown(tasks, way.include()));
        }
        var hierarchy = Hierarchy.of(
                tasks,
                EmployeeTaskFixture::hierarchy,
                (cluster, inside) -> new EmployeeTaskCluster(cluster, shown(inside, way.include())),
                EmployeeTaskSubdomain::new,
                EmployeeTaskDomain::new);
        return new EmployeeTaskHierarchy(externalId, hierarchy);
    }

    private static List<EmployeeTask> shown(List<EmployeeTaskFixture> tasks, Set<EmployeeTaskInclude> include) {
        return tasks.stream().map(task -> shown(task, include)).toList();
    }

    /** What was not asked for is absent; what was asked for and is unknown is absent too, but for an empty list. */
    private static EmployeeTask shown(EmployeeTaskFixture task, Set<EmployeeTaskInclude> include) {
        List<SourceEvent> events = task.sourceEvents() == null ? List.of() : task.sourceEvents();
        return new EmployeeTask(
                task.taskId(),
                task.task(),
                task.validationState(),
                include.contains(EmployeeTaskInclude.WEEKLY_HOURS) ? task.weeklyHours() : null,
                include.contains(EmployeeTaskInclude.AI_IMPACT) ? task.aiImpact() : null,
                include.contains(EmployeeTaskInclude.SOURCE_EVENTS) ? events : null);
    }
}
