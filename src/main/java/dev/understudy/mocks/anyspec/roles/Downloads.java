package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.ChosenAnswer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.roles.Role.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds operations that return uploaded bytes: a GET of a path to which a PUT or a POST sends bytes, or of a path below
 * a record that was created with a file, such as {@code /files/{id}/content}.
 */
final class Downloads {
    private Downloads() {}

    /**
     * The operations that upload or download bytes.
     *
     * @param free the operations that have no other role
     * @param written the operations that change records
     * @param items determines which records must exist
     */
    static Map<Operation, Role> of(List<Operation> free, Map<Operation, Role> written, Items items) {
        var roles = new HashMap<Operation, Role>();
        for (Operation shows : free) {
            if (!shows.method().equals("GET") || !answersBytes(shows)) {
                continue;
            }
            List<Operation> sends = free.stream()
                    .filter(each ->
                            each.path().equals(shows.path()) && each.method().matches("PUT|POST") && takesBytes(each))
                    .toList();
            Optional<Role.Changes> creates = creates(ReadOperation.of(shows), written);
            sends.forEach(each -> roles.put(each, new Role.Bytes(shows.path(), items.above(each), false)));
            if (!sends.isEmpty()) {
                roles.put(shows, new Role.Bytes(shows.path(), items.above(shows), true));
            } else if (creates.isPresent()) {
                roles.put(shows, new Role.Bytes(shows.path(), scopes(ReadOperation.of(shows), creates.get()), true));
            }
        }
        return roles;
    }

    private static boolean answersBytes(Operation operation) {
        return operation
                .success()
                .map(ChosenAnswer::answer)
                .filter(answer -> !answer.contents().isEmpty()
                        && answer.contents().stream().allMatch(content -> content.form() == Content.Form.BINARY))
                .isPresent();
    }

    private static boolean takesBytes(Operation operation) {
        return operation.takes().stream()
                .anyMatch(content -> content.form() == Content.Form.BINARY || isMultipart(content));
    }

    static boolean isMultipart(Content content) {
        return content.form() == Content.Form.FIELDS && content.mediaType().startsWith("multipart/");
    }

    /** The operation that creates the record above this path with a file. */
    private static Optional<Role.Changes> creates(ReadOperation reading, Map<Operation, Role> written) {
        int length = reading.segments().size();
        if (length < 3 || reading.isParameter(length - 1) || !reading.isParameter(length - 2)) {
            return Optional.empty();
        }
        String list = reading.shape(length - 2);
        return written.entrySet().stream()
                .filter(each -> ReadOperation.of(each.getKey()).shape().equals(list)
                        && each.getKey().takes().stream().anyMatch(Downloads::isMultipart))
                .map(Map.Entry::getValue)
                .filter(role -> role instanceof Role.Changes changes && changes.change() == Change.CREATE)
                .map(Role.Changes.class::cast)
                .findFirst();
    }

    private static List<Scope> scopes(ReadOperation reading, Role.Changes creates) {
        String parameter = reading.parameter(reading.segments().size() - 2);
        return List.of(new Scope(parameter, null, creates.collection().name()));
    }
}
