package dev.understudy.mocks.anyspec.roles;

import dev.understudy.mocks.anyspec.roles.schemas.Key;
import java.util.List;

/**
 * The records that a list shows, which an operation for one item may show too.
 *
 * @param name the unique name in its contract: lower-case letters, digits and hyphens
 * @param record the place of the schema of a record in the list
 * @param item the place of the schema of a single record; that of the list if the document has no other
 * @param keys the keys that identify records
 * @param scopes the path parameters before it
 * @param references its properties that refer to records of other collections
 */
public record Collection(
        String name, String record, String item, List<Key> keys, List<Scope> scopes, List<Reference> references) {
    /** The prefix of the name of a single resource, before its path. */
    private static final String SINGLE = "~";

    /** A single resource that no list contains, identified by the parameters of its path. */
    static Collection single(String path, String record, List<Scope> scopes) {
        return new Collection(SINGLE + path, record, record, List.of(), scopes, List.of());
    }

    /** Whether it is a single resource that no list contains. */
    public boolean isSingle() {
        return name.startsWith(SINGLE);
    }

    public Collection {
        keys = List.copyOf(keys);
        scopes = List.copyOf(scopes);
        references = List.copyOf(references);
    }
}
