package dev.understudy.mocks.anyspec.roles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.mocks.anyspec.roles.parameters.Envelope;
import dev.understudy.mocks.anyspec.roles.schemas.Key;
import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an operation is to the collections of its document. */
public sealed interface Role {
    /** The path parameters in front of the collection, the first one first; none if it has nothing to do with one. */
    List<Scope> scopes();

    /** It lists the records of a collection. */
    record Lists(Collection collection, Envelope envelope, List<Scope> scopes) implements Role {}

    /**
     * It shows one record of a collection.
     *
     * @param keys the path parameters that say which
     * @param scopes those in front of them
     * @param content where the document has the content that holds the record
     * @param schema where the schema of the whole answer is
     * @param path the way to the record: names of properties, none if it is the whole
     */
    record Shows(
            Collection collection, List<Key> keys, List<Scope> scopes, String content, String schema, List<String> path)
            implements Role {
        /** Where the schema of the record is. */
        String record(SchemaViews views) {
            String record = schema;
            for (String step : path) {
                record = views.at(record).properties().getOrDefault(step, "");
            }
            return record;
        }
    }

    /** What is done to a collection. */
    enum Change {
        CREATE,
        CREATE_SEVERAL,
        REPLACE,
        PATCH,
        ACT,
        DELETE,
        DELETE_SEVERAL
    }

    /**
     * It changes the records of a collection.
     *
     * @param keys the path parameters that say which; of one that creates, what tells it apart
     * @param scopes those in front of them
     * @param bodies the ways to the record in what it takes and answers, by the pointers of the contents that have it
     * @param action what it sets; null unless it is an action
     */
    record Changes(
            Change change,
            Collection collection,
            List<Key> keys,
            List<Scope> scopes,
            Map<String, List<String>> bodies,
            @Nullable Action action)
            implements Role {
        /** Whether a parameter of the query is called so that it names records that are deleted. */
        public static boolean namesSeveral(String parameter) {
            return Name.plain(parameter).matches("ids?|keys?|uuids?");
        }

        public Changes {
            keys = List.copyOf(keys);
            scopes = List.copyOf(scopes);
            bodies = Map.copyOf(bodies);
        }

        Changes(
                Change change,
                Collection collection,
                List<Key> keys,
                List<Scope> scopes,
                Map<String, List<String>> bodies) {
            this(change, collection, keys, scopes, bodies, null);
        }
    }

    /**
     * What an operation on a record sets, as in {@code /orders/{id}/cancel}.
     *
     * @param value null for what its body gives
     * @param moment the property that says when that was done; null if none does
     */
    record Action(Property property, @Nullable JsonNode value, @Nullable Property moment) {}

    /**
     * It takes bytes, or answers those that were taken.
     *
     * @param place the path that they are answered at
     * @param scopes the record that they are of, if it must be there
     */
    record Bytes(String place, List<Scope> scopes, boolean shows) implements Role {
        public Bytes {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * It has nothing to do with a collection.
     *
     * @param why completes "no list, as …"
     */
    record Other(String why) implements Role {
        @Override
        public List<Scope> scopes() {
            return List.of();
        }
    }
}
