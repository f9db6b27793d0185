package dev.understudy.control.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Json;
import dev.understudy.api.Pointers;
import dev.understudy.api.Position;
import dev.understudy.api.Violation;
import dev.understudy.control.sessions.SessionsApi.PutSessionReply;
import dev.understudy.fixture.State;
import dev.understudy.records.Edited;
import dev.understudy.records.RecordCollection;
import dev.understudy.records.SessionRecords;
import dev.understudy.session.Session;
import dev.understudy.session.SessionTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Determines what a session starts with, before anything is changed. */
record SessionStarts(SessionRecords records, Clock clock) {
    SessionStart of(String key, SessionSetting wanted) {
        var session = new Session(key);
        ClockSetting time = wanted.clock();
        if (time != null && !Clocks.set(session, clock, time)) {
            return new SessionStart.Refused(new PutSessionReply.Status400(Clocks.outside(time, "/clock")));
        }
        Instant now = new SessionTime(session, clock).now();
        State base = records.base(session);
        State first = base;
        var faults = new ArrayList<Fault>();
        Map<String, Object> given = Objects.requireNonNullElse(wanted.records(), Map.of());
        for (Map.Entry<String, Object> each : given.entrySet()) {
            Optional<RecordCollection> holder = records.find(each.getKey());
            if (holder.isEmpty()) {
                return new SessionStart.Refused(
                        new PutSessionReply.Status404(RecordProblems.noCollection(records, each.getKey())));
            }
            JsonNode merged = Json.mapper().valueToTree(each.getValue());
            Edited edited = records.merged(first, holder.get(), merged, now);
            if (edited instanceof Edited.Done done) {
                first = done.next();
            } else if (edited instanceof Edited.Full full) {
                return new SessionStart.Refused(new PutSessionReply.Status507(RecordProblems.full(full)));
            } else if (edited instanceof Edited.Faulty faulty) {
                String pointer = Pointers.child("/records", each.getKey());
                faulty.faults().forEach(fault -> faults.add(placed(fault, pointer)));
            }
        }
        return faults.isEmpty()
                ? new SessionStart.Ready(base, first, session.clock(), wanted.seed(), StrictnessValues.wish(wanted))
                : new SessionStart.Refused(new PutSessionReply.Status422(RecordProblems.of(faults)));
    }

    private static Fault placed(Fault fault, String pointer) {
        Violation violation = Objects.requireNonNull(fault.violation());
        return new Fault(fault.file(), Position.NONE, violation.at(pointer + violation.pointer()), fault.hint());
    }
}
