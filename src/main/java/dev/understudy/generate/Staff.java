package dev.understudy.generate;

import java.time.Instant;
import java.util.List;

/** The Employees of the company, and the Jobs that they have: every collection tells the same of them. */
final class Staff {
    /** So many Employees, one after the other, work on the same things. */
    private static final int TEAM = 20;

    private final long seed;
    private final Sizes sizes;

    Staff(long seed, Sizes sizes) {
        this.seed = seed;
        this.sizes = sizes;
    }

    /** What is the same of an Employee wherever there is talk of one. */
    record Employee(String externalId, boolean active, Instant lastUpdated) {}

    Employee employee(int index) {
        var chance = new SeededRandom(seed, "employee", index);
        return new Employee(chance.uuid(), chance.percent(92), Moments.any(chance));
    }

    /** The id of a Job. */
    String job(int index) {
        return new SeededRandom(seed, "job", index).uuid();
    }

    /** The id of any Job; of none that exists if there are none. */
    String anyJob(SeededRandom chance) {
        return job(chance.below(Math.max(1, sizes.jobs())));
    }

    /** The id of an event in the life of the team that this Employee is in. */
    String event(int employee, SeededRandom chance) {
        int event = chance.below(4);
        return new SeededRandom(seed, "event", 4L * (employee / TEAM) + event).uuid();
    }

    /** An Employee does what one of these jobs asks for; a team has few kinds of them. */
    <T> T calling(int employee, List<T> callings, SeededRandom chance) {
        int team = new SeededRandom(seed, "team", employee / TEAM).below(callings.size());
        return callings.get((team + chance.below(3)) % callings.size());
    }
}
