package dev.understudy.generate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What the built-in fixtures speak of; generated records say the same things of other people. */
final class Vocabulary {
    /** Jobs that have tasks. */
    final List<JsonNode> jobs =
            records("techwolf/task-profiles/jobs", job -> !job.path("tasks").isEmpty());

    /** Employees that have goals. */
    final List<JsonNode> learners = records(
            "techwolf/ai-goals/employees", employee -> !employee.path("goals").isEmpty());

    final List<JsonNode> tasks = records("quant/ai-tasks/tasks", any -> true);
    final List<JsonNode> workTasks = records("exante/work-tasks/work-tasks", any -> true);
    final JsonNode tenant = read("techwolf/ai-goals/tenant");

    /** Everybody who has a work task to do. */
    final List<String> fullNames = workTasks.stream()
            .map(task -> task.path("assign_to").path("full_name").asText())
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();

    private static List<JsonNode> records(String collection, Predicate<JsonNode> wanted) {
        List<JsonNode> records = new ArrayList<>();
        read(collection).forEach(records::add);
        return records.stream().filter(wanted).toList();
    }

    private static JsonNode read(String collection) {
        String file = "/fixtures/" + collection + ".json";
        try (InputStream in = Vocabulary.class.getResourceAsStream(file)) {
            return Json.mapper().readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
