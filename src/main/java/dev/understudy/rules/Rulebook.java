package dev.understudy.rules;

import dev.understudy.api.Call;
import dev.understudy.api.Preference;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What rules are read by, and those that hold in every session. Rules that were made by another book are read again.
 *
 * @param shared in the order in which they are tried
 * @param clock what time it is for sessions that have no other
 */
public record Rulebook(RuleReader reader, List<Rule> shared, Clock clock, Set<String> operations) {
    /** Without contracts, and so without rules. */
    public static final Rulebook NONE = new Rulebook(RuleReader.NONE, List.of(), Clock.systemUTC());

    public Rulebook(RuleReader reader, List<Rule> shared, Clock clock) {
        this(reader, shared, clock, names(shared));
    }

    public Rulebook {
        shared = List.copyOf(shared);
        operations = Set.copyOf(operations);
    }

    /** Whether there is a rule for calls of an operation, and the call does not say itself what it wants. */
    public boolean concerns(SessionRules own, String api, Call call) {
        boolean any = !own.isEmpty() || !operations.isEmpty();
        return any
                && !isChosen(call.preference())
                && (operations.contains(name(api, call.operationId())) || own.concern(api, call.operationId()));
    }

    private static boolean isChosen(Preference preference) {
        return preference.code() != null || preference.example() != null;
    }

    private static Set<String> names(List<Rule> rules) {
        var names = new HashSet<String>();
        rules.forEach(rule -> names.add(name(rule.call().api(), rule.call().operation())));
        return names;
    }

    private static String name(String api, String operation) {
        return api + " " + operation;
    }
}
