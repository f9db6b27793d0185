package dev.understudy.mocks.exante.worktasks;

import dev.understudy.api.Binder;
import dev.understudy.api.text.Rfc3339;
import java.time.Instant;

/** A work task as the list shows it, with what the list only goes by. */
record StoredTask(WorkTask shown, String organizationUid, Instant createdAt) {
    static final Binder<StoredTask> BINDER = (value, binding) -> of(WorkTaskFixture.of(value, binding));

    static StoredTask of(WorkTaskFixture task) {
        var shown = new WorkTask(
                task.uid(),
                task.title(),
                task.type(),
                task.status(),
                task.priority(),
                task.dueDate(),
                task.createdAt(),
                task.assignTo(),
                task.origin());
        return new StoredTask(shown, task.organizationUid(), Rfc3339.instant(task.createdAt()));
    }

    /** What it was made of. */
    WorkTaskFixture fixture() {
        return new WorkTaskFixture(
                shown.uid(),
                shown.title(),
                shown.type(),
                shown.status(),
                shown.priority(),
                shown.dueDate(),
                shown.createdAt(),
                shown.assignTo(),
                shown.origin(),
                organizationUid);
    }
}
