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
 * @param violations the violations in it, if it is sent with a warning
 * @param lasting whether it keeps the contract, so that it may be reused for other calls
 */
record ReleasedReply(Release release, List<Violation> violations, boolean lasting) {
    /** The released response, or a response that breaks the contract if that is allowed. */
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
