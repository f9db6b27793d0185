package dev.understudy.live;

import dev.understudy.contract.Contract;
import dev.understudy.openapi.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contracts that a user brings. They are looked for and read again at each reload, as fixtures are.
 *
 * @param arguments files, folders and texts, in the order in which they are served
 * @param root the folder that all files of a contract lie in; null for the working folder if the contract lies there,
 *     and else for the contract's own
 * @param mounts what is put before the paths of a contract in the place of the path of its server, by its name
 * @param strict whether nothing is served if anything cannot be
 * @param letter the readings that are not taken
 * @param overlays files that amend contracts, in the order in which they do
 */
public record Brought(
        List<Argument> arguments,
        @Nullable Path root,
        Map<String, String> mounts,
        boolean strict,
        Set<Reading> letter,
        List<Path> overlays) {
    /** None. */
    public static final Brought NONE = new Brought(List.of(), null, Map.of(), false, Set.of(), List.of());

    public Brought {
        arguments = List.copyOf(arguments);
        mounts = Map.copyOf(mounts);
        letter = Set.copyOf(letter);
        overlays = List.copyOf(overlays);
    }

    /** Where contracts are. */
    public sealed interface Argument {
        /** What the contract is called; empty to name it after its file or its title. */
        String name();
    }

    /** A document, or a folder of documents, each of which is a contract. */
    public record InFile(String name, Path path) implements Argument {}

    /** A document that is no file. */
    public record InText(String name, Source text) implements Argument {}

    /** Contracts of these files and folders, named after them. */
    public static Brought of(Path... paths) {
        return new Brought(
                List.of(paths).stream()
                        .<Argument>map(path -> new InFile("", path))
                        .toList(),
                null,
                Map.of(),
                false,
                Set.of(),
                List.of());
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return arguments.isEmpty();
    }

    /** The contracts as they are now, or all that is wrong in those that cannot be served at all. */
    public List<Contract> contracts() throws CannotLoad {
        BroughtContracts.Read read = new BroughtContracts(this).read();
        if (!read.faults().isEmpty()) {
            throw new CannotLoad(read.faults());
        }
        return read.contracts();
    }

    /** The same, with the answers that lie for them in folders of fixtures; what is wrong with these is left out. */
    public List<Contract> contracts(List<Path> fixtures) throws CannotLoad {
        var answers = new AnswerFolders(fixtures);
        return contracts().stream().map(answers::answering).toList();
    }

    /** The files and folders. */
    List<Path> paths() {
        var paths = new ArrayList<Path>(overlays);
        for (Argument argument : arguments) {
            if (argument instanceof InFile file) {
                paths.add(file.path());
            }
        }
        return paths;
    }
}
