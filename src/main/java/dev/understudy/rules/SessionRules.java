package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Call;
import dev.understudy.api.Violation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of a session, newest first, and the usage of these and of the shared rules in the session. */
public final class SessionRules {
    /** The maximum number of rules of a session. */
    public static final int MOST = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(SessionRules.class);

    private final String session;
    private volatile Tried tried = new Tried(null, List.of(), List.of());
    private volatile long weight;
    private long made;

    /** @param on whether the rule is enabled */
    private record Held(Rule rule, RuleUsage use, boolean on) {
        boolean is(String id) {
            return rule.id().equals(id);
        }

        RuleState state(boolean shared) {
            long used = use.used();
            return new RuleState(
                    rule, shared, on, use.matched(), used, rule.left(used).orElse(null));
        }
    }

    /**
     * The rules in the order in which they are tried: the session's own, then the shared ones.
     *
     * @param book the rulebook that they were read with; null if there was none yet
     */
    private record Tried(@Nullable Rulebook book, List<Held> own, List<Held> shared) {
        Stream<Held> all() {
            return Stream.concat(own.stream(), shared.stream());
        }

        boolean has(String id) {
            return all().anyMatch(held -> held.is(id));
        }

        Tried with(List<Held> others) {
            return new Tried(book, List.copyOf(others), shared);
        }
    }

    /** The result of adding a rule. */
    public sealed interface Given {
        /** The rule was added. */
        record Taken(RuleState rule) implements Given {}

        /** The rule is invalid. */
        record Wrong(List<Violation> faults) implements Given {}

        /**
         * The id is already in use.
         *
         * @param shared whether a shared rule has it
         */
        record Known(String id, boolean shared) implements Given {}

        /** There is no room for another rule. */
        record Full() implements Given {}
    }

    /** No rules yet. */
    public SessionRules(String session) {
        this.session = session;
    }

    /** Whether the session has no rules of its own. */
    public boolean isEmpty() {
        return tried.own.isEmpty();
    }

    /** The approximate total size of the session's rules in characters. */
    public long weight() {
        return weight;
    }

    boolean concern(String api, String operation) {
        for (Held held : tried.own) {
            if (held.rule.call().isOf(api, operation)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The decision of the first rule that applies to a call; empty if none does.
     *
     * @param clock the session's clock; null for the server's
     * @param seed the session's seed; null to derive it from its key
     */
    public Optional<RuleDecision> decide(
            Rulebook book, String api, Call call, @Nullable Clock clock, @Nullable Long seed) {
        Tried rules = tried(book);
        Instant now = (clock == null ? book.clock() : clock).instant();
        long draws = seed == null ? session.hashCode() : seed;
        return decide(rules.own, api, call, now, draws).or(() -> decide(rules.shared, api, call, now, draws));
    }

    private static Optional<RuleDecision> decide(List<Held> rules, String api, Call call, Instant now, long seed) {
        for (Held held : rules) {
            Rule rule = held.rule;
            if (held.on
                    && rule.call().isOf(api, call.operationId())
                    && !held.use.isUp(rule)
                    && rule.call().matches(call)) {
                Optional<RuleDecision> decision = held.use.take(rule, now, seed);
                if (decision.isPresent()) {
                    return decision;
                }
            }
        }
        return Optional.empty();
    }

    /** All rules, in the order in which they are tried. */
    public List<RuleState> all(Rulebook book) {
        Tried rules = tried(book);
        return Stream.concat(
                        rules.own.stream().map(held -> held.state(false)),
                        rules.shared.stream().map(held -> held.state(true)))
                .toList();
    }

    private Tried tried(Rulebook book) {
        Tried known = tried;
        return known.book == book ? known : readAgain(book);
    }

    /** Reads the rules again if contracts or files have changed since. */
    private synchronized Tried readAgain(Rulebook book) {
        if (tried.book != book) {
            var own = new ArrayList<Held>();
            for (Held held : tried.own) {
                again(held, book).ifPresent(own::add);
            }
            List<Held> shared = book.shared().stream()
                    .map(rule -> tried.shared.stream()
                            .filter(before ->
                                    before.is(rule.id()) && before.rule.source().equals(rule.source()))
                            .findFirst()
                            .map(before -> new Held(rule, before.use, before.on))
                            .orElseGet(() -> new Held(rule, new RuleUsage(), true)))
                    .toList();
            tried = new Tried(book, List.copyOf(own), shared);
        }
        return tried;
    }

    private Optional<Held> again(Held held, Rulebook book) {
        RuleReader.Reading reading = book.reader().read(held.rule.source(), "", held.rule.id());
        if (reading instanceof RuleReader.Reading.Wrong wrong) {
            String why = wrong.faults().get(0).plainly();
            LOG.warn(
                    "The rule {} of session {} is ended, since its contract was changed: {}",
                    held.rule.id(),
                    session,
                    why);
            return Optional.empty();
        }
        return Optional.of(new Held(((RuleReader.Reading.Right) reading).rule(), held.use, held.on));
    }

    /**
     * Adds a rule, which is tried before all others.
     *
     * @param room the maximum size of the rule in characters
     */
    public synchronized Given add(Rulebook book, JsonNode value, long room) {
        Tried before = tried(book);
        long length = value.toString().length();
        String known = value.path("id").asText("");
        String id = known;
        long next = made;
        if (id.isEmpty()) {
            do {
                id = "r" + ++next;
            } while (before.has(id));
        } else if (before.has(id)) {
            return new Given.Known(id, before.shared.stream().anyMatch(held -> held.is(known)));
        }
        if (before.own.size() >= MOST || length > room) {
            return new Given.Full();
        }
        RuleReader.Reading reading = book.reader().read(value, "", id);
        if (reading instanceof RuleReader.Reading.Wrong wrong) {
            return new Given.Wrong(wrong.faults());
        }
        var held = new Held(((RuleReader.Reading.Right) reading).rule(), new RuleUsage(), true);
        tried = before.with(Stream.concat(Stream.of(held), before.own.stream()).toList());
        weight += length;
        made = next;
        return new Given.Taken(held.state(false));
    }

    /**
     * Enables or disables one of the session's own or shared rules; its counts are kept. Returns false if no rule has
     * this id.
     */
    public synchronized boolean enable(Rulebook book, String id, boolean on) {
        Tried before = tried(book);
        tried = new Tried(book, switched(before.own, id, on), switched(before.shared, id, on));
        return before.has(id);
    }

    private static List<Held> switched(List<Held> rules, String id, boolean on) {
        return rules.stream()
                .map(held -> held.is(id) ? new Held(held.rule, held.use, on) : held)
                .toList();
    }

    /** Removes one of the session's own rules; returns false if none has this id. */
    public synchronized boolean remove(String id) {
        Tried before = tried;
        List<Held> left = before.own.stream().filter(held -> !held.is(id)).toList();
        tried = before.with(left);
        weight = left.stream()
                .mapToLong(held -> held.rule.source().toString().length())
                .sum();
        return left.size() < before.own.size();
    }

    /** Removes all of the session's own rules. */
    public synchronized void clear() {
        tried = tried.with(List.of());
        weight = 0;
    }

    /** Removes all of the session's own rules, and resets the usage of the shared ones. */
    public synchronized void begin() {
        tried = new Tried(null, List.of(), List.of());
        weight = 0;
        made = 0;
    }
}
