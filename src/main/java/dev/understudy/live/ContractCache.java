package dev.understudy.live;

import dev.understudy.contract.Contract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Contracts that need not be read again: built-in ones, which never change, and unchanged ones of the user. */
final class ContractCache {
    private final Map<Catalogue.Entry, Contract> builtIn = new ConcurrentHashMap<>();
    private final List<Path> fixtures;
    private final BroughtContracts brought;

    ContractCache(Settings settings) {
        this.fixtures = settings.fixtures();
        this.brought = new BroughtContracts(settings.brought());
    }

    Contract builtIn(Catalogue.Entry entry, Function<Catalogue.Entry, Contract> reader) {
        return builtIn.computeIfAbsent(entry, reader);
    }

    BroughtContracts brought() {
        return brought;
    }

    /** The current state of all files that determine what is served. */
    Fingerprint look() {
        var files = new ArrayList<Path>(fixtures);
        files.addAll(brought.files());
        return Fingerprint.of(files);
    }
}
