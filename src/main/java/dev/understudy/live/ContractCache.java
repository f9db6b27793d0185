package dev.understudy.live;

import dev.understudy.contract.Contract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What was read before and need not be read again: built-in contracts, which cannot change, and brought ones. */
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

    /** How all files look now that decide what is served. */
    Fingerprint look() {
        var files = new ArrayList<Path>(fixtures);
        files.addAll(brought.files());
        return Fingerprint.of(files);
    }
}
