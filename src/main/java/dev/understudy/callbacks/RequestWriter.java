package dev.understudy.callbacks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Call;
import dev.understudy.contract.OutgoingRequest;
import dev.understudy.contract.RequestParts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the requests that an API sends. */
@FunctionalInterface
public interface RequestWriter {
    /**
     * The parts of a request that follows a call; empty if no parts would keep the contract.
     *
     * @param answered the body of the answer to the call; null if there is none
     */
    Optional<RequestParts> write(OutgoingRequest outgoing, Call call, @Nullable JsonNode answered);
}
