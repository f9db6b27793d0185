package dev.understudy.control.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Json;
import dev.understudy.fixture.State;
import dev.understudy.records.Edited;
import dev.understudy.records.Row;
import dev.understudy.records.SessionRecords;
import dev.understudy.session.Session;
import dev.understudy.session.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows, adds, replaces, merges and removes records of a session. */
public final class RecordsHandler implements RecordsApi, ControlHandler {
    /** The maximum number of records in the answer to a change. */
    private static final int SHOWN = 100;

    private final Sessions sessions;
    private final Supplier<SessionRecords> served;
    private final Clock clock;

    /**
     * Edits these collections.
     *
     * @param served supplies the served collections
     * @param clock the clock for sessions without one of their own
     */
    public RecordsHandler(Sessions sessions, Supplier<SessionRecords> served, Clock clock) {
        this.sessions = sessions;
        this.served = served;
        this.clock = clock;
    }

    private FoundCollection place(String key, String collection) {
        return FoundCollection.of(sessions, served.get(), clock, key, collection);
    }

    @Override
    public ListCollectionsReply listCollections(ListCollectionsCall call, State state) {
        Optional<Session> session = sessions.find(call.key());
        if (session.isEmpty()) {
            return new ListCollectionsReply.Status404(Problems.noSession(sessions, call.key()));
        }
        SessionRecords records = served.get();
        records.state(session.get());
        Set<String> changed = Set.copyOf(session.get().changed());
        return new ListCollectionsReply.Status200(new CollectionList(records.all().stream()
                .map(holder ->
                        new CollectionLine(holder.path(), holder.rules().single(), changed.contains(holder.path())))
                .toList()));
    }

    @Override
    public ListRecordsReply listRecords(ListRecordsCall call, State state) {
        FoundCollection place = place(call.key(), call.collection());
        if (!(place instanceof FoundCollection.Here here)) {
            return new ListRecordsReply.Status404(((FoundCollection.Nowhere) place).problem());
        }
        State own = here.state();
        Stream<Row> rows = here.holder().rows(own, call.offset()).limit(call.limit());
        return new ListRecordsReply.Status200(list(here, own, rows));
    }

    private static RecordList list(FoundCollection.Here here, State state, Stream<Row> rows) {
        List<RecordLine> lines =
                rows.map(row -> new RecordLine(row.id(), row.record())).toList();
        return new RecordList(here.holder().path(), here.holder().size(state), lines);
    }

    @Override
    public GetRecordReply getRecord(GetRecordCall call, State state) {
        FoundCollection place = place(call.key(), call.collection());
        if (!(place instanceof FoundCollection.Here here)) {
            return new GetRecordReply.Status404(((FoundCollection.Nowhere) place).problem());
        }
        State own = here.state();
        return here.holder()
                .find(own, call.id())
                .<GetRecordReply>map(row -> new GetRecordReply.Status200(row.record()))
                .orElseGet(() -> new GetRecordReply.Status404(RecordProblems.absent(
                        here.holder(), call.id(), here.holder().known(own))));
    }

    @Override
    public AddRecordsReply addRecords(AddRecordsCall call, State state) {
        FoundCollection place = place(call.key(), call.collection());
        if (!(place instanceof FoundCollection.Here here)) {
            return new AddRecordsReply.Status404(((FoundCollection.Nowhere) place).problem());
        }
        Edited edited = here.records().add(here.session(), here.holder(), json(call.body()), here.now());
        return answer(
                edited,
                done -> new AddRecordsReply.Status201(
                        list(here, done.next(), done.rows().stream().limit(SHOWN))),
                AddRecordsReply.Status422::new,
                AddRecordsReply.Status507::new,
                absent -> new AddRecordsReply.Status404(RecordProblems.absent(here.holder(), absent)));
    }

    @Override
    public SetRecordsReply setRecords(SetRecordsCall call, State state) {
        FoundCollection place = place(call.key(), call.collection());
        if (!(place instanceof FoundCollection.Here here)) {
            return new SetRecordsReply.Status404(((FoundCollection.Nowhere) place).problem());
        }
        Edited edited = here.records().set(here.session(), here.holder(), json(call.body()), here.now());
        return answer(
                edited,
                done -> new SetRecordsReply.Status200(
                        list(here, done.next(), done.rows().stream().limit(SHOWN))),
                SetRecordsReply.Status422::new,
                SetRecordsReply.Status507::new,
                absent -> new SetRecordsReply.Status404(RecordProblems.absent(here.holder(), absent)));
    }

