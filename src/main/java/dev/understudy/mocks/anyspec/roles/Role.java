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

/** What an operation does with the collections of its document. */
public sealed interface Role {
    /** The path parameters before the collection, in order; empty if the operation has no collection. */
    List<Scope> scopes();

    /** It lists the records of a collection. */
    record Lists(Collection collection, Envelope envelope, List<Scope> scopes) implements Role {}

    /**
     * It shows one record of a collection.
     *
     * @param keys the path parameters that identify the record
     * @param scopes the path parameters before them
     * @param content the place of the content with the record in the document
     * @param schema the place of the schema of the whole answer
     * @param path the property names that lead to the record; empty if it is the whole
     */
    record Shows(
            Collection collection, List<Key> keys, List<Scope> scopes, String content, String schema, List<String> path)
            implements Role {
        /** The place of the schema of the record. */
        String record(SchemaViews views) {
            String record = schema;
            for (String step : path) {
                record = views.at(record).properties().getOrDefault(step, "");
            }
            return record;
        }
    }

    /** The kinds of changes to a collection. */
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
     * @param keys the path parameters that identify the record; for a creation, the keys of the new record
     * @param scopes the path parameters before them
     * @param bodies the paths to the record in request and answer bodies, by the pointers of their contents
     * @param action what an action sets; null for anything else
     */
    record Changes(
            Change change,
            Collection collection,
            List<Key> keys,
            List<Scope> scopes,
            Map<String, List<String>> bodies,
            @Nullable Action action)
            implements Role {
        /** Whether a query parameter with this name selects the records to delete. */
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
     * What an action on a record sets, as in {@code /orders/{id}/cancel}.
     *
     * @param value null for the value in the body
     * @param moment the property for the time of the action; null if there is none
     */
    record Action(Property property, @Nullable JsonNode value, @Nullable Property moment) {}

    /**
     * It uploads bytes, or downloads those that were uploaded.
     *
     * @param place the path that returns them
     * @param scopes the path to the record that they belong to, if it must exist
     */
    record Bytes(String place, List<Scope> scopes, boolean shows) implements Role {
        public Bytes {
            scopes = List.copyOf(scopes);
        }
    }

    /**
     * It has no collection.
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
