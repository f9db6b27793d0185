package dev.understudy.live;

import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.exante.worktasks.WorkTasksHandler;
import dev.understudy.mocks.quant.aitasks.AiTasksHandler;
import dev.understudy.mocks.techwolf.aigoals.AiGoalsHandler;
import dev.understudy.mocks.techwolf.taskprofiles.TaskProfilesHandler;
import java.util.List;

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
     * @param name of the API, and of its fixture folder
     * @param contract where its contract is read from
     * @param api answers its calls
     */
    public record Entry(String name, Source contract, MockApi api) {
        /**
         * Its contract, or a {@code ContractException} with all that is wrong in it. What {@link Preparation} made of
         * the very same document is read in its place.
         */
        public Contract read() {
            return Source.find(Preparation.fileOf(name))
                    .map(prepared -> Contract.read(name, contract.name(), contract.bytes(), prepared.bytes()))
                    .orElseGet(() -> Contract.read(name, contract.name(), contract.bytes()));
        }

        static Entry builtIn(String name, MockApi api) {
            return new Entry(name, Source.onClassPath("specs/" + name + ".yaml"), api);
        }
    }
}
