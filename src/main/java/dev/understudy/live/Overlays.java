package dev.understudy.live;

import dev.understudy.api.Fault;
import dev.understudy.openapi.OverlayFile;
import dev.understudy.openapi.source.ContractException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that amend contracts, as they are now.
 *
 * @param files the overlays that could be read
 * @param faults the faults of the others
 * @param look the state of all files before they were read
 */
record Overlays(List<OverlayFile> files, List<Fault> faults, Fingerprint look) {
    static Overlays read(List<Path> paths) {
        Fingerprint look = Fingerprint.of(paths);
        var files = new ArrayList<OverlayFile>();
        var faults = new ArrayList<Fault>();
        for (Path path : paths) {
            try {
                files.add(OverlayFile.read(path));
            } catch (ContractException e) {
                faults.addAll(e.faults());
            }
        }
        return new Overlays(files, faults, look);
    }

    /** The overlays for this contract. */
    List<OverlayFile> of(ContractFile contract) {
        return files.stream().filter(overlay -> isFor(overlay, contract)).toList();
    }

    /** A fault for each overlay that is for none of these contracts. */
    List<Fault> unused(List<ContractFile> contracts) {
        return files.stream()
                .filter(overlay -> contracts.stream().noneMatch(contract -> isFor(overlay, contract)))
                .map(overlay -> overlay.unused(
                        contracts.stream().map(ContractFile::shown).toList()))
                .toList();
    }

    private static boolean isFor(OverlayFile overlay, ContractFile contract) {
        Path path = contract.file();
        return path == null ? !overlay.isForOne() : overlay.isFor(path);
    }
}
