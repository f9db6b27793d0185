package dev.understudy.mocks.techwolf.taskprofiles;

import dev.understudy.api.ErrorReply;
import dev.understudy.api.Fixture;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.Derived;
import dev.understudy.fixture.FixtureSet;
import dev.understudy.fixture.Positions;
import dev.understudy.fixture.State;
import dev.understudy.mocks.techwolf.ErrorBody;
import dev.understudy.mocks.techwolf.ExportPage;
import dev.understudy.mocks.techwolf.LastUpdated;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exports the task profiles of Employees and of Jobs, oldest first; one without a profile is exported with an empty
 * one.
 */
public final class TaskProfilesHandler implements TaskProfilesApi {
    static final CollectionKey<StoredEmployee> EMPLOYEES =
            new CollectionKey<>("techwolf/task-profiles/employees", StoredEmployee::externalId);
    static final CollectionKey<StoredJob> JOBS =
            new CollectionKey<>("techwolf/task-profiles/jobs", StoredJob::externalId);
    private static final Derived<StoredEmployee, Positions> ACTIVE =
            Positions.derived("active", StoredEmployee::isActive);
    private static final Derived<StoredEmployee, LastUpdated> EMPLOYEES_UPDATED =
            Derived.of("last_updated", employees -> new LastUpdated(employees, StoredEmployee::lastUpdated));
    private static final Derived<StoredJob, LastUpdated> JOBS_UPDATED =
            Derived.of("last_updated", jobs -> new LastUpdated(jobs, StoredJob::lastUpdated));

    @Override
    public List<Fixture<?>> fixtures() {
        return List.of(
                new Fixture<>(EMPLOYEES, StoredEmployee.BINDER, StoredEmployee::fixture),
                new Fixture<>(JOBS, StoredJob.BINDER, StoredJob::fixture));
    }

    @Override
    public ExportEmployeeTaskProfilesReply exportEmployeeTaskProfiles(
            ExportEmployeeTaskProfilesCall call, State state) {
        FixtureSet<StoredEmployee> employees = state.set(EMPLOYEES);
        EmployeeTaskProfilesRequest request = call.body();
        ProfileQuery<EmployeeTaskInclude> query = ProfileQuery.of(call.responseFormat(), request.include());
        Positions meant = Positions.all(request.filters(), filter -> employeeFilter(employees, filter));
        Optional<ExportPage<StoredEmployee>> page =
                ExportPage.of(employees, request.startingAfter(), meant, request.limit());
        if (page.isEmpty()) {
            return new ExportEmployeeTaskProfilesReply.Status400(
                    ErrorBody.unknownCursor(request.startingAfter(), "an Employee", ApiError::new));
        }
        List<EmployeeTaskProfileRecord> records = page.get().entities().stream()
                .map(employee -> employee.shown(query))
                .toList();
        return new ExportEmployeeTaskProfilesReply.Status200(new EmployeeTaskProfilesPage(
                page.get().hasNext(), records, page.get().next()));
    }

    @Override
    public ExportJobTaskProfilesReply exportJobTaskProfiles(ExportJobTaskProfilesCall call, State state) {
        FixtureSet<StoredJob> jobs = state.set(JOBS);
        JobTaskProfilesRequest request = call.body();
        ProfileQuery<JobTaskInclude> query = ProfileQuery.of(call.responseFormat(), request.include());
        Positions meant = Positions.all(request.filters(), filter -> jobFilter(jobs, filter));
        Optional<ExportPage<StoredJob>> page = ExportPage.of(jobs, request.startingAfter(), meant, request.limit());
        if (page.isEmpty()) {
            return new ExportJobTaskProfilesReply.Status400(
                    ErrorBody.unknownCursor(request.startingAfter(), "a Job", ApiError::new));
        }
        List<JobTaskProfileRecord> records =
                page.get().entities().stream().map(job -> job.shown(query)).toList();
        return new ExportJobTaskProfilesReply.Status200(new JobTaskProfilesPage(
                page.get().hasNext(), records, page.get().next()));
    }

    @Override
    public Reply refuse(Refusal refusal) {
        return new ErrorReply(refusal.status(), ErrorBody.of(refusal, ApiError::new));
    }

    private static Positions employeeFilter(FixtureSet<StoredEmployee> employees, EmployeeFilter filter) {
        if (filter instanceof IsActiveFilter isActive) {
            Positions active = employees.derived(ACTIVE);
            return isActive.isActive() ? active : active.not();
        }
        return lastUpdated(employees.derived(EMPLOYEES_UPDATED), (LastUpdatedFilter) filter);
    }

    private static Positions jobFilter(FixtureSet<StoredJob> jobs, JobFilter filter) {
        if (filter instanceof JobFamilyFilter families) {
            return jobs.positions(job -> isIn(families, job.familyId()));
        }
        return lastUpdated(jobs.derived(JOBS_UPDATED), (LastUpdatedFilter) filter);
    }

    private static boolean isIn(JobFamilyFilter families, @Nullable String family) {
        return family != null && families.jobFamilyIds().contains(family);
    }

    private static Positions lastUpdated(LastUpdated times, LastUpdatedFilter filter) {
        return times.where(filter.operator().wire(), filter.value());
    }
}
