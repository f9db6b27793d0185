package dev.understudy.match;

import dev.understudy.contract.Content;
import dev.understudy.schema.SchemaCheck;

/** Whether the content of a message may have something at a place, as far as its schema tells. */
public final class Reachable {
    private Reachable() {}

    /**
     * False if no value that keeps the schema of the content has a value there.
     *
     * @param pointer an RFC 6901 pointer into the value
     */
    public static boolean mayBe(Content content, String pointer) {
        SchemaCheck check = content.check();
        return check == null || !(ReachableSchema.at(check, pointer) instanceof ReachableSchema.Never);
    }
}
