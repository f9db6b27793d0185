package dev.understudy.mocks.exante.worktasks;

import dev.understudy.fixture.FixtureSet;
import dev.understudy.mocks.exante.worktasks.WorkTasksApi.ListWorkTasksCall;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The last few lists that were sorted, so that a next page is only cut off. They live as long as their records. */
final class RecentLists {
    private static final int KEPT = 8;

    private final Map<ListWorkTasksCall, FixtureSet<StoredTask>> lists = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ListWorkTasksCall, FixtureSet<StoredTask>> eldest) {
            return size() > KEPT;
        }
    };

    /** The whole list that the call wants a page of. */
    FixtureSet<StoredTask> of(String organization, ListWorkTasksCall call, Supplier<FixtureSet<StoredTask>> making) {
        ListWorkTasksCall key = anyPage(organization.toLowerCase(Locale.ROOT), call);
        FixtureSet<StoredTask> known = find(key);
        if (known != null) {
            return known;
        }
        // Outside the lock: a list that takes long shall not hold up who wants another one.
        FixtureSet<StoredTask> made = making.get();
        keep(key, made);
        return made;
    }

    private synchronized @Nullable FixtureSet<StoredTask> find(ListWorkTasksCall key) {
        return lists.get(key);
    }

    private synchronized void keep(ListWorkTasksCall key, FixtureSet<StoredTask> list) {
        lists.put(key, list);
    }

    private static ListWorkTasksCall anyPage(String organization, ListWorkTasksCall call) {
        return new ListWorkTasksCall(
                organization,
                call.type(),
                call.status(),
                call.priority(),
                call.assignToType(),
                call.dueDateFrom(),
                call.dueDateTo(),
                call.sort(),
                1,
                1);
    }
}
