package dev.understudy.mocks.techwolf.taskprofiles;

import dev.understudy.api.Binder;
import dev.understudy.mocks.techwolf.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An Employee as it is kept: with the tasks that may be shown, and what the filters ask. */
final class StoredEmployee extends Entity<ProfileQuery<EmployeeTaskInclude>, EmployeeTaskProfileRecord> {
    static final Binder<StoredEmployee> BINDER =
            (value, binding) -> new StoredEmployee(EmployeeFixture.of(value, binding));

    private final boolean active;
    private final List<EmployeeTaskFixture> all;
    private final List<EmployeeTaskFixture> tasks;

    StoredEmployee(EmployeeFixture employee) {
        super(employee.externalId(), employee.lastUpdated());
        active = employee.isActive();
        all = employee.tasks();
        tasks = withoutRejected(all);
    }

    /** What it was made of. */
    EmployeeFixture fixture() {
        return new EmployeeFixture(externalId(), active, lastUpdated().toString(), all);
    }

    private static List<EmployeeTaskFixture> withoutRejected(List<EmployeeTaskFixture> all) {
        var tasks = new ArrayList<>(all);
        return tasks.removeIf(StoredEmployee::isRejected) ? List.copyOf(tasks) : all;
    }

    private static boolean isRejected(EmployeeTaskFixture task) {
        return task.validationState() == ValidationState.REJECTED;
    }

    boolean isActive() {
        return active;
    }

    EmployeeTaskProfileRecord shown(ProfileQuery<EmployeeTaskInclude> query) {
        return shown(query, this::view);
    }

    private EmployeeTaskProfileRecord view(ProfileQuery<EmployeeTaskInclude> query) {
        if (query.format() == ResponseFormat.LIST) {
            return new EmployeeTaskProfile(externalId(), shown(tasks, query.include()));
        }
        var hierarchy = Hierarchy.of(
                tasks,
                EmployeeTaskFixture::hierarchy,
                (cluster, inside) -> new EmployeeTaskCluster(cluster, shown(inside, query.include())),
                EmployeeTaskSubdomain::new,
                EmployeeTaskDomain::new);
        return new EmployeeTaskHierarchy(externalId(), hierarchy);
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
