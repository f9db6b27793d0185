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
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Exports the task profiles of Employees and of Jobs, oldest first; who has no profile is exported with an empty one.
 */
public final class TaskProfilesHandler implements TaskProfilesApi {
    private final Indexed<StoredEmployee> employees;
    private final BitSet activeEmployees;
    private final LastUpdated employeesUpdated;
    private final Indexed<StoredJob> jobs;
    private final LastUpdated jobsUpdated;

    public TaskProfilesHandler(Fixtures fixtures) {
        this(
                fixtures.set("techwolf/task-profiles/employees", EmployeeFixture.class),
                fixtures.set("techwolf/task-profiles/jobs", JobFixture.class));
    }

    TaskProfilesHandler(FixtureSet<EmployeeFixture> employees, FixtureSet<JobFixture> jobs) {
        this.employees = employees.map(StoredEmployee::of).indexed(StoredEmployee::externalId);
        this.activeEmployees = employees.positions(EmployeeFixture::isActive);
        this.employeesUpdated = new LastUpdated(employees, EmployeeFixture::lastUpdated);
        this.jobs = jobs.map(StoredJob::of).indexed(StoredJob::externalId);
        this.jobsUpdated = new LastUpdated(jobs, JobFixture::lastUpdated);
    }

    @Override
    public ExportEmployeeTaskProfilesReply exportEmployeeTaskProfiles(ExportEmployeeTaskProfilesCall call) {
        EmployeeTaskProfilesRequest request = call.body();
        Way<EmployeeTaskInclude> way = Way.of(call.responseFormat(), request.include());
        Optional<ExportPage<StoredEmployee>> page = ExportPage.of(
                employees, request.startingAfter(), all(request.filters(), this::employeeFilter), request.limit());
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
        Way<JobTaskInclude> way = Way.of(call.responseFormat(), request.include());
        Optional<ExportPage<StoredJob>> page =
                ExportPage.of(jobs, request.startingAfter(), all(request.filters(), this::jobFilter), request.limit());
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

    private IntPredicate employeeFilter(EmployeeFilter filter) {
        if (filter instanceof IsActiveFilter isActive) {
            return position -> activeEmployees.get(position) == isActive.isActive();
        }
        return lastUpdated(employeesUpdated, (LastUpdatedFilter) filter);
    }

    private IntPredicate jobFilter(JobFilter filter) {
        if (filter instanceof JobFamilyFilter families) {
            return position -> isIn(families, jobs.all().at(position).familyId());
        }
        return lastUpdated(jobsUpdated, (LastUpdatedFilter) filter);
    }

    private static boolean isIn(JobFamilyFilter families, @Nullable String family) {
        return family != null && families.jobFamilyIds().contains(family);
    }

    private static IntPredicate lastUpdated(LastUpdated times, LastUpdatedFilter filter) {
        return times.is(filter.operator().wire(), filter.value());
    }

    private static <F> IntPredicate all(@Nullable List<F> filters, Function<F, IntPredicate> predicate) {
        return (filters == null ? List.<F>of() : filters)
                .stream().map(predicate).reduce(position -> true, IntPredicate::and);
    }
}
