package dev.understudy.mocks.anyspec.roles;

import dev.understudy.mocks.anyspec.roles.schemas.Key;
import java.util.List;

/**
 * Records that a list shows, and that an operation of one item may show too.
 *
 * @param name its name, unique in its contract: small letters, digits and hyphens
 * @param record where the schema of a record in the list is
 * @param item where the schema of a record alone is; that of the list if the document has no other
 * @param keys what tells records apart
 * @param scopes the path parameters in front of it
 * @param references its properties that name records of others
 */
public record Collection(
        String name, String record, String item, List<Key> keys, List<Scope> scopes, List<Reference> references) {
    /** What the name of a single thing begins with, before its path. */
    private static final String SINGLE = "~";

    /** A single thing, which no list has, told apart by the parameters of its path. */
    static Collection single(String path, String record, List<Scope> scopes) {
        return new Collection(SINGLE + path, record, record, List.of(), scopes, List.of());
    }

    /** Whether it is a single thing, which no list has. */
    public boolean isSingle() {
        return name.startsWith(SINGLE);
    }

    public Collection {
        keys = List.copyOf(keys);
        scopes = List.copyOf(scopes);
        references = List.copyOf(references);
    }
}
