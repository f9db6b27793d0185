package dev.understudy.records;

import dev.understudy.load.Explanation;
import dev.understudy.load.Fixtures;
import dev.understudy.load.FolderUse;
import java.util.List;

/** Layers in words that say nothing of this machine: folders by their number, files below them. */
final class LayerNames {
    private final List<String> folders;
    private final String path;

    /** @param path of the collection whose files they are */
    LayerNames(Fixtures files, String path) {
        this.folders = files.folders().stream().map(FolderUse::folder).toList();
        this.path = path;
    }

    ValueLayer of(String pointer, Explanation.Place place) {
        int start = Math.max(0, place.file().lastIndexOf(path));
        String layer = place.isBuiltIn() ? place.layer() : "folder " + (folders.indexOf(place.layer()) + 1);
        return new ValueLayer(pointer, layer, place.file().substring(start), place.line());
    }
}
