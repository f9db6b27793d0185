package dev.understudy.match;

import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are meant: those of an operation whose arguments keep all conditions.
 *
 * @param api the name of the contract that has the operation
 * @param operation its operationId
 */
public record CallPattern(String api, String operation, List<Condition> where) {
    public CallPattern {
        where = List.copyOf(where);
    }

    /** Whether it means calls of this operation. */
    public boolean isOf(@Nullable String otherApi, @Nullable String otherOperation) {
        return operation.equals(otherOperation) && api.equals(otherApi);
    }

    /** Whether it means this call of its operation. */
    public boolean matches(Call call) {
        Arguments arguments = call.arguments();
        for (Condition condition : where) {
            if (!condition.holds(arguments)) {
                return false;
            }
        }
        return true;
    }

    /** What of a call of its operation is not as the conditions say, in their order; nothing if it is meant. */
    public List<Violation> differences(Call call) {
        var all = new ArrayList<Violation>();
        where.forEach(condition -> all.addAll(condition.differences(call.arguments())));
        return all;
    }

    /** All of it in words, as in {@code addBook with body /title equal to "Walden"}. */
    public String text() {
        String conditions = MessageText.and(where.stream().map(Condition::text).toList());
        return conditions.isEmpty() ? operation : operation + " with " + conditions;
    }

    /** Whether a condition is about the body. */
    public boolean asksBody() {
        return where.stream().anyMatch(condition -> condition.place() == Place.BODY);
    }
}
