package dev.understudy.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.fixture.ScanBudget;
import dev.understudy.fixture.State;
import dev.understudy.load.CollectionName;
import dev.understudy.load.Fixtures;
import dev.understudy.load.Origin;
import dev.understudy.session.InitialStates;
import dev.understudy.session.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The collections of all that is served, and edits of what one session has of them. */
public final class SessionRecords {
    private final InitialStates initialStates;
    private final Function<State, List<RecordCollection>> making;
    private final Supplier<Fixtures> files;
    private final Set<String> filed;
    private volatile @Nullable Map<String, RecordCollection> holders;

    /** The collections of a state that came of no files. */
    public SessionRecords(State loaded, Function<State, List<RecordCollection>> making) {
        this(InitialStates.all(loaded), making, List.of(), () -> new Fixtures(List.of(), List.of(), Clock.systemUTC()));
    }

    /**
     * The collections of states that may differ from day to day.
     *
     * @param making finds them when they are first asked for, as recognising takes its time
     * @param origins where those came from that may have files
     * @param files the same files, to be read again
     */
    public SessionRecords(
            InitialStates initialStates,
            Function<State, List<RecordCollection>> making,
            List<Origin> origins,
            Supplier<Fixtures> files) {
        this.initialStates = initialStates;
        this.making = making;
        this.files = files;
        this.filed = origins.stream()
                .filter(origin -> !origin.isMissing())
                .map(Origin::collection)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, RecordCollection> holders() {
        Map<String, RecordCollection> known = holders;
        if (known == null) {
            var all = new LinkedHashMap<String, RecordCollection>();
            making.apply(initialStates.loaded()).forEach(holder -> all.putIfAbsent(holder.path(), holder));
            known = java.util.Collections.unmodifiableMap(all);
            holders = known;
        }
        return known;
    }

    /** All collections, contract by contract. */
    public Collection<RecordCollection> all() {
        return holders().values();
    }

    /** What the name of a collection means. */
    public CollectionName named(String name) {
        var paths = new LinkedHashMap<String, Boolean>();
        all().forEach(holder -> paths.put(holder.path(), holder.rules().single()));
        return CollectionName.of(name, paths);
    }

    /** The collection of this name; empty if it means none, or several. */
    public Optional<RecordCollection> find(String name) {
        return named(name).path().map(holders()::get);
    }

    /** The records of a session as they are now. */
    public State state(Session session) {
        return session.state(base(session));
    }

    /** What a session begins with that has no clock of its own. */
    public State loaded() {
        return initialStates.loaded();
    }

    /** What a session begins with, on the day that it is for it. */
    public State base(Session session) {
        return initialStates.of(session, ScanBudget.UNLIMITED);
    }

    /** Whether a file of fixtures has records of a collection. */
    public boolean isFiled(RecordCollection holder) {
        return filed.contains(holder.path());
    }

    /** What the session has of a collection, as a file of fixtures. */
    public FixtureText file(Session session, RecordCollection holder) {
        return FixtureText.whole(holder, state(session));
    }

    /** What the session has changed of a collection, as a file that is merged into that of the fixtures. */
    public FixtureText changes(Session session, RecordCollection holder) {
        return FixtureText.changes(holder, base(session), state(session), isFiled(holder));
    }

    /** Which layer set each value of a record of a session; empty if there is no such record. */
    public Optional<RecordLayers> layers(Session session, RecordCollection holder, String id) {
        return holder.find(state(session), id).map(row -> {
            ObjectNode before =
                    holder.find(base(session), row.id()).map(Row::record).orElse(null);
            return RecordLayers.of(holder, row.record(), before, files.get());
        });
    }

    /** Has a collection be as it was loaded. */
    public Edited reset(Session session, RecordCollection holder, Instant now) {
        return edit(session, state -> edit(holder, state, now).reset().done());
    }

    /** Adds a record, or a list of them. */
    public Edited add(Session session, RecordCollection holder, JsonNode body, Instant now) {
        return edit(session, state -> edit(holder, state, now).add(body).done());
    }

    /** Has a collection hold these records alone. */
    public Edited set(Session session, RecordCollection holder, JsonNode body, Instant now) {
        return edit(session, state -> edit(holder, state, now).set(body).done());
    }

    /** Changes, adds and removes records as a merge file does. */
    public Edited mergeAll(Session session, RecordCollection holder, JsonNode body, Instant now) {
        return edit(session, state -> merged(state, holder, body, now));
    }

    /** The same, of a state. */
    public Edited merged(State state, RecordCollection holder, JsonNode body, Instant now) {
        return edit(holder, state, now).mergeAll(body).done();
    }

    /** Removes all records of a collection. */
    public Edited clear(Session session, RecordCollection holder, Instant now) {
        return edit(session, state -> edit(holder, state, now).clear().done());
    }

    /** Puts a record in the place of the one with its id, or adds it. */
    public Edited put(Session session, RecordCollection holder, String id, JsonNode record, Instant now) {
        return edit(session, state -> edit(holder, state, now).put(id, record).done());
    }

    /** Merges changes into a record. */
    public Edited merge(Session session, RecordCollection holder, String id, JsonNode patch, Instant now) {
        return there(session, holder, id, state -> edit(holder, state, now)
                .merge(id, patch)
                .done());
    }

    /** Removes a record. */
    public Edited remove(Session session, RecordCollection holder, String id, Instant now) {
        return there(session, holder, id, state -> edit(holder, state, now)
                .remove(id)
                .done());
    }

    private Edit edit(RecordCollection holder, State state, Instant now) {
        return new Edit(all(), holder, state, now);
    }

    private Edited there(Session session, RecordCollection holder, String id, Function<State, Edited> change) {
        return edit(
                session,
                state -> holder.find(state, id).isPresent()
                        ? change.apply(state)
                        : new Edited.Absent(id, holder.known(state)));
    }

    /** Again on the newer state, if a call was faster. */
    private Edited edit(Session session, Function<State, Edited> change) {
        while (true) {
            State base = base(session);
            State before = session.state(base);
            Edited edited = change.apply(before);
            if (!(edited instanceof Edited.Done done)
                    || done.next().isSameAs(before)
                    || session.advance(base, before, done.next())) {
                return edited;
            }
        }
    }
}
