package dev.understudy.records;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.fixture.State;
import dev.understudy.load.CollectionName;
import dev.understudy.session.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The collections of all that is served, and edits of what one session has of them. */
public final class SessionRecords {
    private final State loaded;
    private final Function<State, List<Holder>> making;
    private volatile @Nullable Map<String, Holder> holders;

    /**
     * The collections of a state.
     *
     * @param making finds them when they are first asked for, as recognising takes its time
     */
    public SessionRecords(State loaded, Function<State, List<Holder>> making) {
        this.loaded = loaded;
        this.making = making;
    }

    private Map<String, Holder> holders() {
        Map<String, Holder> known = holders;
        if (known == null) {
            var all = new LinkedHashMap<String, Holder>();
            making.apply(loaded).forEach(holder -> all.putIfAbsent(holder.path(), holder));
            known = java.util.Collections.unmodifiableMap(all);
            holders = known;
        }
        return known;
    }

    /** All collections, contract by contract. */
    public Collection<Holder> all() {
        return holders().values();
    }

    /** What the name of a collection means. */
    public CollectionName named(String name) {
        var paths = new LinkedHashMap<String, Boolean>();
        all().forEach(holder -> paths.put(holder.path(), holder.rules().single()));
        return CollectionName.of(name, paths);
    }

    /** The collection of this name; empty if it means none, or several. */
    public Optional<Holder> find(String name) {
        return named(name).path().map(holders()::get);
    }

    /** The records of a session as they are now. */
    public State state(Session session) {
        return session.state(loaded);
    }

    /** What a session begins with. */
    public State loaded() {
        return loaded;
    }

    /** Adds a record, or a list of them. */
    public Edited add(Session session, Holder holder, JsonNode body, Instant now) {
        return edit(session, state -> edit(holder, state, now).add(body).done());
    }

    /** Has a collection hold these records alone. */
    public Edited set(Session session, Holder holder, JsonNode body, Instant now) {
        return edit(session, state -> edit(holder, state, now).set(body).done());
    }

    /** Changes, adds and removes records as a merge file does. */
    public Edited mergeAll(Session session, Holder holder, JsonNode body, Instant now) {
        return edit(session, state -> merged(state, holder, body, now));
    }

    /** The same, of a state. */
    public Edited merged(State state, Holder holder, JsonNode body, Instant now) {
        return edit(holder, state, now).mergeAll(body).done();
    }

    /** Removes all records of a collection. */
    public Edited clear(Session session, Holder holder, Instant now) {
        return edit(session, state -> edit(holder, state, now).clear().done());
    }

    /** Puts a record in the place of the one with its id, or adds it. */
    public Edited put(Session session, Holder holder, String id, JsonNode record, Instant now) {
        return edit(session, state -> edit(holder, state, now).put(id, record).done());
    }

    /** Merges changes into a record. */
    public Edited merge(Session session, Holder holder, String id, JsonNode patch, Instant now) {
        return there(session, holder, id, state -> edit(holder, state, now)
                .merge(id, patch)
                .done());
    }

    /** Removes a record. */
    public Edited remove(Session session, Holder holder, String id, Instant now) {
        return there(session, holder, id, state -> edit(holder, state, now)
                .remove(id)
                .done());
    }

    private Edit edit(Holder holder, State state, Instant now) {
        return new Edit(all(), holder, state, now);
    }

    private Edited there(Session session, Holder holder, String id, Function<State, Edited> change) {
        return edit(
                session,
                state -> holder.find(state, id).isPresent()
                        ? change.apply(state)
                        : new Edited.Absent(id, holder.known(state)));
    }

    /** Again on the newer state, if a call was faster. */
    private Edited edit(Session session, Function<State, Edited> change) {
        while (true) {
            State before = session.state(loaded);
            Edited edited = change.apply(before);
            if (!(edited instanceof Edited.Done done)
                    || done.next().isSameAs(before)
                    || session.advance(loaded, before, done.next())) {
                return edited;
            }
        }
    }
}
