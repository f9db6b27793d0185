package dev.understudy.live;

import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.load.Fixtures;
import dev.understudy.mocks.exante.worktasks.WorkTasksHandler;
import dev.understudy.mocks.quant.aitasks.AiTasksHandler;
import dev.understudy.mocks.techwolf.aigoals.AiGoalsHandler;
import dev.understudy.mocks.techwolf.taskprofiles.TaskProfilesHandler;
import java.util.List;
import java.util.function.Function;

/** The APIs that are built in, one line each. */
public final class Catalogue {
    private Catalogue() {}

    /** All of them, in the order in which they are shown. */
    public static List<Entry> builtIn() {
        return List.of(
                Entry.builtIn("techwolf/task-profiles", TaskProfilesHandler::new),
                Entry.builtIn("techwolf/ai-goals", AiGoalsHandler::new),
                Entry.builtIn("quant/ai-tasks", AiTasksHandler::new),
                Entry.builtIn("exante/work-tasks", WorkTasksHandler::new));
    }

    /**
     * An API to mock.
     *
     * @param name of the API, and of its fixture folder
     * @param contract where its contract is read from
     * @param handler makes the API from its fixtures
     */
    public record Entry(String name, Source contract, Function<Fixtures, MockApi> handler) {
        /**
         * Its contract, or a {@code ContractException} with all that is wrong in it. What {@link Preparation} made of
         * the very same document is read in its place.
         */
        public Contract read() {
            return Source.find(Preparation.fileOf(name))
                    .map(prepared -> Contract.read(name, contract.name(), contract.bytes(), prepared.bytes()))
                    .orElseGet(() -> Contract.read(name, contract.name(), contract.bytes()));
        }

        static Entry builtIn(String name, Function<Fixtures, MockApi> handler) {
            return new Entry(name, Source.onClassPath("specs/" + name + ".yaml"), handler);
        }
    }
}
