package dev.understudy.load;

import java.nio.file.Path;

/** One place that fixture files come from; a collection in a later layer replaces the same one of an earlier layer. */
public final class Layer {
    private final LayerFiles files;

    private Layer(LayerFiles files) {
        this.files = files;
    }

    /** The fixtures that come with the program: those below {@code fixtures/} on the class path. */
    public static Layer builtIn() {
        return new Layer(new ClassPathFiles());
    }

    /** The files in a folder; no other file may be there, and it need not have all. */
    public static Layer folder(Path folder) {
        return new Layer(new FolderFiles(folder));
    }

    /** The name to show: {@code built-in}, or the folder as it was given. */
    public String name() {
        return files.name();
    }

    boolean isFolder() {
        return files instanceof FolderFiles;
    }

    LayerFiles files() {
        return files;
    }
}
