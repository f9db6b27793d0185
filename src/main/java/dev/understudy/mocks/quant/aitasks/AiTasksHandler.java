package dev.understudy.mocks.quant.aitasks;

import static java.util.Comparator.comparing;

import dev.understudy.api.ErrorReply;
import dev.understudy.api.Fixture;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.Order;
import dev.understudy.fixture.State;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists an organisation's tasks, newest first, or those that wait for a given task. */
public final class AiTasksHandler implements AiTasksApi {
    static final CollectionKey<StoredTask> TASKS =
            new CollectionKey<>("quant/ai-tasks/tasks", stored -> stored.task().taskId());
    private static final Order<StoredTask> NEWEST_FIRST = Order.by(
            "newest first",
            comparing((StoredTask stored) -> stored.task().createdAt(), Comparator.reverseOrder())
                    .thenComparing(stored -> stored.task().taskId()));

    /** A task as it is filtered and as it is shown. */
    record StoredTask(TaskFixture task, Task shown) {
        static StoredTask of(TaskFixture task) {
            return new StoredTask(task, AiTasksHandler.shown(task));
        }
    }

    @Override
    public List<Fixture<?>> fixtures() {
        return List.of(new Fixture<>(
                TASKS, (value, binding) -> StoredTask.of(TaskFixture.of(value, binding)), StoredTask::task));
    }

    @Override
    public ListTasksReply listTasks(ListTasksCall call, State state) {
        Predicate<TaskFixture> waitsFor = waitsFor(call.dependsOn());
        List<Task> listed = state
                .set(TASKS)
                .sorted(NEWEST_FIRST)
                .where(stored -> stored.task().orgId().equals(call.organisation()))
                .where(stored -> matches(call.taskListId(), stored.task().taskListId()))
                .where(stored -> matches(call.assignedAgentId(), stored.task().assignedAgentId()))
                .where(stored -> call.status() == null || stored.task().status() == call.status())
                .where(stored -> waitsFor.test(stored.task()))
                .first(call.limit())
                .stream()
                .map(StoredTask::shown)
                .toList();
        return new ListTasksReply.Status200(listing(call, listed));
    }

    @Override
    public Reply refuse(Refusal refusal) {
        String message = refusal.violations().stream().map(Violation::message).collect(Collectors.joining("; "));
        return new ErrorReply(
                refusal.status(), new ApiError(code(refusal.status()), message + " (" + refusal.where() + ")"));
    }

    /** The three shapes; keys that do not belong to one are absent, not null. */
    private static TaskListing listing(ListTasksCall call, List<Task> tasks) {
        String dependsOn = call.dependsOn();
        if (dependsOn == null) {
            return new TaskPage(tasks, tasks.size());
        }
        List<String> ids = tasks.stream().map(Task::taskId).toList();
        return call.includeDetails()
                ? new TaskDetailPage(ids, tasks, ids.size(), dependsOn)
                : new TaskIdPage(ids, ids.size(), dependsOn);
    }

    /** An empty value is what an unset field of a form sends: no filter. */
    private static boolean matches(@Nullable String wanted, @Nullable String value) {
        return wanted == null || wanted.isEmpty() || wanted.equals(value);
    }

    private static Predicate<TaskFixture> waitsFor(@Nullable String taskId) {
        return taskId == null ? task -> true : task -> task.dependsOn().stream().anyMatch(taskId::equalsIgnoreCase);
    }

    private static Task shown(TaskFixture task) {
        return new Task(
                task.taskId(),
                task.orgId(),
                task.taskListId(),
                task.title(),
                task.description(),
                task.status(),
                task.assignedAgentId(),
                task.progress(),
                task.blockedReason(),
                task.blockedByTaskIds(),
                task.createdAt(),
                task.updatedAt());
    }

    private static ApiErrorCode code(int status) {
        return switch (status) {
            case 401 -> ApiErrorCode.UNAUTHORIZED;
            case 404 -> ApiErrorCode.NOT_FOUND;
            case 405 -> ApiErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ApiErrorCode.NOT_ACCEPTABLE;
            case 500 -> ApiErrorCode.INTERNAL_ERROR;
            default -> ApiErrorCode.INVALID_REQUEST;
        };
    }
}
