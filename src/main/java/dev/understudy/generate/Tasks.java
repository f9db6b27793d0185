package dev.understudy.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Quant's tasks: the built-in projects again and again, each round with ids and times of its own. A task only ever
 * waits for tasks before it, so that no circle can close, wherever the last round is cut off.
 */
final class Tasks implements Records {
    private static final long WEEK = 7 * 24 * 3_600_000L;

    private final long seed;
    private final Vocabulary vocabulary;
    private final Map<String, Integer> places = new HashMap<>();

    Tasks(long seed, Vocabulary vocabulary) {
        this.seed = seed;
        this.vocabulary = vocabulary;
        for (JsonNode task : vocabulary.tasks) {
            places.put(task.path("taskId").asText(), places.size());
        }
    }

    @Override
    public JsonNode record(int index) {
        int count = vocabulary.tasks.size();
        int round = index / count;
        int place = index % count;
        ObjectNode task = vocabulary.tasks.get(place).deepCopy();
        task.put("taskId", id(index));
        task.set("dependsOn", earlier(task.path("dependsOn"), round, place));
        if (task.path("blockedByTaskIds").isArray()) {
            task.set("blockedByTaskIds", earlier(task.path("blockedByTaskIds"), round, place));
        }
        if (task.path("taskListId").isTextual() && round > 0) {
            task.put("taskListId", task.path("taskListId").textValue() + "-" + round);
        }
        long later = later(round);
        task.put("createdAt", task.path("createdAt").longValue() + later);
        task.put("updatedAt", task.path("updatedAt").longValue() + later);
        return task;
    }

    private ArrayNode earlier(JsonNode ids, int round, int place) {
        ArrayNode renamed = NODES.arrayNode();
        for (JsonNode id : ids) {
            int other = places.getOrDefault(id.asText(), place);
            if (other < place) {
                renamed.add(id(round * vocabulary.tasks.size() + other));
            }
        }
        return renamed;
    }

    private String id(int index) {
        return new SeededRandom(seed, "task", index).uuid();
    }

    /** Rounds begin at any time of the same year: many projects run beside each other. */
    private long later(int round) {
        return new SeededRandom(seed, "round", round).below(52 * WEEK);
    }
}
