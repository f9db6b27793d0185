package dev.understudy.live;

import dev.understudy.api.Fault;
import dev.understudy.api.Position;
import dev.understudy.contract.Contract;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Documents;
import dev.understudy.openapi.source.ContractException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the user's contracts, and keeps each until its files change: of many, only the changed one is read again. */
final class BroughtContracts {
    private final Brought brought;
    private Map<ContractFile, Remembered> remembered = Map.of();

    BroughtContracts(Brought brought) {
        this.brought = brought;
    }

    /** @param look the state of its files before it was read */
    private record Remembered(Contract contract, Fingerprint look) {}

    /**
     * The contracts that were read.
     *
     * @param faults the faults of documents that cannot be served, of names, and of paths
     */
    record Read(List<Contract> contracts, List<Fault> faults) {}

    /** The files and folders that determine what is read. */
    synchronized List<Path> files() {
        Set<Path> files = new LinkedHashSet<>(brought.paths());
        remembered.values().forEach(each -> files.addAll(each.look().files().keySet()));
        return List.copyOf(files);
    }

    /** Finds all contracts, and reads those that are new or changed. */
    synchronized Read read() {
        ContractFinder.Found found = ContractFinder.find(brought);
        var faults = new ArrayList<Fault>(found.faults());
        Overlays overlays = Overlays.read(brought.overlays());
        faults.addAll(overlays.faults());
        var now = new LinkedHashMap<ContractFile, Remembered>();
        for (ContractFile file : found.files()) {
            try {
                now.put(file, current(file, overlays));
            } catch (ContractException e) {
                faults.addAll(e.faults());
            }
        }
        remembered = now;
        List<Contract> contracts =
                now.values().stream().map(Remembered::contract).toList();
        faults.addAll(overlays.unused(found.files()));
        faults.addAll(unknownMounts(contracts, faults.isEmpty()));
        return new Read(contracts, faults);
    }

    private Remembered current(ContractFile file, Overlays overlays) {
        Remembered known = remembered.get(file);
        Fingerprint before = overlays.look()
                .with(Fingerprint.of(
                        known != null ? List.copyOf(known.look().files().keySet()) : own(file)));
        if (known != null && before.equals(known.look())) {
            return known;
        }
        Document document = document(file, overlays);
        String name = file.name().isEmpty()
                ? ContractFile.slug(document.root().at("info").at("title").text())
                : file.name();
        Contract contract = Corrected.checked(Contract.brought(
                name, document, brought.letter(), brought.mounts().get(name)));
        // A file that changed while it was read then differs from this state, and is read again.
        return new Remembered(contract, Fingerprint.of(files(file, document)).asOf(before));
    }

    private static List<Path> own(ContractFile file) {
        return file.file() == null ? List.of() : List.of(file.file());
    }

    private List<Path> files(ContractFile file, Document document) {
        return Stream.of(own(file), document.files(), brought.overlays())
                .flatMap(List::stream)
                .toList();
    }

    private Document document(ContractFile file, Overlays overlays) {
        Path path = file.file();
        if (path != null) {
            return Documents.read(path, root(path), overlays.of(file));
        }
        Source text = Objects.requireNonNull(file.text());
        return Documents.read(text.name(), text.bytes(), overlays.of(file));
    }

    private Path root(Path file) {
        if (brought.root() != null) {
            return brought.root();
        }
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here : Objects.requireNonNull(absolute.getParent());
    }

    static List<Fault> sameNames(List<Contract> contracts) {
        var names = new LinkedHashMap<String, Contract>();
        var faults = new ArrayList<Fault>();
        for (Contract contract : contracts) {
            Contract other = names.putIfAbsent(contract.name(), contract);
            if (other != null) {
                String message = "would be called \"" + contract.name() + "\", as " + other.source()
                        + " is: give it a name, as in other=" + contract.source();
                faults.add(new Fault(contract.source(), Position.NONE, message));
            }
        }
        return faults;
    }

    /** If a document is missing, its name may be the one that is meant. */
    private List<Fault> unknownMounts(List<Contract> contracts, boolean complete) {
        var unknown = new HashSet<>(brought.mounts().keySet());
        contracts.forEach(contract -> unknown.remove(contract.name()));
        List<String> names = contracts.stream().map(Contract::name).sorted().toList();
        return complete
                ? unknown.stream()
                        .sorted()
                        .map(name -> new Fault(
                                "--mount",
                                Position.NONE,
                                "must name a contract that is served, such as "
                                        + (names.isEmpty() ? "a file" : String.join(", ", names)) + ", was \"" + name
                                        + "\""))
                        .toList()
                : List.of();
    }
}
