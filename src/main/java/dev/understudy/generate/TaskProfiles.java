package dev.understudy.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** TechWolf's Employees with the tasks that they do: some of those of a job, with hours and events of their own. */
final class TaskProfiles implements Records {
    private static final List<String> EVENT_TYPES = List.of("project", "project", "ticket", "learning");

    private final long seed;
    private final Vocabulary vocabulary;
    private final Staff staff;

    TaskProfiles(long seed, Vocabulary vocabulary, Staff staff) {
        this.seed = seed;
        this.vocabulary = vocabulary;
        this.staff = staff;
    }

    @Override
    public JsonNode record(int index) {
        Staff.Employee employee = staff.employee(index);
        var chance = new SeededRandom(seed, "task profile", index);
        ObjectNode record = NODES.objectNode()
                .put("external_id", employee.externalId())
                .put("is_active", employee.active())
                .put("last_updated", Moments.text(employee.lastUpdated()));
        ArrayNode tasks = record.putArray("tasks");
        JsonNode known = staff.calling(index, vocabulary.jobs, chance).path("tasks");
        int count = chance.percent(5) ? 0 : Math.min(known.size(), 1 + chance.below(3));
        int first = chance.below(known.size());
        for (int i = 0; i < count; i++) {
            tasks.add(task(known.get((first + i) % known.size()), index, chance));
        }
        return record;
    }

    private ObjectNode task(JsonNode known, int employee, SeededRandom chance) {
        ObjectNode task = TaskCopy.of(known, chance);
        if (chance.percent(40)) {
            task.putArray("source_events")
                    .addObject()
                    .put("external_id", staff.event(employee, chance))
                    .put("event_type", chance.pick(EVENT_TYPES));
        }
        return TaskCopy.placed(known, task);
    }
}
