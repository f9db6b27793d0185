package dev.understudy.mocks.exante.worktasks;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The orders that a list can be sorted in. */
final class SortOrder {
    /** Which of two comes first where the sort does not say: the older one. */
    static final Comparator<StoredTask> OF_TIES =
            comparing(StoredTask::createdAt).thenComparing(task -> task.shown().uid());

    private SortOrder() {}

    /** The order that a {@code sort} asks for, but for ties: a stable sort leaves those as they were. */
    static Comparator<StoredTask> of(String sort) {
        boolean descending = sort.startsWith("-");
        // A raw + in a query arrives as a blank.
        String field = sort.matches("[+ -].*") ? sort.substring(1) : sort;
        return switch (field) {
            case "title" -> by(task -> task.shown().title(), String.CASE_INSENSITIVE_ORDER, descending);
            case "due_date" -> by(task -> task.shown().dueDate(), naturalOrder(), descending);
            case "priority" -> by(task -> task.shown().priority(), naturalOrder(), descending);
            case "status" -> by(task -> task.shown().status(), naturalOrder(), descending);
            case "created_at" -> by(StoredTask::createdAt, naturalOrder(), descending);
            case "assign_to" -> by(SortOrder::assigneeName, String.CASE_INSENSITIVE_ORDER, descending);
            default -> throw new IllegalArgumentException("The contract let an unknown sort field in: " + sort);
        };
    }

    /** By this key; what has none comes last in both directions, so that it never pushes the rest off page one. */
    private static <K> Comparator<StoredTask> by(Key<K> key, Comparator<? super K> order, boolean descending) {
        Comparator<? super K> directed = descending ? order.reversed() : order;
        return (one, other) -> {
            K left = key.of(one);
            K right = key.of(other);
            if (left == right) {
                // Fixtures share equal texts, and comparing without case is slow.
                return 0;
            }
            return left == null || right == null
                    ? Boolean.compare(left == null, right == null)
                    : directed.compare(left, right);
        };
    }

    private interface Key<K> {
        @Nullable
        K of(StoredTask task);
    }

    private static @Nullable String assigneeName(StoredTask task) {
        Assignee assignee = task.shown().assignTo();
        if (assignee == null) {
            return null;
        }
        return assignee.type() == ActorType.USER ? assignee.fullName() : assignee.name();
    }
}
