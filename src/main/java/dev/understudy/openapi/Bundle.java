package dev.understudy.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Pointers;
import dev.understudy.api.Position;
import dev.understudy.api.text.Printable;
import dev.understudy.openapi.overlay.Origin;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.openapi.source.ContractFiles;
import dev.understudy.openapi.source.ContractFiles.Unreadable;
import dev.understudy.openapi.source.Note;
import dev.understudy.openapi.source.Place;
import dev.understudy.openapi.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of a document as one tree: the first file is the root, each other one stands once below {@value #KEY}, by
 * its path as seen from the first.
 */
final class Bundle implements Places {
    static final String KEY = "x-understudy-files";

    private static final String MOUNT = "/" + KEY + "/";

    private final SourceFile main;
    private final ObjectNode root;
    private final @Nullable Around around;
    private final Amended amended;
    private final Map<Path, String> mounts = new HashMap<>();
    private final Map<String, SourceFile> sources = new LinkedHashMap<>();
    private final Map<String, Path> paths = new HashMap<>();
    private final Document document;

    /** What is in the files of examples, by the file that names them and their name: they are read once. */
    private final Map<String, Optional<byte[]>> examples = new HashMap<>();

    /** The same files, with bounds of their own. */
    private final @Nullable ContractFiles exampleFiles;

    /**
     * Where a document lies.
     *
     * @param file its first file
     * @param files those that it may use
     */
    record Around(Path file, ContractFiles files) {}

    /**
     * @param around null if the document came without files around it
     * @param amended what became of the root by overlays
     */
    Bundle(SourceFile main, ObjectNode root, @Nullable Around around, Amended amended) {
        this.amended = amended;
        this.main = main;
        this.root = root;
        this.around = around;
        this.exampleFiles = around == null ? null : around.files().again();
        if (around != null) {
            ContractFiles.real(around.file()).ifPresent(real -> mounts.put(real, ""));
            paths.put("", around.file());
        }
        // What stands there was not put there by us.
        root.remove(KEY);
        sources.put("", main);
        var outline = new Outline(new ArrayList<>(), new TreeMap<>(), new ArrayList<>(), new TreeSet<>());
        document = new Document(main.name(), main::text, root, this, outline);
        main.found().forEach(document::note);
    }

    Document document() {
        return document;
    }

    /** The pointer of the file that this place is in; empty for the first. */
    static String mount(String pointer) {
        if (!pointer.startsWith(MOUNT)) {
            return "";
        }
        int end = pointer.indexOf('/', MOUNT.length());
        return end < 0 ? pointer : pointer.substring(0, end);
    }

    /** The file at this pointer. */
    SourceFile source(String mount) {
        SourceFile source = sources.get(mount);
        return source == null ? main : source;
    }

    /** The pointer of the file that is named in another, which is read if it was not yet. */
    String mount(String from, String reference) throws Unreadable {
        Path here = paths.get(from);
        if (around == null || here == null) {
            throw new Unreadable(
                    "\"" + reference + "\" is another file, and this document came without files around it",
                    "give the contract as a file, or as one that has all in it");
        }
        Path other = around.files().find(here, reference);
        String known = mounts.get(other);
        return known != null ? known : mounted(other, around);
    }

    private String mounted(Path other, Around around) throws Unreadable {
        Path home = ContractFiles.real(around.file().resolveSibling(".")).orElse(other);
        String name = slashes(home.relativize(other));
        String shown = slashes(around.file().resolveSibling(name).normalize());
        SourceFile source = read(shown, around.files().bytes(other));
        String mount = Pointers.child("/" + KEY, name);
        mounts.put(other, mount);
        sources.put(mount, source);
        paths.put(mount, other);
        JsonNode all = root.path(KEY);
        ObjectNode object = all.isObject() ? (ObjectNode) all : root.putObject(KEY);
        object.set(name, source.tree());
        source.found().forEach(note -> document.note(moved(note, mount)));
        return mount;
    }

    @Override
    public synchronized Optional<byte[]> file(String pointer, String reference) {
        Path here = paths.get(mount(pointer));
        return around == null || here == null
                ? Optional.empty()
                : examples.computeIfAbsent(
                        mount(pointer) + " " + reference, any -> example(around, here, Fragments.decoded(reference)));
    }

    private Optional<byte[]> example(Around place, Path here, String reference) {
        try {
            return Optional.of(
                    Objects.requireNonNull(exampleFiles).bytes(place.files().find(here, reference)));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        sources.values().forEach(source -> texts.putIfAbsent(Printable.text(source.name()), source.text()));
        amended.sources().forEach(overlay -> texts.putIfAbsent(Printable.text(overlay.name()), overlay.text()));
        return texts;
    }

    @Override
    public List<Path> files() {
        return around == null ? List.of() : around.files().named();
    }

    private static SourceFile read(String name, byte[] bytes) throws Unreadable {
        try {
            return SourceFile.read(name, bytes);
        } catch (ContractException e) {
            throw new Unreadable("the file cannot be read: " + e.getMessage(), "correct the file");
        }
    }

    private static Note moved(Note note, String mount) {
        return new Note(note.level(), mount + note.pointer(), note.kind(), note.message(), note.repair(), note.place());
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    @Override
    public Map<String, Place> of(Collection<String> pointers) {
        var inFile = new IdentityHashMap<SourceFile, Map<String, String>>();
        for (String pointer : pointers) {
            String mount = mount(pointer);
            boolean moved = mount.isEmpty() && amended.isAmended();
            Origin origin = moved ? amended.origin(pointer) : new Origin(0, pointer.substring(mount.length()));
            inFile.computeIfAbsent(amended.source(origin, source(mount)), any -> new HashMap<>())
                    .put(pointer, origin.pointer());
        }
        var places = new HashMap<String, Place>();
        inFile.forEach((source, inside) -> {
            Map<String, Position> positions = source.positions(inside.values());
            inside.forEach((pointer, written) ->
                    places.put(pointer, new Place(source.name(), Positions.nearest(positions, written))));
        });
        return places;
    }
}
