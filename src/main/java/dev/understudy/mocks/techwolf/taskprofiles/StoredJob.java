package dev.understudy.mocks.techwolf.taskprofiles;

import dev.understudy.api.Binder;
import dev.understudy.mocks.techwolf.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Job as it is kept: with the tasks that may be shown, and what the filters ask. */
final class StoredJob extends Entity<ProfileQuery<JobTaskInclude>, JobTaskProfileRecord> {
    static final Binder<StoredJob> BINDER = (value, binding) -> new StoredJob(JobFixture.of(value, binding));

    private final @Nullable String familyId;
    private final List<JobTaskFixture> all;
    private final List<JobTaskFixture> tasks;

    StoredJob(JobFixture job) {
        super(job.externalId(), job.lastUpdated());
        familyId = job.jobFamilyId();
        all = job.tasks();
        tasks = withoutRejected(all);
    }

    /** What it was made of. */
    JobFixture fixture() {
        return new JobFixture(externalId(), familyId, lastUpdated().toString(), all);
    }

    private static List<JobTaskFixture> withoutRejected(List<JobTaskFixture> all) {
        var tasks = new ArrayList<>(all);
        return tasks.removeIf(StoredJob::isRejected) ? List.copyOf(tasks) : all;
    }

    private static boolean isRejected(JobTaskFixture task) {
        return task.validationState() == ValidationState.REJECTED;
    }

    /** The family that the export goes by. */
    @Nullable
    String familyId() {
        return familyId;
    }

    JobTaskProfileRecord shown(ProfileQuery<JobTaskInclude> query) {
        return shown(query, this::view);
    }

    private JobTaskProfileRecord view(ProfileQuery<JobTaskInclude> query) {
        if (query.format() == ResponseFormat.LIST) {
            return new JobTaskProfile(externalId(), shown(tasks, query.include()));
        }
        var hierarchy = Hierarchy.of(
                tasks,
                JobTaskFixture::hierarchy,
                (cluster, inside) -> new JobTaskCluster(cluster, shown(inside, query.include())),
                JobTaskSubdomain::new,
                JobTaskDomain::new);
        return new JobTaskHierarchy(externalId(), hierarchy);
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
