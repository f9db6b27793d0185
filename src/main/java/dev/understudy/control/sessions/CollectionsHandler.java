package dev.understudy.control.sessions;

import dev.understudy.api.text.Percent;
import dev.understudy.fixture.State;
import dev.understudy.records.Edited;
import dev.understudy.records.FixtureText;
import dev.understudy.records.RecordCollection;
import dev.understudy.records.SessionRecords;
import dev.understudy.session.Sessions;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

/** Describes the collections of a session and the sources of their records, and exports them as files. */
public final class CollectionsHandler implements CollectionsApi, ControlHandler {
    private final Sessions sessions;
    private final Supplier<SessionRecords> served;
    private final Clock clock;

    /**
     * Shows these collections.
     *
     * @param served supplies the served collections
     * @param clock the clock for sessions without one of their own
     */
    public CollectionsHandler(Sessions sessions, Supplier<SessionRecords> served, Clock clock) {
        this.sessions = sessions;
        this.served = served;
        this.clock = clock;
    }

    private static CollectionStatus status(FoundCollection.Here here) {
        RecordCollection holder = here.holder();
        boolean filed = here.records().isFiled(holder);
        boolean told = holder.rules().single() || holder.rules().id() != null;
        return new CollectionStatus(
                holder.path(),
                holder.rules().single(),
                here.session().changed().contains(holder.path()),
                holder.size(here.state()),
                holder.keys(),
                filed,
                filed && told);
    }

    private <R> R at(
            String key, String collection, Function<FoundCollection.Here, R> found, Function<Problem, R> missing) {
        FoundCollection place = FoundCollection.of(sessions, served.get(), clock, key, collection);
        return place instanceof FoundCollection.Here here
                ? found.apply(here)
                : missing.apply(((FoundCollection.Nowhere) place).problem());
    }

    @Override
    public GetCollectionReply getCollection(GetCollectionCall call, State state) {
        return at(
                call.key(),
                call.collection(),
                here -> new GetCollectionReply.Status200(status(here)),
                GetCollectionReply.Status404::new);
    }

    @Override
    public GetSchemaReply getSchema(GetSchemaCall call, State state) {
        return at(
                call.key(),
                call.collection(),
                here -> new GetSchemaReply.Status200(here.holder().schema()),
                GetSchemaReply.Status404::new);
    }

    @Override
    public GetFileReply getFile(GetFileCall call, State state) {
        return at(
                call.key(),
                call.collection(),
                here -> file(
                        here.records().file(here.session(), here.holder()),
                        GetFileReply.Status200::new,
                        GetFileReply.Status409::new),
                GetFileReply.Status404::new);
    }

    @Override
    public GetChangesReply getChanges(GetChangesCall call, State state) {
        return at(
                call.key(),
                call.collection(),
                here -> file(
                        here.records().changes(here.session(), here.holder()),
                        GetChangesReply.Status200::new,
                        GetChangesReply.Status409::new),
                GetChangesReply.Status404::new);
    }

    private interface FileReply<R> {
        R of(String text, String disposition, String place);
    }

    private static <R> R file(FixtureText file, FileReply<R> written, Function<Problem, R> impossible) {
        if (file instanceof FixtureText.Written text) {
            String place = Percent.encode(text.file()).replace("%2F", "/");
            String name = place.substring(place.lastIndexOf('/') + 1);
            return written.of(text.text(), "attachment; filename*=UTF-8''" + name, place);
        }
        return impossible.apply(Problems.of(409, "Conflict", ((FixtureText.Impossible) file).why()));
    }

    @Override
    public ResetCollectionReply resetCollection(ResetCollectionCall call, State state) {
        return at(
                call.key(),
                call.collection(),
                here -> {
                    Edited edited = here.records().reset(here.session(), here.holder(), here.now());
                    return edited instanceof Edited.Faulty faulty
                            ? new ResetCollectionReply.Status422(RecordProblems.of(faulty.faults()))
                            : new ResetCollectionReply.Status200(status(here));
                },
                ResetCollectionReply.Status404::new);
    }

    @Override
    public GetLayersReply getLayers(GetLayersCall call, State state) {
        return at(
                call.key(),
                call.collection(),
                here -> here.records()
                        .layers(here.session(), here.holder(), call.id())
                        .<GetLayersReply>map(layers -> new GetLayersReply.Status200(new RecordLayers(
                                layers.values().stream()
                                        .map(each ->
                                                new ValueLayer(each.pointer(), each.layer(), each.file(), each.line()))
                                        .toList(),
                                layers.removed())))
                        .orElseGet(() -> new GetLayersReply.Status404(RecordProblems.absent(
                                here.holder(), call.id(), here.holder().known(here.state())))),
                GetLayersReply.Status404::new);
    }
}
