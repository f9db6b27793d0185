package dev.understudy.rules;

import dev.understudy.api.Call;
import dev.understudy.api.Preference;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The reader of rules, and the rules that apply in every session. A session's rules are read again when the rulebook
 * changes.
 *
 * @param shared the rules for every session, in the order in which they are tried
 * @param clock the clock for sessions without one of their own
 */
public record Rulebook(RuleReader reader, List<Rule> shared, Clock clock, Set<String> operations) {
    /** Has no contracts, and so no rules. */
    public static final Rulebook NONE = new Rulebook(RuleReader.NONE, List.of(), Clock.systemUTC());

    public Rulebook(RuleReader reader, List<Rule> shared, Clock clock) {
        this(reader, shared, clock, names(shared));
    }

    public Rulebook {
        shared = List.copyOf(shared);
        operations = Set.copyOf(operations);
    }

    /**
     * Whether rules may apply to this call: there are some for its operation, and the call states no preference itself.
     */
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
