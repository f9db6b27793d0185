package dev.understudy.mocks.techwolf.taskprofiles;

import dev.understudy.fixture.Views;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Job with the tasks that may be shown, and the family that the export goes by. */
record StoredJob(
        String externalId,
        @Nullable String familyId,
        List<JobTaskFixture> tasks,
        Views<Way<JobTaskInclude>, JobTaskProfileRecord> views) {
    static StoredJob of(JobFixture job) {
        List<JobTaskFixture> tasks = job.tasks();
        if (tasks.stream().anyMatch(StoredJob::isRejected)) {
            tasks = tasks.stream().filter(task -> !isRejected(task)).toList();
        }
        return new StoredJob(job.externalId(), job.jobFamilyId(), tasks, new Views<>());
    }

    private static boolean isRejected(JobTaskFixture task) {
        return task.validationState() == ValidationState.REJECTED;
    }

    JobTaskProfileRecord shown(Way<JobTaskInclude> way) {
        return views.of(way, this::view);
    }

    private JobTaskProfileRecord view(Way<JobTaskInclude> way) {
        if (way.format() == ResponseFormat.LIST) {
            return new JobTaskProfile(externalId, shown(tasks, way.include()));
        }
        var hierarchy = Hierarchy.of(
                tasks,
                JobTaskFixture::hierarchy,
                (cluster, inside) -> new JobTaskCluster(cluster, shown(inside, way.include())),
                JobTaskSubdomain::new,
                JobTaskDomain::new);
        return new JobTaskHierarchy(externalId, hierarchy);
    }

    private static List<JobTask> shown(List<JobTaskFixture> tasks, Set<JobTaskInclude> include) {
        return tasks.stream().map(task -> shown(task, include)).toList();
    }

    /** What was not asked for is absent; what was asked for and is unknown is absent too, but for an empty list. */
    private static JobTask shown(JobTaskFixture task, Set<JobTaskInclude> include) {
        List<SourceDatum> data = task.sourceData() == null ? List.of() : task.sourceData();
        return new JobTask(
                task.taskId(),
                task.task(),
                task.validationState(),
                include.contains(JobTaskInclude.WEEKLY_HOURS) ? task.weeklyHours() : null,
                include.contains(JobTaskInclude.AI_IMPACT) ? task.aiImpact() : null,
                include.contains(JobTaskInclude.SOURCE_DATA) ? data : null);
    }
}
