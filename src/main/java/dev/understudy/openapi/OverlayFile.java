package dev.understudy.openapi;

import dev.understudy.api.Fault;
import dev.understudy.api.MessageText;
import dev.understudy.api.Position;
import dev.understudy.openapi.source.ContractFiles;
import dev.understudy.openapi.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** A file of the Overlay Specification, which amends documents. */
public final class OverlayFile {
    private static final String NETWORK = "(?s)[A-Za-z][A-Za-z0-9+.-]+://.*";

    private final Path file;
    private final SourceFile source;

    private OverlayFile(Path file, SourceFile source) {
        this.file = file;
        this.source = source;
    }

    /**
     * What is in the file; whether it is an overlay is seen when a document is read with it.
     *
     * @throws ContractException if it cannot be read, or is neither YAML nor JSON
     */
    public static OverlayFile read(Path file) {
        var files = new ContractFiles(file.resolveSibling("."));
        return new OverlayFile(file, SourceFile.read(file.toString(), files.first(file)));
    }

    SourceFile source() {
        return source;
    }

    /** Whether it is for one document, by {@code extends}, and not for all. */
    public boolean isForOne() {
        return source.tree().path("extends").isTextual();
    }

    /**
     * Whether it is for the document in this file: {@code extends} names it, by its path as seen from the overlay, or
     * by an address on a network that ends with its name; or it names none.
     */
    public boolean isFor(Path contract) {
        String document = Fragments.decoded(source.tree().path("extends").asText());
        if (!isForOne()) {
            return true;
        } else if (document.matches(NETWORK)) {
            return document.replaceFirst("[?#].*", "").endsWith("/" + contract.getFileName());
        }
        try {
            return Files.isSameFile(file.resolveSibling(document), contract);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /**
     * Says that it is for none of the contracts, and where it says for which it is.
     *
     * @param contracts the files of all that are brought
     */
    public Fault unused(List<String> contracts) {
        String message = contracts.isEmpty()
                ? "is for contracts of your own, and there is none: name one"
                : "extends must name a contract of your own, such as " + String.join(", ", contracts) + ", was "
                        + MessageText.value(source.tree().path("extends"));
        return new Fault(source.name(), position("/extends"), message);
    }

    Position position(String pointer) {
        return Positions.nearest(source.positions(List.of(pointer)), pointer);
    }
}
