package dev.understudy.mocks.techwolf.aigoals;

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Exports the AI goals of Employees, oldest Employee first; who has no goal is left out. */
public final class AiGoalsHandler implements AiGoalsApi {
    private static final TenantFixture ALL_VENDORS = new TenantFixture(null, null);

    private final Indexed<StoredEmployee> employees;
    private final Positions active;
    private final Positions withGoals;
    private final LastUpdated updated;
    private final TenantFixture tenant;

    public AiGoalsHandler(Fixtures fixtures) {
        this(
                fixtures.set("techwolf/ai-goals/employees", StoredEmployee.BINDER),
                fixtures.one("techwolf/ai-goals/tenant", TenantFixture::of).orElse(ALL_VENDORS));
    }

    AiGoalsHandler(FixtureSet<StoredEmployee> employees, TenantFixture tenant) {
        this.employees = employees.indexed(StoredEmployee::externalId);
        this.active = employees.positions(StoredEmployee::isActive).known(employees.size());
        this.withGoals = employees.positions(StoredEmployee::hasGoals).known(employees.size());
        this.updated = new LastUpdated(employees, StoredEmployee::lastUpdated);
        this.tenant = tenant;
    }

    @Override
    public ExportEmployeeAiGoalsReply exportEmployeeAiGoals(ExportEmployeeAiGoalsCall call) {
        ExternalVendor vendor = call.externalVendor();
        if (!isActivated(vendor)) {
            return new ExportEmployeeAiGoalsReply.Status400(List.of(notActivated(vendor)));
        }
        EmployeeAiGoalsRequest request = call.body();
        Positions meant = withGoals.and(Positions.all(request.filters(), this::filter));
        Optional<ExportPage<StoredEmployee>> page =
                ExportPage.of(employees, request.startingAfter(), meant, request.limit());
        if (page.isEmpty()) {
            return new ExportEmployeeAiGoalsReply.Status400(
                    ErrorBody.unknownCursor(request.startingAfter(), "an Employee", ApiError::new));
        }
        List<List<AiGoal>> goalsOfEach = Views.all(
                page.get().entities(),
                vendor,
                employee -> employee.newestFirst(vendor, goal -> inVocabulary(vendor, goal)));
        List<AiGoal> records = goalsOfEach.stream()
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

    private Positions filter(EmployeeFilter filter) {
        if (filter instanceof IsActiveFilter isActive) {
            return isActive.isActive() ? active : active.not();
        }
        var lastUpdated = (LastUpdatedFilter) filter;
        return updated.where(lastUpdated.operator().wire(), lastUpdated.value());
    }

    private boolean isActivated(ExternalVendor vendor) {
        return tenant.activatedVendors() == null || tenant.activatedVendors().contains(vendor);
    }

    private static ApiError notActivated(ExternalVendor vendor) {
        return new ApiError(
                "400 Bad Request",
                "query \"external_vendor\" must be a vendor that is activated on the tenant, was \"" + vendor.wire()
                        + "\". Use one of activated_vendors in fixtures/techwolf/ai-goals/tenant.json, or add it there.");
    }

    private @Nullable Map<String, String> skillIds(ExternalVendor vendor) {
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
    private AiGoal inVocabulary(ExternalVendor vendor, AiGoal goal) {
        Map<String, String> ids = skillIds(vendor);
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
