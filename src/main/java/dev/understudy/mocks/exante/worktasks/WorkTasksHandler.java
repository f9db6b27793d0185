package dev.understudy.mocks.exante.worktasks;

import dev.understudy.api.ErrorReply;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Violation;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.load.Fixtures;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists an organization's work tasks, filtered, sorted and cut into pages. */
public final class WorkTasksHandler implements WorkTasksApi {
    private static final CallerFixture NOBODY = new CallerFixture("", List.of());

    private final FixtureSet<StoredTask> workTasks;
    private final CallerFixture caller;
    private final RecentLists recent = new RecentLists();

    public WorkTasksHandler(Fixtures fixtures) {
        this(
                fixtures.set("exante/work-tasks/work-tasks", StoredTask.BINDER),
                fixtures.one("exante/work-tasks/caller", CallerFixture::of).orElse(NOBODY));
    }

    WorkTasksHandler(FixtureSet<StoredTask> workTasks, CallerFixture caller) {
        this.workTasks = workTasks.sorted(SortOrder.OF_TIES);
        this.caller = caller;
    }

    @Override
    public ListWorkTasksReply listWorkTasks(ListWorkTasksCall call) {
        String organization = call.organizationUid() == null ? caller.defaultOrganizationUid() : call.organizationUid();
        // Before the filters, so that 403 wins over an empty page.
        if (!isMemberOf(organization)) {
            return new ListWorkTasksReply.Status403(notAMember(organization));
        }
        FixtureSet<StoredTask> matching = recent.of(organization, call, () -> matching(organization, call));
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

    private FixtureSet<StoredTask> matching(String organization, ListWorkTasksCall call) {
        return workTasks
                .where(task -> task.organizationUid().equalsIgnoreCase(organization))
                .where(task -> isOneOf(call.type(), task.shown().type()))
                .where(task -> isOneOf(call.status(), task.shown().status()))
                .where(task -> isOneOf(call.priority(), task.shown().priority()))
                .where(task -> isOneOf(call.assignToType(), assigneeType(task.shown())))
                .where(dueWithin(call.dueDateFrom(), call.dueDateTo()))
                .sorted(SortOrder.of(call.sort()));
    }

    private boolean isMemberOf(String organization) {
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
