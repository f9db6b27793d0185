package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.IgnoredKey;
import dev.understudy.api.Preference;
import dev.understudy.api.Request;
import dev.understudy.api.Target;
import dev.understudy.api.ToleratedCall;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.stream.Pace;
import dev.understudy.contract.argument.Argument;
import dev.understudy.contract.argument.Decoded;
import dev.understudy.contract.argument.QueryNames;
import dev.understudy.contract.argument.RawArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that a request says to an operation. What could be read is kept, whether it keeps the contract or not.
 *
 * @param choosing whether a client may choose among the documented answers by the header Prefer
 */
final class CallReader {
    private final Operation operation;
    private final Request request;
    private final RawArguments received;
    private final boolean choosing;
    private final List<Violation> violations;
    private final Arguments.Builder arguments = new Arguments.Builder();
    /** Whether nothing that the operation could be called with stands in a place that it cannot do without. */
    private boolean lost;

    CallReader(Operation operation, Request request, RawArguments received, boolean choosing, List<Violation> before) {
        this.operation = operation;
        this.request = request;
        this.received = received;
        this.choosing = choosing;
        this.violations = new ArrayList<>(before);
    }

    /** All that the request breaks, after it was read. */
    List<Violation> violations() {
        return violations;
    }

    /**
     * The call, with the arguments that could be read.
     *
     * @param produces the media type that the client likes best
     */
    Call read(String produces, Preference preference) {
        for (Argument argument : operation.arguments()) {
            Decoded decoded = argument.read(received);
            violations.addAll(decoded.violations());
            JsonNode value = decoded.violations().isEmpty() ? decoded.value() : otherwise(argument, decoded);
            if (value != null) {
                arguments.with(argument.place(), argument.name(), value);
            }
        }
        QueryNames.Found keys = operation.queryNames().in(received.query());
        violations.addAll(keys.violations());
        String type = operation.body().isPresent() ? body(operation.body().get(), produces, preference) : produces;
        Pace pace = choosing ? PaceHeader.read(request.headers().all(PaceHeader.NAME), violations) : Pace.NONE;
        return call(type, preference, pace, keys.ignored());
    }

    /** What stands for an argument that breaks the contract: the value that could be read, or else its default. */
    private @Nullable JsonNode otherwise(Argument argument, Decoded decoded) {
        if (decoded.value() == null && argument.place() == Place.PATH) {
            lost = true;
            return null;
        }
        return decoded.value() != null
                ? decoded.value()
                : argument.read(RawArguments.NOTHING).value();
    }

    private String body(RequestBody taken, String produces, Preference preference) {
        Decoded body = taken.read(request);
        violations.addAll(body.violations());
        if (body.value() == null) {
            lost |= !body.violations().isEmpty() && request.body().length() > 0;
            return produces;
        }
        arguments.body(body.value());
        return taken.flagged() && preference.code() == null
                ? StreamFlag.type(operation, body.value(), produces)
                : produces;
    }

    private Call call(String type, Preference preference, Pace pace, List<IgnoredKey> ignored) {
        Target target = choosing ? Target.of(request) : Target.NONE;
        String consumes = operation.body().map(body -> body.type(request)).orElse("");
        boolean stray = operation.body().isEmpty() && !request.body().isEmpty();
        return new Call(
                operation.operationId(),
                arguments.build(),
                type,
                preference,
                target,
                pace,
                ignored,
                consumes,
                0,
                stray);
    }

    /** The call though it breaks the contract; empty if its path or its body could not be read. */
    Optional<ToleratedCall> tolerated(String produces, Preference preference) {
        Call call = read(produces, preference);
        return lost ? Optional.empty() : Optional.of(new ToleratedCall(call, violations));
    }
}
