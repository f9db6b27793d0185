package dev.understudy.mocks.exante.worktasks;

import dev.understudy.api.ErrorReply;
import dev.understudy.api.Fixture;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.State;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists an organization's work tasks, filtered, sorted and cut into pages. */
public final class WorkTasksHandler implements WorkTasksApi {
    static final CollectionKey<StoredTask> WORK_TASKS = new CollectionKey<>(
            "exante/work-tasks/work-tasks", task -> task.shown().uid());
    static final CollectionKey<CallerFixture> CALLER = CollectionKey.single("exante/work-tasks/caller");
    private static final CallerFixture NOBODY = new CallerFixture("", List.of());

    @Override
    public List<Fixture<?>> fixtures() {
        return List.of(
                new Fixture<>(WORK_TASKS, StoredTask.BINDER, StoredTask::fixture),
                new Fixture<>(CALLER, CallerFixture::of));
    }

    @Override
    public ListWorkTasksReply listWorkTasks(ListWorkTasksCall call, State state) {
        CallerFixture caller = state.set(CALLER).stream().findFirst().orElse(NOBODY);
        String organization = call.organizationUid() == null ? caller.defaultOrganizationUid() : call.organizationUid();
        // Before the filters, so that 403 wins over an empty page.
        if (!isMember(caller, organization)) {
            return new ListWorkTasksReply.Status403(notAMember(organization));
        }
        FixtureSet<StoredTask> matching = state.set(WORK_TASKS)
                .sorted(SortOrder.of(call.sort()))
                .remembered(filter(organization, call), tasks -> matching(tasks, organization, call));
        return new ListWorkTasksReply.Status200(page(matching, call.page(), call.perPage()));
    }

    @Override
    public Reply refuse(Refusal refusal) {
        List<Violation> violations = refusal.violations();
        String error = violations.size() == 1
                ? violations.get(0).message()
                : violations.size() + " things are wrong, see details";
        List<ApiErrorDetail> details = violations.stream()
                .map(violation -> new ApiErrorDetail(field(violation), violation.demand()))
                .toList();
        return new ErrorReply(refusal.status(), new ApiError(error + " (" + refusal.where() + ")", details));
    }

    private static FixtureSet<StoredTask> matching(
            FixtureSet<StoredTask> tasks, String organization, ListWorkTasksCall call) {
        return tasks.where(task -> task.organizationUid().equalsIgnoreCase(organization))
                .where(task -> isOneOf(call.type(), task.shown().type()))
                .where(task -> isOneOf(call.status(), task.shown().status()))
                .where(task -> isOneOf(call.priority(), task.shown().priority()))
                .where(task -> isOneOf(call.assignToType(), assigneeType(task.shown())))
                .where(dueWithin(call.dueDateFrom(), call.dueDateTo()));
    }

    /** What decides which tasks are listed, without their order and the page. */
    private static List<@Nullable Object> filter(String organization, ListWorkTasksCall call) {
        return Arrays.asList(
                organization.toLowerCase(Locale.ROOT),
                call.type(),
                call.status(),
                call.priority(),
                call.assignToType(),
                call.dueDateFrom(),
                call.dueDateTo());
    }

    private static boolean isMember(CallerFixture caller, String organization) {
        return organization.equalsIgnoreCase(caller.defaultOrganizationUid())
                || caller.organizationUids().stream().anyMatch(organization::equalsIgnoreCase);
    }

    private static ApiError notAMember(String organization) {
        var detail = new ApiErrorDetail(
                "organization_uid", "must be one of your organizations, was \"" + organization + "\"");
        return new ApiError("You are not a member of this organization", List.of(detail));
    }

    private static String field(Violation violation) {
        return violation.name().isEmpty() ? violation.where() : violation.name();
    }

    private static <V> boolean isOneOf(@Nullable List<V> wanted, @Nullable V value) {
        return wanted == null || (value != null && wanted.contains(value));
    }

    private static @Nullable ActorType assigneeType(WorkTask task) {
        return task.assignTo() == null ? null : task.assignTo().type();
    }

    private static Predicate<StoredTask> dueWithin(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return task -> true;
        }
        return task -> {
            LocalDate due = task.shown().dueDate();
            return due != null && (from == null || !due.isBefore(from)) && (to == null || !due.isAfter(to));
        };
    }

    private static WorkTasks page(FixtureSet<StoredTask> matching, int page, int perPage) {
        List<WorkTask> items =
                matching.page(page, perPage).stream().map(StoredTask::shown).toList();
        int pages = (int) (((long) matching.size() + perPage - 1) / perPage);
        var meta = new PageMeta(page, perPage, pages, matching.size());
        return new WorkTasks("success", 200, "Work tasks retrieved", new WorkTasksData(items, meta));
    }
}
