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
 * The contracts of a user. Like fixtures, they are found and read again at each reload.
 *
 * @param arguments files, folders and texts, in the order in which they are served
 * @param root the folder that must contain all files of a contract; null for the working folder if the contract is in
 *     it, and otherwise for the contract's own folder
 * @param mounts the prefixes, by contract name, that replace the path of the contract's server
 * @param strict whether to serve nothing if anything cannot be served
 * @param letter the lenient readings that are turned off
 * @param overlays files that amend contracts, in the order in which they are applied
 */
public record Brought(
        List<Argument> arguments,
        @Nullable Path root,
        Map<String, String> mounts,
        boolean strict,
        Set<Reading> letter,
        List<Path> overlays) {
    /** No contracts. */
    public static final Brought NONE = new Brought(List.of(), null, Map.of(), false, Set.of(), List.of());

    public Brought {
        arguments = List.copyOf(arguments);
        mounts = Map.copyOf(mounts);
        letter = Set.copyOf(letter);
        overlays = List.copyOf(overlays);
    }

    /** A place to find contracts. */
    public sealed interface Argument {
        /** The contract's name; empty to name it after its file or its title. */
        String name();
    }

    /** A document, or a folder in which each document is a contract. */
    public record InFile(String name, Path path) implements Argument {}

    /** A document given as text. */
    public record InText(String name, Source text) implements Argument {}

    /** The contracts in these files and folders, named after them. */
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

    /** Whether there are no contracts. */
    public boolean isEmpty() {
        return arguments.isEmpty();
    }

    /**
     * Reads the contracts as they are now.
     *
     * @throws CannotLoad with all faults, if any contract cannot be served at all
     */
    public List<Contract> contracts() throws CannotLoad {
        BroughtContracts.Read read = new BroughtContracts(this).read();
        if (!read.faults().isEmpty()) {
            throw new CannotLoad(read.faults());
        }
        return read.contracts();
    }

    /** Reads the contracts with their answers from fixture folders; faults in the answers are ignored. */
    public List<Contract> contracts(List<Path> fixtures) throws CannotLoad {
        var answers = new AnswerFolders(fixtures);
        return contracts().stream().map(answers::answering).toList();
    }

    /** The files and folders of the contracts and overlays. */
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
