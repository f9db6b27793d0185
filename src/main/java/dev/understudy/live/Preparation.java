package dev.understudy.live;

import dev.understudy.contract.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Preprocesses the built-in contracts at build time, which would take long at every start. */
public final class Preparation {
    private Preparation() {}

    /** Writes the preprocessed built-in contracts to a folder, which belongs on the class path. */
    public static void main(String[] arguments) throws IOException {
        for (Catalogue.Entry entry : Catalogue.builtIn()) {
            Path file = Path.of(arguments[0], fileOf(entry.name()));
            Files.createDirectories(file.getParent());
            Source contract = entry.contract();
            Files.write(file, Contract.prepare(contract.name(), contract.bytes()));
        }
    }

    static String fileOf(String contract) {
        return "specs/" + contract + ".prepared.json";
    }
}
