package dev.understudy.contract;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One operation of a contract: a method on a path. */
public final class Operation {
    private final String method;
    private final String path;
    private final String operationId;
    private final String summary;
    private final List<Argument> arguments;
    private final @Nullable RequestBody body;
    private final Answers answers;
    private final List<String> offers;
    private final Access access;

    Operation(
            String method,
            String path,
            String operationId,
            String summary,
            List<Argument> arguments,
            @Nullable RequestBody body,
            Answers answers,
            Access access) {
        this.method = method;
        this.path = path;
        this.operationId = operationId;
        this.summary = summary;
        this.arguments = List.copyOf(arguments);
        this.body = body;
        this.answers = answers;
        this.offers = answers.offers();
        this.access = access;
    }

    /** The method in capitals. */
    public String method() {
        return method;
    }

    /** The path as the contract writes it, with its parameters in braces. */
    public String path() {
        return path;
    }

    /** The operationId, unique in its contract. */
    public String operationId() {
        return operationId;
    }

    /** The summary of the contract; empty if it has none. */
    public String summary() {
        return summary;
    }

    List<Argument> arguments() {
        return arguments;
    }

    Optional<RequestBody> body() {
        return Optional.ofNullable(body);
    }

    /** The media types of what it offers when all goes well. */
    List<String> offers() {
        return offers;
    }

    Answers answers() {
        return answers;
    }

    Access access() {
        return access;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
