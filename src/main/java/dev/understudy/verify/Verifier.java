package dev.understudy.verify;

import dev.understudy.journal.Journal;
import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.RedactedCall;
import dev.understudy.journal.Redaction;
import dev.understudy.match.CallPattern;
import dev.understudy.session.Session;
import dev.understudy.verify.JournalCalls.Answer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tells from the journal whether a session had the calls that are expected of it. */
public final class Verifier {
    private static final int MOST_CALLS = 100;

    private final Journal journal;
    private final Session unnamed;
    private final Redaction redaction;
    private final JournalCalls recall;

    /**
     * What tells it.
     *
     * @param unnamed the session of calls that name none
     * @param redaction of the contracts that are served now
     */
    public Verifier(Journal journal, Session unnamed, Redaction redaction) {
        this.journal = journal;
        this.unnamed = unnamed;
        this.redaction = redaction;
        this.recall = new JournalCalls(redaction.contracts());
    }

    /**
     * Tells it.
     *
     * @param since calls whose ids are not larger do not count
     */
    public Verified verify(Session session, Expectation expectation, long since) {
        Journal.Window window = journal.window(session, since);
        List<JournalEntry> calls =
                window.calls().stream().filter(entry -> !entry.isOut()).toList();
        Found found = expectation instanceof Expectation.Count count
                ? counted(calls, count)
                : ordered(calls, (Expectation.Order) expectation);
        boolean met = found.met && window.lost() == 0;
        Unkeyed unkeyed = Unkeyed.since(session, unnamed, journal, redaction, expectation.patterns());
        var verified = new Verified(
                met,
                found.sentence,
                found.matched.size(),
                found.matched.stream()
                        .limit(MOST_CALLS)
                        .map(redaction::redacted)
                        .toList(),
                window.lost(),
                found.undecided,
                found.nearest,
                unkeyed);
        return met ? verified : Message.of(verified);
    }

    /**
     * The calls that nobody expects of a session.
     *
     * @param since calls whose ids are not larger do not count
     * @param limit the newest of them, at most
     */
    public Unexpected unexpected(Session session, long since, int limit) {
        Journal.Window window = journal.window(session, since);
        List<JournalEntry> found = window.calls().stream()
                .filter(entry -> entry.verdict() != RedactedCall.Verdict.KEPT && !Unkeyed.isIcon(entry))
                .sorted(Comparator.comparing(JournalEntry::id, Comparator.reverseOrder()))
                .toList();
        return Message.of(new Unexpected(
                "",
                found.size(),
                found.stream()
                        .filter(entry -> entry.verdict() == RedactedCall.Verdict.WARNED)
                        .count(),
                found.stream().limit(limit).map(redaction::redacted).toList(),
                window.lost(),
                Unkeyed.since(session, unnamed, journal, redaction, List.of())));
    }

    /** @param met as far as the calls tell that are still kept */
    private record Found(
            boolean met, String sentence, List<JournalEntry> matched, long undecided, List<NearMiss> nearest) {}

    private Found counted(List<JournalEntry> calls, Expectation.Count expected) {
        var matched = new ArrayList<JournalEntry>();
        var others = new ArrayList<JournalEntry>();
        long undecided = 0;
        for (JournalEntry entry : calls) {
            switch (recall.isMeant(entry, expected.call())) {
                case YES -> matched.add(entry);
                case NO -> others.add(entry);
                case UNKNOWN -> undecided++;
            }
        }
        boolean enough = matched.size() >= expected.atLeast();
        boolean met = enough && matched.size() + undecided <= expected.atMost();
        String sentence = "Expected " + expected.words() + " of "
                + expected.call().text() + ": " + (matched.isEmpty() ? "none" : matched.size()) + " matched.";
        List<NearMiss> nearest = enough ? List.of() : nearest(expected.call(), others, matched, 0);
        return new Found(met, sentence, matched, undecided, nearest);
    }

    private Found ordered(List<JournalEntry> calls, Expectation.Order expected) {
        List<CallPattern> patterns = expected.patterns();
        var matched = new ArrayList<JournalEntry>();
        var others = new ArrayList<JournalEntry>();
        long undecided = 0;
        for (JournalEntry entry : calls) {
            boolean all = matched.size() == patterns.size();
            Answer answer = all ? Answer.NO : recall.isMeant(entry, patterns.get(matched.size()));
            if (answer == Answer.YES) {
                matched.add(entry);
                undecided = 0;
            } else {
                undecided += answer == Answer.UNKNOWN ? 1 : 0;
                others.add(entry);
            }
        }
        String start = "Expected " + Expectation.Count.calls(patterns.size()) + " in order: ";
        if (matched.size() == patterns.size()) {
            return new Found(true, start + "all came.", matched, 0, List.of());
        }
        CallPattern missing = patterns.get(matched.size());
        long last = matched.isEmpty() ? 0 : matched.get(matched.size() - 1).id();
        String came = matched.isEmpty()
                ? "there was no call of "
                : "after call " + last + ", which is number " + matched.size() + ", there was no call of ";
        return new Found(
                false,
                start + came + missing.text() + ".",
                matched,
                undecided,
                nearest(missing, others, matched, last));
    }

    /** Where some match, calls of other operations are not near. */
    private List<NearMiss> nearest(
            CallPattern pattern, List<JournalEntry> others, List<JournalEntry> matched, long after) {
        List<JournalEntry> candidates = matched.isEmpty()
                ? others
                : others.stream()
                        .filter(entry -> entry.operation() == null || pattern.isOf(entry.api(), entry.operation()))
                        .toList();
        return new Nearest(recall, redaction, pattern).of(candidates, after);
    }
}
