package dev.understudy.api;

import dev.understudy.api.stream.Pace;
import java.util.List;

/**
 * A request that keeps the contract. Equal calls on the same state have equal outcomes, whatever keys are ignored, so a
 * call {@linkplain #withoutIgnored() without them} can be the key of a cache.
 *
 * @param produces the media type that the client likes best of those that the operation offers; empty where it offers
 *     none
 * @param preference which answer the client asks for; none where the contract does not let it choose
 * @param target what the client asked for; none where no answer says where another page is
 * @param pace how the client wants an answer that is items one after the other
 * @param ignored the keys of its query that are no parameters; only what deletes several records looks at them
 * @param consumes the media type of its body, as the contract documents it; empty where it has none
 * @param seed what made values begin with beside the call; 0 in a session that has no seed
 * @param bodyIgnored whether the request has a body though its operation documents none
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

    /** A call of a session that has no seed. */
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

    /** A call of a client that does not choose its answer, and whose query has nothing but parameters. */
    public Call(String operationId, Arguments arguments, String produces) {
        this(operationId, arguments, produces, Preference.NONE, Target.NONE, Pace.NONE, List.of(), "");
    }

    /** The same call as if nothing in its query had been ignored; its target still has the query. */
    public Call withoutIgnored() {
        return ignored.isEmpty() ? this : with(List.of(), seed);
    }

    /** The same call in a session of this seed. */
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
