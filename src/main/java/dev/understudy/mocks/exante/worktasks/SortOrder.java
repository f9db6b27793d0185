package dev.understudy.mocks.exante.worktasks;

import static java.util.Comparator.comparing;

import dev.understudy.fixture.Order;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The orders that a list can be sorted in. */
final class SortOrder {
    /** Which of two comes first where the sort does not say: the older one. */
    private static final Order<StoredTask> OF_TIES =
            Order.by("created_at, uid", comparing(StoredTask::createdAt).thenComparing(task -> task.shown()
                    .uid()));

    private static final Field TITLE = new Field("title", task -> task.shown().title());
    private static final Field DUE_DATE =
            new Field("due_date", task -> task.shown().dueDate());
    private static final Field PRIORITY =
            new Field("priority", task -> task.shown().priority());
    private static final Field STATUS = new Field("status", task -> task.shown().status());
    private static final Field CREATED_AT = new Field("created_at", StoredTask::createdAt);
    private static final Field ASSIGN_TO = new Field("assign_to", SortOrder::assigneeName);

    private SortOrder() {}

    /** The order that a {@code sort} asks for. */
    static Order<StoredTask> of(String sort) {
        boolean descending = sort.startsWith("-");
        // A raw + in a query arrives as a blank.
        String name = sort.matches("[+ -].*") ? sort.substring(1) : sort;
        Field field =
                switch (name) {
                    case "title" -> TITLE;
                    case "due_date" -> DUE_DATE;
                    case "priority" -> PRIORITY;
                    case "status" -> STATUS;
                    case "created_at" -> CREATED_AT;
                    case "assign_to" -> ASSIGN_TO;
                    default -> throw new IllegalArgumentException("The contract let an unknown sort field in: " + sort);
                };
        return descending ? field.descending : field.ascending;
    }

    /**
     * A field in both directions; what has no value comes last in both, so that it never pushes the rest off page one.
     */
    private static final class Field {
        private final Order<StoredTask> ascending;
        private final Order<StoredTask> descending;

        private <K extends Comparable<? super K>> Field(String name, Key<K> key) {
            Comparator<K> order = SortOrder::compare;
            ascending = Order.by(name, by(key, order), OF_TIES);
            descending = Order.by("-" + name, by(key, order.reversed()), OF_TIES);
        }

        private static <K> Comparator<StoredTask> by(Key<K> key, Comparator<K> order) {
            return (one, other) -> {
                K left = key.of(one);
                K right = key.of(other);
                if (left == right) {
                    // Fixtures share equal texts, and comparing without case is slow.
                    return 0;
                }
                return left == null || right == null
                        ? Boolean.compare(left == null, right == null)
                        : order.compare(left, right);
            };
        }
    }

    /** Texts without case, all else as it compares by itself. */
    private static <K extends Comparable<? super K>> int compare(K one, K other) {
        return one instanceof String left && other instanceof String right
                ? left.compareToIgnoreCase(right)
                : Comparator.<K>naturalOrder().compare(one, other);
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
