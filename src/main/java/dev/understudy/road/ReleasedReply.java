package dev.understudy.road;

import dev.understudy.api.InvalidReply;
import dev.understudy.api.Release;
import dev.understudy.api.Response;
import dev.understudy.api.Violation;
import dev.understudy.session.Strictness.Level;
import java.util.List;

/**
 * What is sent for a reply.
 *
 * @param violations what it breaks of the contract, where it is sent all the same with a warning
 * @param lasting whether it keeps the contract, so that others may get it too
 */
record ReleasedReply(Release release, List<Violation> violations, boolean lasting) {
    /** What is released, or, where that is allowed, the answer that breaks the contract. */
    static ReleasedReply of(Release release, Level responses) {
        Response answer = release instanceof InvalidReply invalid ? invalid.answer() : null;
        if (responses == Level.FAIL || answer == null) {
            return new ReleasedReply(release, List.of(), true);
        }
        return new ReleasedReply(
                answer,
                responses == Level.WARN ? ((InvalidReply) release).refusal().violations() : List.of(),
                false);
    }
}
