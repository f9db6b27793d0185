package dev.understudy.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/** A task that is known to the company, as one Employee or Job has it. */
final class TaskCopy {
    private TaskCopy() {}

    /** The task but for its place in the hierarchy, which comes last. */
    static ObjectNode of(JsonNode known, SeededRandom chance) {
        ObjectNode task = Records.NODES
                .objectNode()
                .put("task_id", known.path("task_id").textValue())
                .put("task", known.path("task").textValue())
                .put("validation_state", state(chance));
        if (chance.percent(70)) {
            task.put("weekly_hours", BigDecimal.valueOf(5L * (1 + chance.below(20)), 1));
        }
        copy("ai_impact", known, task);
        return task;
    }

    static ObjectNode placed(JsonNode known, ObjectNode task) {
        copy("hierarchy", known, task);
        return task;
    }

    private static String state(SeededRandom chance) {
        int share = chance.below(100);
        return share < 55 ? "validated" : share < 93 ? "suggested" : "rejected";
    }

    private static void copy(String key, JsonNode known, ObjectNode task) {
        if (known.has(key)) {
            task.set(key, known.get(key));
        }
    }
}
