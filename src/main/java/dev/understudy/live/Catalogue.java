package dev.understudy.live;

import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.exante.worktasks.WorkTasksHandler;
import dev.understudy.mocks.quant.aitasks.AiTasksHandler;
import dev.understudy.mocks.techwolf.aigoals.AiGoalsHandler;
import dev.understudy.mocks.techwolf.taskprofiles.TaskProfilesHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The APIs that are built in, one line each. */
public final class Catalogue {
    private Catalogue() {}

    /** All of them, in the order in which they are shown. */
    public static List<Entry> builtIn() {
        return List.of(
                Entry.builtIn("techwolf/task-profiles", new TaskProfilesHandler()),
                Entry.builtIn("techwolf/ai-goals", new AiGoalsHandler()),
                Entry.builtIn("quant/ai-tasks", new AiTasksHandler()),
                Entry.builtIn("exante/work-tasks", new WorkTasksHandler()));
    }

    /**
     * An API to mock.
     *
     * @param name what the API is called
     * @param folder of its fixtures, which is its name unless it was given another
     * @param mount what is before its paths; null for nothing
     * @param contract where its contract is read from
     * @param api answers its calls
     */
    public record Entry(String name, String folder, @Nullable String mount, Source contract, MockApi api) {
        /** An API under its own name. */
        public Entry(String name, Source contract, MockApi api) {
            this(name, name, null, contract, api);
        }

        /** The same under this name, with its fixtures where they are. */
        public Entry called(String other) {
            return new Entry(other, folder, mount, contract, api);
        }

        /** The same with this before its paths. */
        public Entry mountedAt(String prefix) {
            return new Entry(name, folder, prefix, contract, api);
        }

        /**
         * Its contract, or a {@code ContractException} with all that is wrong in it. What {@link Preparation} made of
         * the very same document is read in its place.
         */
        public Contract read() {
            return as(Source.find(Preparation.fileOf(folder))
                    .map(prepared -> Contract.read(folder, contract.name(), contract.bytes(), prepared.bytes()))
                    .orElseGet(() -> Contract.read(folder, contract.name(), contract.bytes())));
        }

        private Contract as(Contract own) {
            return name.equals(folder) && mount == null ? own : own.called(name, mount);
        }

        static Entry builtIn(String name, MockApi api) {
            return new Entry(name, Source.onClassPath("specs/" + name + ".yaml"), api);
        }
    }
}
