package dev.understudy.mocks.techwolf.taskprofiles;

import dev.understudy.api.ErrorReply;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.Indexed;
import dev.understudy.fixture.Positions;
import dev.understudy.fixture.Views;
import dev.understudy.load.Fixtures;
import dev.understudy.mocks.techwolf.ErrorBody;
import dev.understudy.mocks.techwolf.ExportPage;
import dev.understudy.mocks.techwolf.LastUpdated;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exports the task profiles of Employees and of Jobs, oldest first; who has no profile is exported with an empty one.
 */
public final class TaskProfilesHandler implements TaskProfilesApi {
    private final Indexed<StoredEmployee> employees;
    private final Positions activeEmployees;
    private final LastUpdated employeesUpdated;
    private final Indexed<StoredJob> jobs;
    private final LastUpdated jobsUpdated;

    public TaskProfilesHandler(Fixtures fixtures) {
        this(
                fixtures.set("techwolf/task-profiles/employees", StoredEmployee.BINDER),
                fixtures.set("techwolf/task-profiles/jobs", StoredJob.BINDER));
    }

    TaskProfilesHandler(FixtureSet<StoredEmployee> employees, FixtureSet<StoredJob> jobs) {
        this.employees = employees.indexed(StoredEmployee::externalId);
        this.activeEmployees = employees.positions(StoredEmployee::isActive).known(employees.size());
        this.employeesUpdated = new LastUpdated(employees, StoredEmployee::lastUpdated);
        this.jobs = jobs.indexed(StoredJob::externalId);
        this.jobsUpdated = new LastUpdated(jobs, StoredJob::lastUpdated);
    }

    @Override
    public ExportEmployeeTaskProfilesReply exportEmployeeTaskProfiles(ExportEmployeeTaskProfilesCall call) {
        EmployeeTaskProfilesRequest request = call.body();
        Way<EmployeeTaskInclude> way = Way.of(call.responseFormat(), request.include());
        Positions meant = Positions.all(request.filters(), this::employeeFilter);
        Optional<ExportPage<StoredEmployee>> page =
                ExportPage.of(employees, request.startingAfter(), meant, request.limit());
        if (page.isEmpty()) {
            return new ExportEmployeeTaskProfilesReply.Status400(
                    ErrorBody.unknownCursor(request.startingAfter(), "an Employee", ApiError::new));
        }
        List<EmployeeTaskProfileRecord> records =
                Views.all(page.get().entities(), way, employee -> employee.shown(way));
        return new ExportEmployeeTaskProfilesReply.Status200(new EmployeeTaskProfilesPage(
                page.get().hasNext(), records, page.get().next()));
    }

    @Override
    public ExportJobTaskProfilesReply exportJobTaskProfiles(ExportJobTaskProfilesCall call) {
        JobTaskProfilesRequest request = call.body();
        Way<JobTaskInclude> way = Way.of(call.responseFormat(), request.include());
        Positions meant = Positions.all(request.filters(), this::jobFilter);
        Optional<ExportPage<StoredJob>> page = ExportPage.of(jobs, request.startingAfter(), meant, request.limit());
        if (page.isEmpty()) {
            return new ExportJobTaskProfilesReply.Status400(
                    ErrorBody.unknownCursor(request.startingAfter(), "a Job", ApiError::new));
        }
        List<JobTaskProfileRecord> records = Views.all(page.get().entities(), way, job -> job.shown(way));
        return new ExportJobTaskProfilesReply.Status200(new JobTaskProfilesPage(
                page.get().hasNext(), records, page.get().next()));
    }

    @Override
    public Reply refuse(Refusal refusal) {
        return new ErrorReply(refusal.status(), ErrorBody.of(refusal, ApiError::new));
    }

    private Positions employeeFilter(EmployeeFilter filter) {
        if (filter instanceof IsActiveFilter isActive) {
            return isActive.isActive() ? activeEmployees : activeEmployees.not();
        }
        return lastUpdated(employeesUpdated, (LastUpdatedFilter) filter);
    }

    private Positions jobFilter(JobFilter filter) {
        if (filter instanceof JobFamilyFilter families) {
            return jobs.all().positions(job -> isIn(families, job.familyId()));
        }
        return lastUpdated(jobsUpdated, (LastUpdatedFilter) filter);
    }

    private static boolean isIn(JobFamilyFilter families, @Nullable String family) {
        return family != null && families.jobFamilyIds().contains(family);
    }

    private static Positions lastUpdated(LastUpdated times, LastUpdatedFilter filter) {
        return times.where(filter.operator().wire(), filter.value());
    }
}
