package dev.understudy.verify;

import dev.understudy.api.Body;
import dev.understudy.api.Call;
import dev.understudy.api.Headers;
import dev.understudy.api.Request;
import dev.understudy.api.Target;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Contract;
import dev.understudy.journal.JournalEntry;
import dev.understudy.journal.RedactedCall;
import dev.understudy.journal.SentRequest;
import dev.understudy.match.CallPattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the calls of the journal, and admits them again by the contracts that are served now. */
final class JournalCalls {
    private final Collection<Contract> contracts;

    JournalCalls(Collection<Contract> contracts) {
        this.contracts = contracts;
    }

    /** What a call was. */
    sealed interface Recalled {
        /** It kept the contract, or went on though it did not. */
        record Kept(Call call) implements Recalled {}

        /** It did not. */
        record Broken() implements Recalled {}

        /** It kept the contract when it came, and its arguments are not known any more. */
        record Unknown() implements Recalled {}
    }

    /** Whether a call is one that is meant. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** Whether the pattern means a call of the journal. */
    Answer isMeant(JournalEntry entry, CallPattern pattern) {
        if (!pattern.isOf(entry.api(), entry.operation())) {
            return Answer.NO;
        } else if (pattern.where().isEmpty()) {
            return isBroken(entry) ? Answer.NO : Answer.YES;
        }
        Recalled recalled = of(entry, pattern);
        if (recalled instanceof Recalled.Kept kept) {
            return pattern.matches(kept.call()) ? Answer.YES : Answer.NO;
        }
        return recalled instanceof Recalled.Broken ? Answer.NO : Answer.UNKNOWN;
    }

    /** What a call of the pattern's operation was, with a body if the pattern asks for that. */
    Recalled of(JournalEntry entry, CallPattern pattern) {
        if (isBroken(entry)) {
            return new Recalled.Broken();
        }
        Body body = body(entry, pattern.asksBody());
        Optional<Contract> contract = contracts.stream()
                .filter(each -> each.name().equals(entry.api()))
                .findFirst();
        if (body == null || contract.isEmpty()) {
            return new Recalled.Unknown();
        }
        Request request = request(entry.sent(), body);
        if (contract.get().admit(request) instanceof Call call) {
            return new Recalled.Kept(call);
        }
        return entry.verdict() != RedactedCall.Verdict.WARNED
                ? new Recalled.Unknown()
                : contract.get()
                        .tolerate(request)
                        .<Recalled>map(tolerated -> new Recalled.Kept(tolerated.call()))
                        .orElseGet(Recalled.Unknown::new);
    }

    /** Whether it was refused for what it was, and not for what we made of it. */
    static boolean isBroken(JournalEntry entry) {
        return entry.verdict() != RedactedCall.Verdict.WARNED
                && (entry.reason() != null || entry.violations().stream().anyMatch(JournalCalls::isOfRequest));
    }

    private static boolean isOfRequest(Violation violation) {
        return violation.place() != Place.REPLY && violation.place() != Place.RECORD;
    }

    /** Null if all of it is asked for and not kept. */
    private static @Nullable Body body(JournalEntry entry, boolean asked) {
        if (entry.askedLength() == 0) {
            return Body.NONE;
        } else if (!asked) {
            return new Body.Forgotten();
        }
        byte[] bytes = entry.requestBody();
        return bytes != null && bytes.length == entry.askedLength() ? Body.of(bytes) : null;
    }

    private static Request request(SentRequest sent, Body body) {
        int mark = sent.target().indexOf('?');
        String query = mark < 0 ? null : sent.target().substring(mark + 1);
        return new Request(sent.method(), sent.path(), query, headers(sent), body);
    }

    /** The fields of a request, as whoever received it gave them to the road: without a coding that was taken off. */
    static Headers headers(SentRequest sent) {
        return name -> switch (name) {
            case "Host" -> sent.host().isEmpty() ? List.of() : List.of(sent.host());
            case Target.SCHEME -> List.of(sent.scheme());
            case Target.PATH -> List.of(sent.target().replaceFirst("\\?.*", ""));
            default -> name.equalsIgnoreCase("Content-Encoding") ? List.of() : values(sent, name);
        };
    }

    private static List<String> values(SentRequest sent, String name) {
        var values = new ArrayList<String>();
        for (Map.Entry<String, String> header : sent.headers()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                values.add(header.getValue());
            }
        }
        return values;
    }
}
