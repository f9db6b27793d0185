package dev.understudy.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Exante's work tasks: what a built-in one asks for, of other people, in order of creation. */
final class WorkTasks implements Records {
    private final long seed;
    private final Vocabulary vocabulary;
    private final Organizations organizations;
    private final People people;
    private final int count;

    WorkTasks(long seed, Vocabulary vocabulary, Organizations organizations, int count) {
        this.seed = seed;
        this.vocabulary = vocabulary;
        this.organizations = organizations;
        this.people = new People(seed, vocabulary);
        this.count = count;
    }

    @Override
    public JsonNode record(int index) {
        var chance = new SeededRandom(seed, "work task", index);
        JsonNode known = chance.pick(vocabulary.workTasks);
        String uid = chance.uuid();
        Instant created = Moments.inTurn(index, count, chance).truncatedTo(ChronoUnit.SECONDS);
        ObjectNode task = known.deepCopy();
        task.put("uid", uid);
        task.put("organization_uid", organizations.any(chance));
        task.put("title", title(known.path("title").textValue(), index, chance));
        if (known.path("due_date").isTextual()) {
            task.put(
                    "due_date",
                    created.atZone(ZoneOffset.UTC)
                            .toLocalDate()
                            .plusDays(chance.below(40))
                            .toString());
        }
        task.put("created_at", created.toString());
        rename(task.path("assign_to"), "full_name", chance);
        rename(task.path("origin"), "user_name", chance);
        return task;
    }

    /** Half of the titles carry the number of a case, which tells them apart. */
    private static String title(String known, int index, SeededRandom chance) {
        return chance.percent(50) ? known : known + ", case " + (10_000 + index);
    }

    /** Agents stay who they are: a company has few. */
    private void rename(JsonNode actor, String name, SeededRandom chance) {
        if (actor instanceof ObjectNode user && user.has("user_uid")) {
            People.Person person = people.any(chance);
            user.put("user_uid", person.uid()).put(name, person.fullName());
            if (user.path("avatar_url").isTextual()) {
                user.put("avatar_url", person.avatarUrl());
            }
        }
    }
}
