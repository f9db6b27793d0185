package dev.understudy.mocks.techwolf.taskprofiles;

import dev.understudy.fixture.Views;
import java.util.List;
import java.util.Set;

/** An Employee with the tasks that may be shown. */
record StoredEmployee(
        String externalId,
        List<EmployeeTaskFixture> tasks,
        Views<Way<EmployeeTaskInclude>, EmployeeTaskProfileRecord> views) {
    static StoredEmployee of(EmployeeFixture employee) {
        List<EmployeeTaskFixture> tasks = employee.tasks();
        if (tasks.stream().anyMatch(StoredEmployee::isRejected)) {
            tasks = tasks.stream().filter(task -> !isRejected(task)).toList();
        }
        return new StoredEmployee(employee.externalId(), tasks, new Views<>());
    }

    private static boolean isRejected(EmployeeTaskFixture task) {
        return task.validationState() == ValidationState.REJECTED;
    }

    EmployeeTaskProfileRecord shown(Way<EmployeeTaskInclude> way) {
        return views.of(way, this::view);
    }

    private EmployeeTaskProfileRecord view(Way<EmployeeTaskInclude> way) {
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
