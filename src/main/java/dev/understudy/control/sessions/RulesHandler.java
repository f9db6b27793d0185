package dev.understudy.control.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.api.ProblemReply;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.fixture.State;
import dev.understudy.rules.RuleState;
import dev.understudy.rules.Rulebook;
import dev.understudy.rules.SessionRules;
import dev.understudy.session.Session;
import dev.understudy.session.Sessions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows, adds and removes the rules of sessions. */
public final class RulesHandler implements RulesApi, ControlHandler {
    /** In characters, for the rules of all sessions together. */
    private static final long ROOM = 64 << 20;

    private final Sessions sessions;
    private final Supplier<Rulebook> book;

    /** @param book supplies the rulebook that rules are read with */
    public RulesHandler(Sessions sessions, Supplier<Rulebook> book) {
        this.sessions = sessions;
        this.book = book;
    }

    @Override
    public Reply refuse(Refusal refusal) {
        boolean rule = refusal.violations().stream().allMatch(violation -> violation.place() == Place.BODY);
        return rule && refusal.status() == 400
                ? new ProblemReply(400, problem(refusal.violations()))
                : ControlHandler.super.refuse(refusal);
    }

    @Override
    public ListRulesReply listRules(ListRulesCall call, State state) {
        return sessions.find(call.key())
                .<ListRulesReply>map(session -> new ListRulesReply.Status200(new RuleList(all(session).stream()
                        .filter(rule -> !call.unused() || rule.used() == 0)
                        .map(RulesHandler::shown)
                        .toList())))
                .orElseGet(() -> new ListRulesReply.Status404(missing(call.key())));
    }

    @Override
    public AddRuleReply addRule(AddRuleCall call, State state) {
        JsonNode rule = Json.mapper().valueToTree(call.body());
        if (sessions.find(call.key()).isEmpty()) {
            // A rule that is refused must not create a session.
            SessionRules.Given tried = new SessionRules(call.key()).add(book.get(), rule, room());
            if (!(tried instanceof SessionRules.Given.Taken)) {
                return reply(tried, call.key());
            }
        }
        Sessions.Room room = sessions.enter(call.key());
        if (room instanceof Sessions.Room.Full full) {
            return new AddRuleReply.Status503(Problems.full(full), (int) full.retryAfter());
        }
        Session session = ((Sessions.Room.In) room).session();
        return reply(session.rules().add(book.get(), rule, room()), call.key());
    }

    private static AddRuleReply reply(SessionRules.Given given, String key) {
        if (given instanceof SessionRules.Given.Taken taken) {
            String id = taken.rule().rule().id();
            return new AddRuleReply.Status201(shown(taken.rule()), "/-/sessions/" + key + "/rules/" + id);
        } else if (given instanceof SessionRules.Given.Wrong wrong) {
            return new AddRuleReply.Status400(problem(wrong.faults()));
        } else if (given instanceof SessionRules.Given.Known known) {
            return new AddRuleReply.Status409(Problems.of(
                    409,
                    "Conflict",
                    known.shared()
                            ? "The rule " + known.id() + " is one of a file and holds in every session: give another"
                                    + " id, or leave it out"
                            : "There is a rule " + known.id() + " of session " + key + ": delete it first, or leave"
                                    + " the id out"));
        }
        return new AddRuleReply.Status409(Problems.of(
                409,
                "Conflict",
                "There is no room for another rule: a session may have " + SessionRules.MOST + ", and those of all"
                        + " sessions together " + (ROOM >> 20) + " MiB; delete some (DELETE /-/sessions/KEY/rules)"));
    }

    private long room() {
        return ROOM
                - sessions.all().stream()
                        .mapToLong(session -> session.rules().weight())
                        .sum();
    }

    @Override
    public DeleteRulesReply deleteRules(DeleteRulesCall call, State state) {
        Optional<Session> session = sessions.find(call.key());
        session.ifPresent(known -> known.rules().clear());
        return session.isPresent()
                ? new DeleteRulesReply.Status204()
                : new DeleteRulesReply.Status404(missing(call.key()));
    }

    @Override
    public GetRuleReply getRule(GetRuleCall call, State state) {
        Optional<Session> session = sessions.find(call.key());
        if (session.isEmpty()) {
            return new GetRuleReply.Status404(missing(call.key()));
        }
        return find(session.get(), call.id())
                .<GetRuleReply>map(rule -> new GetRuleReply.Status200(shown(rule)))
                .orElseGet(() -> new GetRuleReply.Status404(missing(session.get(), call.id())));
    }

    @Override
    public SwitchRuleReply switchRule(SwitchRuleCall call, State state) {
        Optional<Session> session = sessions.find(call.key());
        if (session.isEmpty()) {
            return new SwitchRuleReply.Status404(missing(call.key()));
        }
        session.get().rules().enable(book.get(), call.id(), call.body().enabled());
        return find(session.get(), call.id())
                .<SwitchRuleReply>map(rule -> new SwitchRuleReply.Status200(shown(rule)))
                .orElseGet(() -> new SwitchRuleReply.Status404(missing(session.get(), call.id())));
    }

    @Override
    public DeleteRuleReply deleteRule(DeleteRuleCall call, State state) {
        Optional<Session> session = sessions.find(call.key());
        if (session.isEmpty()) {
            return new DeleteRuleReply.Status404(missing(call.key()));
        } else if (session.get().rules().remove(call.id())) {
            return new DeleteRuleReply.Status204();
        }
        return find(session.get(), call.id())
                .<DeleteRuleReply>map(rule -> new DeleteRuleReply.Status409(Problems.of(
                        409,
                        "Conflict",
                        "The rule " + call.id() + " is one of a file and holds in every session: take it out of the"
                                + " file, or make a newer rule for the same calls")))
                .orElseGet(() -> new DeleteRuleReply.Status404(missing(session.get(), call.id())));
    }

    private List<RuleState> all(Session session) {
        return session.rules().all(book.get());
    }

    private Optional<RuleState> find(Session session, String id) {
        return all(session).stream().filter(rule -> rule.rule().id().equals(id)).findFirst();
    }

    private Problem missing(String key) {
        return Problems.noSession(sessions, key);
    }

    private Problem missing(Session session, String id) {
        List<String> ids = all(session).stream().map(rule -> rule.rule().id()).toList();
        return Problems.missing("rule", id, "session " + session.key(), ids);
    }

    private static RuleStatus shown(RuleState state) {
        return new RuleStatus(
                state.rule().id(),
                state.shared(),
                state.enabled(),
                state.matched(),
                state.used(),
                state.left(),
                state.rule().source());
    }

    private static RuleProblem problem(List<Violation> faults) {
        List<RuleFault> all = faults.stream()
                .map(fault -> new RuleFault(fault.pointer(), fault.plainly(), remedy(fault)))
                .toList();
        String detail = all.stream()
                .map(fault -> (fault.pointer() + " " + fault.message()).strip()
                        + (fault.remedy() == null ? "" : " (" + fault.remedy() + ")"))
                .collect(Collectors.joining("; "));
        return new RuleProblem("about:blank", "Bad Request", 400, "The rule is not made: " + detail, all);
    }

    private static @Nullable String remedy(Violation fault) {
        String meant = fault.suggestion();
        return meant == null ? fault.help().note() : Spelling.question(meant);
    }
}
