import exante.api.WorkTasksApi;
import goals.api.AiGoalsApi;
import goals.model.AiGoal;
import goals.model.EmployeeAiGoalsRequest;
import goals.model.GoalVersions;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import profiles.api.TaskProfilesApi;
import profiles.model.AiImpactLevel;
import profiles.model.EmployeeFilter;
import profiles.model.EmployeeTaskInclude;
import profiles.model.EmployeeTaskProfilesRequest;
import profiles.model.JobFilter;
import profiles.model.JobTaskProfilesRequest;
import profiles.model.ResponseFormat;
import quant.api.AiTasksApi;
import quant.model.TaskStatus;

/** openapi-generator's java with the library native, of the flat form of the contracts, which says what to call. */
public final class JavaNative {
    private static final UUID PARENT = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");

    public static void main(String[] arguments) {
        var taskProfiles = new TaskProfilesApi(profiles());
        var aiGoals = new AiGoalsApi(goals());
        var aiTasks = new AiTasksApi(quant());
        var workTasks = new WorkTasksApi(exante("demo"));

        check("employees with a filter", () -> {
            var filter = new EmployeeFilter()
                    .filter(EmployeeFilter.FilterEnum.IS_ACTIVE)
                    .isActive(true);
            var request = new EmployeeTaskProfilesRequest()
                    .limit(2)
                    .addIncludeItem(EmployeeTaskInclude.AI_IMPACT)
                    .addFiltersItem(filter);
            var page = taskProfiles.exportEmployeeTaskProfiles(request, null, null);
            same(page.getHasNext(), true);
            var task = page.getRecords().get(0).getTasks().get(0);
            same(task.getAiImpact().getLevel(), AiImpactLevel.H1);
        });
        check("jobs as a hierarchy", () -> {
            var filter = new JobFilter()
                    .filter(JobFilter.FilterEnum.JOB_FAMILY_ID_IS_IN_LIST)
                    .jobFamilyIds(List.of("data-and-ai"));
            var request = new JobTaskProfilesRequest().limit(1).addFiltersItem(filter);
            var page = taskProfiles.exportJobTaskProfiles(request, ResponseFormat.HIERARCHY, null);
            same(page.getRecords().get(0).getHierarchy().get(0).getDomain(), "Data and AI");
        });
        check("every version of the goals", () -> {
            var request = new EmployeeAiGoalsRequest().limit(1);
            var page = aiGoals.exportEmployeeAiGoals(request, null, GoalVersions.ALL);
            same(page.getRecords().stream().map(AiGoal::getVersion).toList(), List.of(2, 1));
        });
        check("tasks in three shapes", () -> {
            var pending = TaskStatus.PENDING;
            var tasks = aiTasks.listTasks("quant", null, pending, null, 3, null, null);
            same(List.of(tasks.getTasks().size(), tasks.getTaskIds().size()), List.of(3, 0));
            var ids = aiTasks.listTasks("quant", null, pending, null, null, PARENT, null);
            same(List.of(ids.getTasks().size(), ids.getTaskIds().size()), List.of(0, 2));
            var both = aiTasks.listTasks("quant", null, pending, null, null, PARENT, true);
            same(both.getTasks().get(1).getTaskId(), both.getTaskIds().get(1));
        });
        check("work tasks filtered and sorted", () -> {
            var march = LocalDate.parse("2026-03-01");
            var page = workTasks.listWorkTasks(
                    null, null, null, "urgent,high", null, march, null, "-created_at", null, 3);
            same(page.getData().getItems().size(), 3);
            same(page.getData().getItems().stream().allMatch(task -> !task.getDueDate().isBefore(march)), true);
        });
        check("a 400 says what is wrong", () -> {
            try {
                taskProfiles.exportEmployeeTaskProfiles(
                        new EmployeeTaskProfilesRequest().limit(500), null, null);
                throw new AssertionError("was accepted");
            } catch (profiles.ApiException e) {
                same(e.getCode(), 400);
                same(e.getResponseBody().contains("body /limit must be at most 100, was 500"), true);
            }
        });
        check("a 401 without a token", () -> {
            try {
                new WorkTasksApi(exante(""))
                        .listWorkTasks(null, null, null, null, null, null, null, null, null, null);
                throw new AssertionError("was accepted");
            } catch (exante.ApiException e) {
                same(e.getCode(), 401);
            }
        });
    }

    private static profiles.ApiClient profiles() {
        var client = new profiles.ApiClient();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer demo"));
        return client;
    }

    private static goals.ApiClient goals() {
        var client = new goals.ApiClient();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer demo"));
        return client;
    }

    private static quant.ApiClient quant() {
        var client = new quant.ApiClient();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer demo"));
        return client;
    }

    private static exante.ApiClient exante(String token) {
        var client = new exante.ApiClient();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        return client;
    }

    private interface Body {
        void run() throws Exception;
    }

    private static void check(String what, Body body) {
        try {
            body.run();
            System.out.println("passed: java native: " + what);
        } catch (Exception | AssertionError e) {
            System.out.println("FAILED: java native: " + what + ": " + e);
        }
    }

    private static void same(Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError("was " + actual + ", expected " + expected);
        }
    }
}
