package dev.understudy.load;

import dev.understudy.api.Fault;
import dev.understudy.load.text.Form;
import dev.understudy.load.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All layers, one on top of the other. */
final class Layers {
    private final List<Layer> layers;

    Layers(List<Layer> layers) {
        this.layers = List.copyOf(layers);
    }

    /** The files that count: the whole collection of the last layer that has it, and the changes from there on. */
    CollectionFiles find(Collection collection) {
        @Nullable Source base = null;
        List<Source> merges = new ArrayList<>();
        for (Layer layer : layers) {
            Optional<Source> whole = wholes(layer, collection).stream().findFirst();
            if (whole.isPresent()) {
                base = whole.get();
                merges.clear();
            }
            // In one layer the changes are made to what that layer brings.
            changes(layer, collection).stream().findFirst().ifPresent(merges::add);
        }
        return new CollectionFiles(base, merges);
    }

    /** Where a layer has the same file in two forms, so that nobody knows which one is meant. */
    List<Fault> doubles(Collection collection) {
        return layers.stream()
                .flatMap(layer -> Stream.of(wholes(layer, collection), changes(layer, collection)))
                .filter(sources -> sources.size() > 1)
                .map(sources -> Fault.ofFile(
                        sources.get(0).file(),
                        "file",
                        "be the only file of its collection",
                        "beside " + sources.get(1).file(),
                        "remove one of them"))
                .toList();
    }

    List<Fault> foreignFiles(Set<String> files) {
        return layers.stream()
                .flatMap(layer -> layer.files().foreign(files).faults().stream())
                .toList();
    }

    /**
     * What each folder among the layers is used for.
     *
     * @param beside the files of nobody's collection that are used all the same
     * @param files these and those of all collections
     */
    List<FolderUse> folders(java.util.Collection<Collection> collections, Set<String> beside, Set<String> files) {
        return layers.stream()
                .filter(Layer::isFolder)
                .map(layer -> new FolderUse(
                        layer.name(),
                        beside.stream().noneMatch(file -> has(layer, file))
                                && collections.stream().allMatch(collection -> isWithout(layer, collection)),
                        used(layer, collections, beside),
                        layer.files().foreign(files).passedOver()))
                .toList();
    }

    /** Collections, and folders of other files, that a layer has something of that counts. */
    private List<String> used(Layer layer, java.util.Collection<Collection> collections, Set<String> beside) {
        Stream<String> own = collections.stream()
                .filter(collection ->
                        find(collection).files().anyMatch(file -> file.layer().equals(layer.name())))
                .map(Collection::path);
        Stream<String> others = beside.stream()
                .filter(file -> layers.stream().filter(each -> has(each, file)).reduce((a, b) -> b).stream()
                        .anyMatch(layer::equals))
                .sorted();
        return Stream.concat(own, others).toList();
    }

    private static boolean has(Layer layer, String file) {
        return layer.files().find(file, Form.SINGLE).isPresent();
    }

    private static boolean isWithout(Layer layer, Collection collection) {
        return wholes(layer, collection).isEmpty() && changes(layer, collection).isEmpty();
    }

    private static List<Source> wholes(Layer layer, Collection collection) {
        return collection.forms().stream()
                .flatMap(form -> layer.files().find(form.fileOf(collection.path()), form).stream())
                .toList();
    }

    private static List<Source> changes(Layer layer, Collection collection) {
        return collection.mergeForms().stream()
                .flatMap(form -> layer.files().find(form.mergeFileOf(collection.path()), form).stream())
                .toList();
    }
}