    @Override
    public MergeRecordsReply mergeRecords(MergeRecordsCall call, State state) {
        FoundCollection place = place(call.key(), call.collection());
        if (!(place instanceof FoundCollection.Here here)) {
            return new MergeRecordsReply.Status404(((FoundCollection.Nowhere) place).problem());
        }
        Edited edited = here.records().mergeAll(here.session(), here.holder(), json(call.body()), here.now());
        return answer(
                edited,
                done -> new MergeRecordsReply.Status200(
                        list(here, done.next(), done.rows().stream().limit(SHOWN))),
                MergeRecordsReply.Status422::new,
                MergeRecordsReply.Status507::new,
                absent -> new MergeRecordsReply.Status404(RecordProblems.absent(here.holder(), absent)));
    }

    @Override
    public RemoveRecordsReply removeRecords(RemoveRecordsCall call, State state) {
        FoundCollection place = place(call.key(), call.collection());
        if (!(place instanceof FoundCollection.Here here)) {
            return new RemoveRecordsReply.Status404(((FoundCollection.Nowhere) place).problem());
        }
        return answer(
                here.records().clear(here.session(), here.holder(), here.now()),
                done -> new RemoveRecordsReply.Status204(),
                RemoveRecordsReply.Status422::new,
                RemoveRecordsReply.Status507::new,
                absent -> new RemoveRecordsReply.Status404(RecordProblems.absent(here.holder(), absent)));
    }

    @Override
    public PutRecordReply putRecord(PutRecordCall call, State state) {
        FoundCollection place = place(call.key(), call.collection());
        if (!(place instanceof FoundCollection.Here here)) {
            return new PutRecordReply.Status404(((FoundCollection.Nowhere) place).problem());
        }
        Edited edited = here.records().put(here.session(), here.holder(), call.id(), json(call.body()), here.now());
        return answer(
                edited,
                done -> done.added()
                        ? new PutRecordReply.Status201(done.rows().get(0).record())
                        : new PutRecordReply.Status200(done.rows().get(0).record()),
                PutRecordReply.Status422::new,
                PutRecordReply.Status507::new,
                absent -> new PutRecordReply.Status404(RecordProblems.absent(here.holder(), absent)));
    }

    @Override
    public MergeRecordReply mergeRecord(MergeRecordCall call, State state) {
        FoundCollection place = place(call.key(), call.collection());
        if (!(place instanceof FoundCollection.Here here)) {
            return new MergeRecordReply.Status404(((FoundCollection.Nowhere) place).problem());
        }
        Edited edited = here.records().merge(here.session(), here.holder(), call.id(), json(call.body()), here.now());
        return answer(
                edited,
                done -> new MergeRecordReply.Status200(done.rows().get(0).record()),
                MergeRecordReply.Status422::new,
                MergeRecordReply.Status507::new,
                absent -> new MergeRecordReply.Status404(RecordProblems.absent(here.holder(), absent)));
    }

    @Override
    public RemoveRecordReply removeRecord(RemoveRecordCall call, State state) {
        FoundCollection place = place(call.key(), call.collection());
        if (!(place instanceof FoundCollection.Here here)) {
            return new RemoveRecordReply.Status404(((FoundCollection.Nowhere) place).problem());
        }
        return answer(
                here.records().remove(here.session(), here.holder(), call.id(), here.now()),
                done -> new RemoveRecordReply.Status204(),
                RemoveRecordReply.Status422::new,
                RemoveRecordReply.Status507::new,
                absent -> new RemoveRecordReply.Status404(RecordProblems.absent(here.holder(), absent)));
    }

    private static <R> R answer(
            Edited edited,
            Function<Edited.Done, R> done,
            Function<RecordProblem, R> faulty,
            Function<Problem, R> full,
            Function<Edited.Absent, R> absent) {
        if (edited instanceof Edited.Done what) {
            return done.apply(what);
        } else if (edited instanceof Edited.Faulty what) {
            return faulty.apply(RecordProblems.of(what.faults()));
        } else if (edited instanceof Edited.Full what) {
            return full.apply(RecordProblems.full(what));
        }
        return absent.apply((Edited.Absent) edited);
    }

    private static JsonNode json(@Nullable Object body) {
        return Json.mapper().valueToTree(body);
    }
}
