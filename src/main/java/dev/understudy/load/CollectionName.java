package dev.understudy.load;

import dev.understudy.api.Spelling;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What people call a collection: its whole path, or the API alone where that has one list. */
final class CollectionName {
    private CollectionName() {}

    /** The collection that is meant; empty if it is none, or could be several. */
    static Optional<Collection> of(String name, java.util.Collection<Collection> collections) {
        List<Collection> lists =
                below(name, collections).filter(each -> !each.single()).toList();
        return collections.stream()
                .filter(collection -> collection.path().equals(name))
                .findFirst()
                .or(() -> lists.size() == 1 ? Optional.of(lists.get(0)) : Optional.empty());
    }

    static Explanation explain(String name, java.util.Collection<Collection> collections) {
        List<String> all = collections.stream().map(Collection::path).toList();
        List<String> below = below(name, collections).map(Collection::path).toList();
        return below.isEmpty()
                ? new Explanation.Unnamed(all, Spelling.nearest(name, all).or(() -> ofApi(name, all)))
                : new Explanation.Unnamed(below, Optional.empty());
    }

    private static Optional<String> ofApi(String name, List<String> all) {
        List<String> apis = all.stream()
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .distinct()
                .toList();
        return Spelling.nearest(name, apis);
    }

    private static Stream<Collection> below(String name, java.util.Collection<Collection> collections) {
        return collections.stream().filter(collection -> collection.path().startsWith(name + "/"));
    }
}
