package dev.understudy.mocks.techwolf.aigoals;

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exports the AI goals of Employees, oldest Employee first; an Employee without a goal is left out. */
public final class AiGoalsHandler implements AiGoalsApi {
    static final CollectionKey<StoredEmployee> EMPLOYEES =
            new CollectionKey<>("techwolf/ai-goals/employees", StoredEmployee::externalId);
    static final CollectionKey<TenantFixture> TENANT = CollectionKey.single("techwolf/ai-goals/tenant");
    private static final Derived<StoredEmployee, Positions> ACTIVE =
            Positions.derived("active", StoredEmployee::isActive);
    private static final Derived<StoredEmployee, Positions> WITH_GOALS =
            Positions.derived("with goals", StoredEmployee::hasGoals);
    private static final Derived<StoredEmployee, LastUpdated> UPDATED =
            Derived.of("last_updated", employees -> new LastUpdated(employees, StoredEmployee::lastUpdated));
    private static final TenantFixture ALL_VENDORS = new TenantFixture(null, null);

    @Override
    public List<Fixture<?>> fixtures() {
        return List.of(
                new Fixture<>(EMPLOYEES, StoredEmployee.BINDER, StoredEmployee::fixture),
                new Fixture<>(TENANT, TenantFixture::of));
    }

    @Override
    public ExportEmployeeAiGoalsReply exportEmployeeAiGoals(ExportEmployeeAiGoalsCall call, State state) {
        TenantFixture tenant = state.set(TENANT).stream().findFirst().orElse(ALL_VENDORS);
        ExternalVendor vendor = call.externalVendor();
        if (!isActivated(tenant, vendor)) {
            return new ExportEmployeeAiGoalsReply.Status400(List.of(notActivated(vendor)));
        }
        EmployeeAiGoalsRequest request = call.body();
        FixtureSet<StoredEmployee> employees = state.set(EMPLOYEES);
        Positions meant = employees
                .derived(WITH_GOALS)
                .and(Positions.all(request.filters(), filter -> filter(employees, filter)));
        Optional<ExportPage<StoredEmployee>> page =
                ExportPage.of(employees, request.startingAfter(), meant, request.limit());
        if (page.isEmpty()) {
            return new ExportEmployeeAiGoalsReply.Status400(
                    ErrorBody.unknownCursor(request.startingAfter(), "an Employee", ApiError::new));
        }
        List<AiGoal> records = page.get().entities().stream()
                .map(employee -> employee.newestFirst(vendor, goal -> inVocabulary(tenant, vendor, goal)))
                .flatMap(goals -> versions(goals, call.versions()))
                .toList();
        return new ExportEmployeeAiGoalsReply.Status200(new EmployeeAiGoalsPage(
                page.get().hasNext(), records, page.get().next()));
    }

    @Override
    public Reply refuse(Refusal refusal) {
        return new ErrorReply(refusal.status(), ErrorBody.of(refusal, ApiError::new));
    }

    private static Stream<AiGoal> versions(List<AiGoal> newestFirst, GoalVersions versions) {
        return versions == GoalVersions.ALL
                ? newestFirst.stream()
                : newestFirst.stream().limit(1);
    }

    private static Positions filter(FixtureSet<StoredEmployee> employees, EmployeeFilter filter) {
        if (filter instanceof IsActiveFilter isActive) {
            Positions active = employees.derived(ACTIVE);
            return isActive.isActive() ? active : active.not();
        }
        var lastUpdated = (LastUpdatedFilter) filter;
        return employees.derived(UPDATED).where(lastUpdated.operator().wire(), lastUpdated.value());
    }

    private static boolean isActivated(TenantFixture tenant, ExternalVendor vendor) {
        return tenant.activatedVendors() == null || tenant.activatedVendors().contains(vendor);
    }

    private static ApiError notActivated(ExternalVendor vendor) {
        return new ApiError(
                "400 Bad Request",
                "query \"external_vendor\" must be a vendor that is activated on the tenant, was \"" + vendor.wire()
                        + "\". Use one of activated_vendors in fixtures/techwolf/ai-goals/tenant.json, or add it there.");
    }

    private static @Nullable Map<String, String> skillIds(TenantFixture tenant, ExternalVendor vendor) {
        SkillIds ids = tenant.skillIds();
        if (ids == null) {
            return null;
        }
        return switch (vendor) {
            case TECHWOLF -> ids.techwolf();
            case WORKDAY -> ids.workday();
            case SAP_ATTRIBUTE_LIBRARY -> ids.sapAttributeLibrary();
        };
    }

    /** The goal with its skills as the vendor calls them; a skill without a name there keeps TechWolf's. */
    private static AiGoal inVocabulary(TenantFixture tenant, ExternalVendor vendor, AiGoal goal) {
        Map<String, String> ids = skillIds(tenant, vendor);
        if (ids == null) {
            return goal;
        }
        List<TargetSkill> skills = goal.targetSkills().stream()
                .map(skill -> new TargetSkill(ids.getOrDefault(skill.skillId(), skill.skillId())))
                .toList();
        return new AiGoal(
                goal.externalId(),
                goal.goal(),
                goal.description(),
                skills,
                goal.targetTasks(),
                goal.jobId(),
                goal.version(),
                goal.createdOn(),
                goal.lastUpdated());
    }
}
