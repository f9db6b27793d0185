package dev.understudy.mocks.anyspec.collections;

import dev.understudy.fixture.FixtureSet;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Scope;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The path before a collection.
 *
 * @param scopes its parameters
 * @param values the value of each
 */
record PathScope(Collection collection, List<Scope> scopes, List<String> values) {
    /** The records below this path. */
    FixtureSet<JsonRecord> of(FixtureSet<JsonRecord> records, Indexes indexes) {
        FixtureSet<JsonRecord> within = records;
        for (int i = 0; i < scopes.size(); i++) {
            int index = i;
            within = within.where(
                    records.loaded()
                            .derived(indexes.scope(collection, scopes, i))
                            .of(values.get(i)),
                    entry -> holds(entry, index));
        }
        return within;
    }

    /** Whether a record is below this path. */
    boolean holds(JsonRecord entry) {
        for (int i = 0; i < scopes.size(); i++) {
            if (!holds(entry, i)) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(JsonRecord entry, int index) {
        String text = text(entry, collection, scopes, index);
        return text == null || text.equals(values.get(index));
    }

    /**
     * The value that a record requires for the path parameter at this index, from its own path or its properties; null
     * for any.
     */
    static @Nullable String text(JsonRecord entry, Collection collection, List<Scope> scopes, int index) {
        boolean own = scopes.size() == collection.scopes().size()
                && scopes.size() == entry.scope().size();
        if (own) {
            String text = entry.scope().get(index);
            return text.equals(JsonRecord.ANY) ? null : text;
        }
        Property property = scopes.get(index).property();
        return property == null ? null : property.of(entry.data()).asText();
    }
}
