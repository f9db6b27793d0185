package dev.understudy.live;

import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.exante.worktasks.WorkTasksHandler;
import dev.understudy.mocks.quant.aitasks.AiTasksHandler;
import dev.understudy.mocks.techwolf.aigoals.AiGoalsHandler;
import dev.understudy.mocks.techwolf.taskprofiles.TaskProfilesHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The built-in APIs. */
public final class Catalogue {
    private Catalogue() {}

    /** All built-in APIs, in the order in which they are shown. */
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
     * @param name the name of the API
     * @param folder the name of its fixture folder, which is the API's original name
     * @param mount the prefix of its paths; null for none
     * @param contract the source of its contract
     * @param api answers its calls
     */
    public record Entry(String name, String folder, @Nullable String mount, Source contract, MockApi api) {
        /** An API whose folder has its name, without a prefix. */
        public Entry(String name, Source contract, MockApi api) {
            this(name, name, null, contract, api);
        }

        /** The same API under another name, with the same fixture folder. */
        public Entry called(String other) {
            return new Entry(other, folder, mount, contract, api);
        }

        /** The same API with this prefix for its paths. */
        public Entry mountedAt(String prefix) {
            return new Entry(name, folder, prefix, contract, api);
        }

        /**
         * Reads its contract, and throws a {@code ContractException} with all faults if it is invalid. If
         * {@link Preparation} has preprocessed exactly this document, the result is used.
         */
        public Contract read() {
            return as(Source.find(Preparation.fileOf(folder))
                    .map(prepared -> Contract.read(folder, contract.name(), contract.bytes(), prepared.bytes()))
                    .orElseGet(() -> Contract.read(folder, contract.name(), contract.bytes())));
        }

        /** A key of maps: the hash of a record would be linked at each start. */
        @Override
        public int hashCode() {
            return name.hashCode();
        }

        private Contract as(Contract own) {
            return name.equals(folder) && mount == null ? own : own.called(name, mount);
        }

        static Entry builtIn(String name, MockApi api) {
            return new Entry(name, Source.onClassPath("specs/" + name + ".yaml"), api);
        }
    }
}
