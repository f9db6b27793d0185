package dev.understudy.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** TechWolf's Jobs: most tasks of one that is built in, with other hours. */
final class Jobs implements Records {
    private final long seed;
    private final Vocabulary vocabulary;
    private final Staff staff;

    Jobs(long seed, Vocabulary vocabulary, Staff staff) {
        this.seed = seed;
        this.vocabulary = vocabulary;
        this.staff = staff;
    }

    @Override
    public JsonNode record(int index) {
        var chance = new SeededRandom(seed, "job profile", index);
        JsonNode known = vocabulary.jobs.get(index % vocabulary.jobs.size());
        ObjectNode record = NODES.objectNode().put("external_id", staff.job(index));
        if (known.has("job_family_id")) {
            record.set("job_family_id", known.get("job_family_id"));
        }
        record.put("last_updated", Moments.text(Moments.any(chance)));
        ArrayNode tasks = record.putArray("tasks");
        for (JsonNode task : known.path("tasks")) {
            if (chance.percent(80)) {
                tasks.add(task(task, index, chance));
            }
        }
        return record;
    }

    private ObjectNode task(JsonNode known, int job, SeededRandom chance) {
        ObjectNode task = TaskCopy.of(known, chance);
        if (chance.percent(50)) {
            task.putArray("source_data").addObject().put("external_id", staff.job(job));
        }
        return TaskCopy.placed(known, task);
    }
}
