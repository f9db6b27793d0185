package dev.understudy.api;

import dev.understudy.api.stream.Pace;
import java.util.List;

/**
 * A request that keeps the contract. Equal calls on the same state have equal outcomes, whatever keys are ignored, so a
 * call {@linkplain #withoutIgnored() without them} can be a cache key.
 *
 * @param produces the offered media type that the client prefers; empty if the operation offers none
 * @param preference which of the possible answers the client asks for; none if the contract does not let it choose
 * @param target the URL that the client requested; none if no answer links to other pages
 * @param pace how the client wants a streamed answer
 * @param ignored the query keys that are not parameters; only a deletion of several records looks at them
 * @param consumes the media type of the body, as the contract documents it; empty if there is no body
 * @param seed an additional seed for generated values; 0 if the session has none
 * @param bodyIgnored whether the request has a body although the operation documents none
 */
public record Call(
        String operationId,
        Arguments arguments,
        String produces,
        Preference preference,
        Target target,
        Pace pace,
        List<IgnoredKey> ignored,
        String consumes,
        long seed,
        boolean bodyIgnored)
        implements Admission {
    public Call {
        ignored = List.copyOf(ignored);
    }

    /** A call in a session without a seed. */
    public Call(
            String operationId,
            Arguments arguments,
            String produces,
            Preference preference,
            Target target,
            Pace pace,
            List<IgnoredKey> ignored,
            String consumes) {
        this(operationId, arguments, produces, preference, target, pace, ignored, consumes, 0, false);
    }

    /** A call that states no preference and whose query contains only parameters. */
    public Call(String operationId, Arguments arguments, String produces) {
        this(operationId, arguments, produces, Preference.NONE, Target.NONE, Pace.NONE, List.of(), "");
    }

    /** The same call without its ignored keys; its target keeps the full query. */
    public Call withoutIgnored() {
        return ignored.isEmpty() ? this : with(List.of(), seed);
    }

    /** The same call in a session with this seed. */
    public Call seeded(long other) {
        return other == seed ? this : with(ignored, other);
    }

    private Call with(List<IgnoredKey> otherIgnored, long otherSeed) {
        return new Call(
                operationId,
                arguments,
                produces,
                preference,
                target,
                pace,
                otherIgnored,
                consumes,
                otherSeed,
                bodyIgnored);
    }
}
