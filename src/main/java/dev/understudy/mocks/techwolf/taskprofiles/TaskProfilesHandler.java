package dev.understudy.mocks.techwolf.taskprofiles;

import dev.understudy.api.ErrorReply;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.Fixtures;
import dev.understudy.fixture.Indexed;
import dev.understudy.mocks.techwolf.ErrorBody;
import dev.understudy.mocks.techwolf.ExportPage;
import dev.understudy.mocks.techwolf.LastUpdated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Exports the task profiles of Employees and of Jobs, oldest first; who has no profile is exported with an empty one.
 */
public final class TaskProfilesHandler implements TaskProfilesApi {
    private final Indexed<StoredEmployee> employees;
    private final Indexed<StoredJob> jobs;

    public TaskProfilesHandler(Fixtures fixtures) {
        this(
                fixtures.set("techwolf/task-profiles/employees", EmployeeFixture.class),
                fixtures.set("techwolf/task-profiles/jobs", JobFixture.class));
    }

    TaskProfilesHandler(FixtureSet<EmployeeFixture> employees, FixtureSet<JobFixture> jobs) {
        this.employees = employees.map(StoredEmployee::of).indexed(StoredEmployee::externalId);
        this.jobs = jobs.map(StoredJob::of).indexed(StoredJob::externalId);
    }

    @Override
    public ExportEmployeeTaskProfilesReply exportEmployeeTaskProfiles(ExportEmployeeTaskProfilesCall call) {
        EmployeeTaskProfilesRequest request = call.body();
        var way = new StoredEmployee.Way(call.responseFormat(), Set.copyOf(orEmpty(request.include())));
        Optional<ExportPage<StoredEmployee>> page = ExportPage.of(
                employees,
                request.startingAfter(),
                all(request.filters(), TaskProfilesHandler::employeeFilter),
                request.limit());
        if (page.isEmpty()) {
            return new ExportEmployeeTaskProfilesReply.Status400(
                    ErrorBody.unknownCursor(request.startingAfter(), "an Employee", ApiError::new));
        }
        List<EmployeeTaskProfileRecord> records = page.get().entities().stream()
                .map(employee -> employee.shown(way))
                .toList();
        return new ExportEmployeeTaskProfilesReply.Status200(new EmployeeTaskProfilesPage(
                page.get().hasNext(), records, page.get().next()));
    }

    @Override
    public ExportJobTaskProfilesReply exportJobTaskProfiles(ExportJobTaskProfilesCall call) {
        JobTaskProfilesRequest request = call.body();
        var way = new StoredJob.Way(call.responseFormat(), Set.copyOf(orEmpty(request.include())));
        Optional<ExportPage<StoredJob>> page = ExportPage.of(
                jobs, request.startingAfter(), all(request.filters(), TaskProfilesHandler::jobFilter), request.limit());
        if (page.isEmpty()) {
            return new ExportJobTaskProfilesReply.Status400(
                    ErrorBody.unknownCursor(request.startingAfter(), "a Job", ApiError::new));
        }
        List<JobTaskProfileRecord> records =
                page.get().entities().stream().map(job -> job.shown(way)).toList();
        return new ExportJobTaskProfilesReply.Status200(new JobTaskProfilesPage(
                page.get().hasNext(), records, page.get().next()));
    }

    @Override
    public Reply refuse(Refusal refusal) {
        return new ErrorReply(refusal.status(), ErrorBody.of(refusal, ApiError::new));
    }

    private static Predicate<StoredEmployee> employeeFilter(EmployeeFilter filter) {
        if (filter instanceof IsActiveFilter isActive) {
            return employee -> employee.active() == isActive.isActive();
        }
        Predicate<Instant> lastUpdated = lastUpdated((LastUpdatedFilter) filter);
        return employee -> lastUpdated.test(employee.lastUpdated());
    }

    private static Predicate<StoredJob> jobFilter(JobFilter filter) {
        if (filter instanceof JobFamilyFilter families) {
            return job -> job.familyId() != null && families.jobFamilyIds().contains(job.familyId());
        }
        Predicate<Instant> lastUpdated = lastUpdated((LastUpdatedFilter) filter);
        return job -> lastUpdated.test(job.lastUpdated());
    }

    private static Predicate<Instant> lastUpdated(LastUpdatedFilter filter) {
        return LastUpdated.is(filter.operator().wire(), filter.value());
    }

    private static <F, T> Predicate<T> all(@Nullable List<F> filters, Function<F, Predicate<T>> predicate) {
        return orEmpty(filters).stream().map(predicate).reduce(entity -> true, Predicate::and);
    }

    private static <E> List<E> orEmpty(@Nullable List<E> list) {
        return list == null ? List.of() : list;
    }
}
