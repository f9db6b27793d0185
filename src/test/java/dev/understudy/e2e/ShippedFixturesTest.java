package dev.understudy.e2e;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fixtures that ship: a small company with enough in it to see every case, and the same in every file. */
class ShippedFixturesTest {
    private static final List<JsonNode> EMPLOYEES = Shipped.records("techwolf/task-profiles/employees");
    private static final List<JsonNode> JOBS = Shipped.records("techwolf/task-profiles/jobs");
    private static final List<JsonNode> GOALS = Shipped.records("techwolf/ai-goals/employees");
    private static final List<JsonNode> AI_TASKS = Shipped.records("quant/ai-tasks/tasks");
    private static final List<JsonNode> WORK_TASKS = Shipped.records("exante/work-tasks/work-tasks");

    // Task profiles

    @Test
    void there_are_120_employees_and_40_jobs_and_some_of_each_have_no_task_profile() {
        assertThat(EMPLOYEES).hasSizeGreaterThanOrEqualTo(120);
        assertThat(JOBS).hasSizeGreaterThanOrEqualTo(40);
        assertThat(EMPLOYEES).anyMatch(employee -> employee.path("tasks").isEmpty());
        assertThat(JOBS).anyMatch(job -> job.path("tasks").isEmpty());
    }

    @Test
    void there_are_active_and_inactive_employees_and_jobs_with_and_without_a_family() {
        assertThat(values(EMPLOYEES, "is_active")).containsExactlyInAnyOrder("true", "false");
        assertThat(JOBS).anyMatch(job -> job.has("job_family_id")).anyMatch(job -> !job.has("job_family_id"));
        assertThat(values(JOBS, "job_family_id")).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void every_level_state_and_type_of_event_is_among_the_tasks() {
        for (List<JsonNode> profiles : List.of(EMPLOYEES, JOBS)) {
            assertThat(values(parts(profiles, "ai_impact"), "level"))
                    .containsExactlyInAnyOrder("H1", "H2", "H3", "H4", "H5");
            assertThat(values(tasks(profiles), "validation_state"))
                    .containsExactlyInAnyOrder("validated", "suggested", "rejected");
        }
        assertThat(values(
                        parts(EMPLOYEES, "source_events").stream()
                                .flatMap(events -> Wire.list(events).stream())
                                .toList(),
                        "event_type"))
                .containsExactlyInAnyOrder(
                        "working_history",
                        "education_history",
                        "resume_document",
                        "learning",
                        "feedback",
                        "goal",
                        "project",
                        "ticket",
                        "certificate",
                        "skill_notes",
                        "skill_profile_feedback");
    }

    @Test
    void what_can_be_left_out_of_a_task_is_there_in_some_and_missing_in_others() {
        for (String key : List.of("weekly_hours", "ai_impact", "hierarchy", "source_events")) {
            assertBoth(tasks(EMPLOYEES), task -> task.has(key));
        }
        for (String key : List.of("weekly_hours", "ai_impact", "hierarchy", "source_data")) {
            assertBoth(tasks(JOBS), task -> task.has(key));
        }
        assertBoth(tasks(EMPLOYEES), task -> task.path("weekly_hours").isIntegralNumber());
    }

    @Test
    void a_task_has_one_name_and_one_place_wherever_it_occurs() {
        for (String key : List.of("task", "hierarchy")) {
            var known = new HashMap<String, JsonNode>();
            for (JsonNode task : Stream.concat(tasks(EMPLOYEES).stream(), tasks(JOBS).stream())
                    .toList()) {
                JsonNode before = known.putIfAbsent(task.path("task_id").asText(), task.path(key));
                assertThat(before == null || before.equals(task.path(key)))
                        .as("%s of %s", key, task.path("task_id"))
                        .isTrue();
            }
        }
    }

    // AI goals

    @Test
    void the_employees_with_goals_are_the_employees_with_task_profiles() {
        assertThat(ids(GOALS)).isEqualTo(ids(EMPLOYEES));
        for (String key : List.of("is_active", "last_updated")) {
            assertThat(byId(GOALS, key)).as(key).isEqualTo(byId(EMPLOYEES, key));
        }
    }

    @Test
    void an_employee_has_no_goal_or_up_to_five_versions_of_it() {
        assertThat(GOALS)
                .extracting(employee -> employee.path("goals").size())
                .contains(0, 1, 2, 3, 4, 5)
                .allMatch(versions -> versions <= 5);
    }

    @Test
    void for_some_the_highest_version_is_not_the_one_updated_last_nor_the_last_in_the_file() {
        assertThat(GOALS).anyMatch(employee -> {
            List<JsonNode> goals = Wire.list(employee.path("goals"));
            return !goals.isEmpty() && highest(goals, "version") != highest(goals, "last_updated");
        });
        assertThat(GOALS).anyMatch(employee -> {
            List<JsonNode> goals = Wire.list(employee.path("goals"));
            return !goals.isEmpty() && highest(goals, "version") != goals.get(goals.size() - 1);
        });
    }

    @Test
    void the_jobs_of_goals_exist_and_some_goals_have_none() {
        List<JsonNode> goals = goals();

        assertThat(ids(JOBS))
                .containsAll(values(
                        goals.stream()
                                .filter(goal -> !goal.path("job_id").isNull())
                                .toList(),
                        "job_id"));
        assertBoth(goals, goal -> goal.path("job_id").isNull());
        assertBoth(goals, goal -> goal.path("description").isNull());
    }

    @Test
    void the_tasks_of_goals_exist() {
        // Those of the documented goal, which its page names and shows nowhere else.
        Set<String> documented = Set.of("7c2f91a3-b8d4-4e56-9f12-3a8b6c4d7e90", "d5e8f2a1-6b3c-4d79-8e45-1f2a3b4c5d6e");
        var known = new HashSet<String>();
        known.addAll(values(tasks(EMPLOYEES), "task_id"));
        known.addAll(values(tasks(JOBS), "task_id"));
        Set<String> targets = values(
                goals().stream()
                        .flatMap(goal -> Wire.list(goal.path("target_tasks")).stream())
                        .toList(),
                "task_id");

        assertThat(targets).isNotEmpty().allMatch(id -> known.contains(id) || documented.contains(id));
    }

    @Test
    void the_skills_of_goals_have_names_at_the_vendors() {
        Set<String> skills = values(
                goals().stream()
                        .flatMap(goal -> Wire.list(goal.path("target_skills")).stream())
                        .toList(),
                "skill_id");
        JsonNode vendors = Shipped.file("techwolf/ai-goals/tenant").path("skill_ids");

        assertThat(skills).hasSizeGreaterThan(30);
        assertThat(vendors.path("workday").fieldNames()).toIterable().containsAnyElementsOf(skills);
        assertThat(vendors.path("sap_attribute_library").fieldNames())
                .toIterable()
                .containsAnyElementsOf(skills);
    }

    // Quant

    @Test
    void there_are_200_tasks_of_every_status_in_two_organisations_and_five_lists() {
        assertThat(AI_TASKS).hasSizeGreaterThanOrEqualTo(200);
        assertThat(values(AI_TASKS, "orgId")).containsExactlyInAnyOrder("quant", "quillhaven");
        assertThat(values(withoutNull(AI_TASKS, "taskListId"), "taskListId")).hasSizeGreaterThanOrEqualTo(5);
        for (String organisation : List.of("quant", "quillhaven")) {
            assertThat(values(
                            AI_TASKS.stream()
                                    .filter(task -> task.path("orgId").asText().equals(organisation))
                                    .toList(),
                            "status"))
                    .containsExactlyInAnyOrder("pending", "in_progress", "completed", "failed", "cancelled", "blocked");
        }
    }

    @Test
    void what_a_quant_task_can_lack_is_null_in_some() {
        for (String key : List.of("taskListId", "assignedAgentId", "blockedReason", "blockedByTaskIds")) {
            assertBoth(AI_TASKS, task -> task.path(key).isNull());
        }
        assertThat(AI_TASKS)
                .extracting(task -> task.path("progress").doubleValue())
                .contains(0.0, 0.5, 1.0)
                .allMatch(progress -> progress >= 0 && progress <= 1);
    }

    @Test
    void tasks_depend_on_others_of_their_organisation_in_chains_of_four_and_more() {
        Map<String, JsonNode> tasks =
                AI_TASKS.stream().collect(toMap(task -> task.path("taskId").textValue(), task -> task));

        assertThat(AI_TASKS).allSatisfy(task -> task.path("dependsOn").forEach(id -> assertThat(
                        requireNonNull(tasks.get(id.textValue())).path("orgId"))
                .isEqualTo(task.path("orgId"))));
        assertThat(AI_TASKS).anyMatch(task -> depth(task, tasks) >= 4);
        assertThat(AI_TASKS).anyMatch(task -> Wire.list(task.path("dependsOn")).stream()
                .anyMatch(id -> !requireNonNull(tasks.get(id.textValue()))
                        .path("taskListId")
                        .equals(task.path("taskListId"))));
    }

    @Test
    void to_be_blocked_and_to_wait_are_two_things() {
        assertThat(AI_TASKS)
                .anyMatch(task -> isBlocked(task) && task.path("dependsOn").isEmpty())
                .anyMatch(task -> !isBlocked(task) && !task.path("dependsOn").isEmpty());
    }

    // Exante

    @Test
    void there_are_250_work_tasks_in_three_organizations_one_of_which_is_not_the_callers() {
        Set<String> callers = new HashSet<>();
        Shipped.file("exante/work-tasks/caller").path("organization_uids").forEach(uid -> callers.add(uid.asText()));
        Set<String> all = values(WORK_TASKS, "organization_uid");

        assertThat(WORK_TASKS).hasSizeGreaterThanOrEqualTo(250);
        assertThat(all).hasSize(3).containsAll(callers);
        assertThat(callers).hasSize(2);
    }

    @Test
    void every_value_of_every_filter_is_among_the_work_tasks() {
        assertThat(values(WORK_TASKS, "type")).containsExactlyInAnyOrder("task", "hil_approval");
        assertThat(values(WORK_TASKS, "status"))
                .containsExactlyInAnyOrder("todo", "in_progress", "in_review", "done", "canceled");
        assertThat(values(WORK_TASKS, "priority")).containsExactlyInAnyOrder("urgent", "high", "medium", "low");
        for (String actor : List.of("assign_to", "origin")) {
            assertThat(values(
                            WORK_TASKS.stream()
                                    .map(task -> task.path(actor))
                                    .filter(JsonNode::isObject)
                                    .toList(),
                            "type"))
                    .containsExactlyInAnyOrder("user", "agent");
        }
        assertBoth(WORK_TASKS, task -> task.path("due_date").isNull());
        assertBoth(WORK_TASKS, task -> task.path("assign_to").isNull());
        assertThat(WORK_TASKS).anyMatch(task -> task.path("origin").has("trigger_type"));
    }

    @Test
    void some_work_tasks_are_due_or_were_created_at_the_same_time() {
        for (String key : List.of("due_date", "created_at")) {
            assertThat(values(WORK_TASKS, key)).as(key).hasSizeLessThan(WORK_TASKS.size());
        }
    }

    @Test
    void nothing_is_lorem_ipsum() {
        for (List<JsonNode> records : List.of(EMPLOYEES, JOBS, GOALS, AI_TASKS, WORK_TASKS)) {
            assertThat(records.toString()).doesNotContainIgnoringCase("lorem", "ipsum", "foobar", "asdf", "<string>");
        }
    }

    // Helpers

    private static List<JsonNode> tasks(List<JsonNode> profiles) {
        return profiles.stream()
                .flatMap(profile -> Wire.list(profile.path("tasks")).stream())
                .toList();
    }

    private static List<JsonNode> parts(List<JsonNode> profiles, String key) {
        return tasks(profiles).stream()
                .filter(task -> task.has(key))
                .map(task -> task.path(key))
                .toList();
    }

    private static List<JsonNode> goals() {
        return GOALS.stream()
                .flatMap(employee -> Wire.list(employee.path("goals")).stream())
                .toList();
    }

    private static List<JsonNode> withoutNull(List<JsonNode> records, String key) {
        return records.stream().filter(record -> !record.path(key).isNull()).toList();
    }

    private static Set<String> values(List<JsonNode> records, String key) {
        var values = new HashSet<String>();
        records.stream()
                .filter(record -> record.has(key))
                .forEach(record -> values.add(record.path(key).asText()));
        return values;
    }

    private static List<String> ids(List<JsonNode> records) {
        return records.stream()
                .map(record -> record.path("external_id").textValue())
                .toList();
    }

    private static Map<String, JsonNode> byId(List<JsonNode> records, String key) {
        return records.stream()
                .collect(toMap(record -> record.path("external_id").textValue(), record -> record.path(key)));
    }

    private static JsonNode highest(List<JsonNode> goals, String key) {
        return goals.stream()
                .max((one, other) -> one.path(key).isInt()
                        ? Integer.compare(
                                one.path(key).intValue(), other.path(key).intValue())
                        : one.path(key).asText().compareTo(other.path(key).asText()))
                .orElseThrow();
    }

    private static int depth(JsonNode task, Map<String, JsonNode> tasks) {
        return 1
                + Wire.list(task.path("dependsOn")).stream()
                        .mapToInt(id -> depth(requireNonNull(tasks.get(id.textValue())), tasks))
                        .max()
                        .orElse(0);
    }

    private static boolean isBlocked(JsonNode task) {
        return task.path("status").asText().equals("blocked");
    }

    private static void assertBoth(List<JsonNode> records, Predicate<JsonNode> predicate) {
        assertThat(records).anyMatch(predicate).anyMatch(predicate.negate());
    }
}
