package dev.understudy.load;

import java.nio.file.Path;

/** One place that fixture files come from; a collection in a later layer replaces the same one of an earlier layer. */
public final class Layer {
    private final Shelf shelf;

    private Layer(Shelf shelf) {
        this.shelf = shelf;
    }

    /** The fixtures that come with the program: those below {@code fixtures/} on the class path. */
    public static Layer builtIn() {
        return new Layer(new ClassPathShelf());
    }

    /** The files in a folder; no other file may be there, and it need not have all. */
    public static Layer folder(Path folder) {
        return new Layer(new FolderShelf(folder));
    }

    /** The name to show: {@code built-in}, or the folder as it was given. */
    public String name() {
        return shelf.name();
    }

    boolean isFolder() {
        return shelf instanceof FolderShelf;
    }

    Shelf shelf() {
        return shelf;
    }
}
