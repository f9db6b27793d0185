package dev.understudy.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** TechWolf's Employees with the versions of their goal: what a built-in one wants, at other times. */
final class AiGoals implements Records {
    private final long seed;
    private final Vocabulary vocabulary;
    private final Staff staff;

    AiGoals(long seed, Vocabulary vocabulary, Staff staff) {
        this.seed = seed;
        this.vocabulary = vocabulary;
        this.staff = staff;
    }

    @Override
    public JsonNode record(int index) {
        Staff.Employee employee = staff.employee(index);
        var chance = new SeededRandom(seed, "goals", index);
        ObjectNode record = NODES.objectNode()
                .put("external_id", employee.externalId())
                .put("is_active", employee.active())
                .put("last_updated", Moments.text(employee.lastUpdated()));
        ArrayNode goals = record.putArray("goals");
        JsonNode known = chance.pick(vocabulary.learners).path("goals");
        int versions = Math.min(known.size(), versions(chance));
        Instant created = Moments.FIRST;
        for (int i = 0; i < versions; i++) {
            created = Moments.later(created, employee.lastUpdated(), chance);
            // Most goals are never touched again.
            Instant updated = chance.percent(75) ? created : Moments.later(created, employee.lastUpdated(), chance);
            goals.add(goal(known.get(i), created, updated, chance));
        }
        return record;
    }

    private static int versions(SeededRandom chance) {
        int share = chance.below(100);
        return share < 45 ? 0 : share < 85 ? 1 : 2;
    }

    private ObjectNode goal(JsonNode known, Instant created, Instant updated, SeededRandom chance) {
        ObjectNode goal = known.deepCopy();
        if (known.path("job_id").isTextual()) {
            goal.put("job_id", staff.anyJob(chance));
        }
        goal.put("created_on", Moments.text(created));
        goal.put("last_updated", Moments.text(updated));
        return goal;
    }
}
