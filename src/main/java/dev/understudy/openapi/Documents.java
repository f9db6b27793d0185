package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Position;
import dev.understudy.openapi.source.Bounds;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.openapi.source.ContractFiles;
import dev.understudy.openapi.source.SourceFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads OpenAPI documents that are not ours: 3.0, 3.1 and 3.2, YAML 1.2 or JSON, of one file or of many. What is wrong
 * with them is found, not thrown, so that all that is right can be served.
 */
public final class Documents {
    private Documents() {}

    /**
     * The document in this file, and in the files that it refers to.
     *
     * @param root the folder in which all these lie
     * @param overlays what amends the first file, in this order
     * @throws ContractException if the file cannot be read, is neither YAML nor JSON, or is no OpenAPI document that we
     *     read
     */
    public static Document read(Path file, Path root, List<OverlayFile> overlays) {
        var files = new ContractFiles(root);
        return read(SourceFile.read(file.toString(), files.first(file)), new Bundle.Around(file, files), overlays);
    }

    /** The same, not amended. */
    public static Document read(Path file, Path root) {
        return read(file, root, List.of());
    }

    /**
     * The document in these bytes, which can refer to no file.
     *
     * @param source as messages shall name it
     * @param overlays what amends it, in this order
     * @throws ContractException if they are neither YAML nor JSON, or no OpenAPI document that we read
     */
    public static Document read(String source, byte[] bytes, List<OverlayFile> overlays) {
        if (bytes.length > Bounds.FILE) {
            String message = "is larger than " + (Bounds.FILE >> 20) + " MiB: divide it into several files";
            throw new ContractException(List.of(new Fault(source, Position.NONE, message)));
        }
        return read(SourceFile.read(source, bytes), null, overlays);
    }

    /** The same, not amended. */
    public static Document read(String source, byte[] bytes) {
        return read(source, bytes, List.of());
    }

    private static Document read(SourceFile main, Bundle.@Nullable Around around, List<OverlayFile> overlays) {
        if (!(main.tree() instanceof ObjectNode root)) {
            throw refused(main, "", "must be an OpenAPI document, an object");
        }
        Amended amended = Amended.by(overlays, root);
        version(main, root);
        var bundle = new Bundle(main, root, around, amended);
        Document document = bundle.document();
        amended.notes().forEach(document::note);
        new DocumentReader(document, bundle).read();
        return document;
    }

    private static void version(SourceFile main, ObjectNode root) {
        JsonNode version = root.path("openapi");
        if (root.has("swagger")) {
            throw refused(
                    main,
                    "/swagger",
                    "is Swagger " + root.path("swagger").asText() + ", which is not read: convert it to OpenAPI 3, for"
                            + " example with npx swagger2openapi or at converter.swagger.io");
        } else if (version.isMissingNode()) {
            throw refused(
                    main,
                    "",
                    "is no OpenAPI document: it has no key \"openapi\", but "
                            + (root.isEmpty() ? "none at all" : String.join(", ", keys(root))));
        } else if (!version.asText().matches("3\\.[012](\\..*)?")) {
            throw refused(
                    main,
                    "/openapi",
                    "must be OpenAPI 3.0, 3.1 or 3.2, was \"" + version.asText() + "\": convert it to one of these");
        }
    }

    private static List<String> keys(ObjectNode root) {
        return root.properties().stream().limit(5).map(entry -> entry.getKey()).toList();
    }

    private static ContractException refused(SourceFile main, String pointer, String message) {
        Position position = Positions.nearest(main.positions(List.of(pointer)), pointer);
        return new ContractException(List.of(new Fault(main.name(), position, message)));
    }
}
