package dev.understudy.mocks.anyspec.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import dev.understudy.api.Call;
import dev.understudy.api.bytes.Upload;
import dev.understudy.contract.ChosenAnswer;
import dev.understudy.contract.Operation;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.State;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;
import dev.understudy.mocks.anyspec.collections.Collections;
import dev.understudy.mocks.anyspec.collections.JsonRecord;
import dev.understudy.mocks.anyspec.roles.Collection;
import dev.understudy.mocks.anyspec.roles.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bytes of uploads, which a state stores by the paths that return them. */
record UploadedFiles(Collections collections, ChangeLimits limits) {
    private static final List<Integer> TAKEN = List.of(201, 200, 204, 202);

    /** @param path the path that returns the bytes, with its parameter values */
    private record File(String path, BinaryNode bytes) {
        long length() {
            return bytes.binaryValue().length;
        }
    }

    private CollectionKey<File> all() {
        return all(collections.contract().name());
    }

    private static CollectionKey<File> all(String contract) {
        return new CollectionKey<>(contract + "/~files", File::path);
    }

    /** The result of a call that uploads or downloads bytes; empty if it has none, or none were uploaded. */
    Optional<Change> answer(Role.Bytes role, Call call, Operation operation, State state) {
        String path = PathFilling.filled(role.place(), call);
        if (role.shows()) {
            return state.set(all())
                    .find(path)
                    .map(file -> new Change(
                            new CollectionAnswer.Done(operation.success().orElseThrow(), file.bytes(), Map.of()),
                            state));
        }
        ChosenAnswer chosen = Task.chosen(operation, TAKEN);
        return upload(call.arguments().body())
                .flatMap(upload -> put(state, path, upload))
                .map(next -> new Change(new CollectionAnswer.Done(chosen, null, Map.of()), next));
    }

    /** The state with these bytes at a path; empty if they exceed the limits. */
    Optional<State> put(State state, String path, Upload upload) {
        if (upload.length() > limits.bytes()) {
            return Optional.empty();
        }
        long before = state.set(all()).find(path).map(File::length).orElse(-1L);
        return StateSize.roomy(state, collections, limits, size -> size.with(upload.length(), before))
                .map(roomy -> roomy.put(all(), new File(path, BinaryNode.valueOf(upload.binaryValue()))));
    }

    /** The paths at which files may have been uploaded for records of a collection; empty if there are no files. */
    List<String> places(Collection collection, State state) {
        return state.set(all()).isEmpty() ? List.of() : collections.bytesBelow(collection, state);
    }

    /** The state without the files that were uploaded for a record. */
    State without(Collection collection, JsonRecord entry, State state) {
        return without(places(collection, state), collection, entry, state);
    }

    /** The state without the files that were uploaded for a record at these paths. */
    State without(List<String> places, Collection collection, JsonRecord entry, State state) {
        State next = state;
        for (String place : places) {
            next = next.remove(all(), PathFilling.filled(place, collection, entry));
        }
        return next;
    }

    /** The length in bytes of each stored file of a contract. */
    static List<Long> lengths(State state, String contract) {
        return state.set(all(contract)).stream().map(File::length).toList();
    }

    /** The first file in a body. */
    static Optional<Upload> upload(@Nullable JsonNode body) {
        if (body == null) {
            return Optional.empty();
        } else if (body instanceof Upload upload) {
            return Optional.of(upload);
        }
        for (JsonNode inner : body) {
            Optional<Upload> found = upload(inner);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
