package dev.understudy.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * An API as the shared tests see it.
 *
 * @param name of its contract
 * @param words values of parameters and properties that the contract describes by a pattern or leaves to the fixtures
 * @param isError whether a body is this API's error body
 */
record Subject(String name, List<Paged> lists, Map<String, List<String>> words, Predicate<JsonNode> isError) {
    private static final List<String> EMPLOYEES = List.of("a3903505-eb84-42dc-a79f-5e7b1fe897b7", "id_4", "id_12");
    private static final List<String> MOMENTS =
            List.of("2026-01-01", "2026-03-03T09:41:55.12Z", "2025-06-30T23:59:59+02:00");

    static final Subject TASK_PROFILES = new Subject(
            "techwolf/task-profiles",
            List.of(
                    Paged.byCursor("/export/employees/task_profiles", 128),
                    Paged.byCursor("/job_architecture/export/jobs/task_profiles", 46)),
            Map.of(
                    // Both an Employee and a Job have these ids.
                    "starting_after", EMPLOYEES.subList(0, 2),
                    "job_family_ids", List.of("finance", "sales", "nobody"),
                    "value", MOMENTS),
            Subject::isTechWolfError);

    static final Subject AI_GOALS = new Subject(
            "techwolf/ai-goals",
            List.of(Paged.byCursor("/export/employees/ai_goals", 96)),
            Map.of("starting_after", EMPLOYEES, "value", MOMENTS),
            Subject::isTechWolfError);

    static final Subject AI_TASKS = new Subject(
            "quant/ai-tasks",
            List.of(Paged.byLimit("/api/v3/organizations/quillhaven/ai/tasks", 52)),
            Map.of(
                    "organisation", List.of("quant", "quillhaven", "nobody", "a b"),
                    "taskListId", List.of("world-1", "support-kb", "", "50% & more"),
                    "assignedAgentId", List.of("agent-1", "agent-code-reviewer", ""),
                    "dependsOn", List.of("550e8400-e29b-41d4-a716-446655440000")),
            body -> keys(body).equals(List.of("error", "message")));

    static final Subject WORK_TASKS = new Subject(
            "exante/work-tasks",
            List.of(Paged.byNumber("/api/work-tasks", 162)),
            Map.of(
                    "organization_uid", List.of("8a27c94e-1d3f-4b60-a5e8-c29b04d7f116"),
                    "sort",
                            List.of(
                                    "title",
                                    "-title",
                                    "+due_date",
                                    "-priority",
                                    " status",
                                    "assign_to",
                                    "-created_at")),
            body -> keys(body).equals(List.of("error", "details")));

    private static boolean isTechWolfError(JsonNode body) {
        return body.isArray()
                && !body.isEmpty()
                && Wire.list(body).stream().allMatch(error -> keys(error).equals(List.of("title", "description")));
    }

    private static List<String> keys(JsonNode object) {
        var keys = new ArrayList<String>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
