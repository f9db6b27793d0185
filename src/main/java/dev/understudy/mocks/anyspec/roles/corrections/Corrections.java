package dev.understudy.mocks.anyspec.roles.corrections;

import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Spelling;
import dev.understudy.contract.correction.Correction;
import dev.understudy.mocks.anyspec.roles.schemas.ListFinder;
import dev.understudy.mocks.anyspec.roles.schemas.Name;
import dev.understudy.mocks.anyspec.roles.schemas.Properties;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaView;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Resolves the names in {@code x-understudy} in a document, and collects those that do not exist. */
public final class Corrections {
    private final SchemaViews views;
    private final boolean doubtful;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();

    /** @param doubtful whether another correction is already wrong, so that missing names may be a consequence */
    public Corrections(SchemaViews views, boolean doubtful) {
        this.views = views;
        this.doubtful = doubtful;
    }

    /** Whether a collection with this name may be missing because of a mistake that was already reported. */
    public boolean isDoubtful(String collection) {
        return doubtful || lost.contains(collection);
    }

    /** Notes that an operation that is declared to list this collection does not. */
    public void lose(String collection) {
        lost.add(collection);
    }

    /** The mistakes, in the order in which they were found. */
    public List<Mistake> mistakes() {
        return mistakes.stream().distinct().toList();
    }

    public void mistake(String pointer, String message, String repair) {
        mistakes.add(new Mistake(pointer, message, repair));
    }

    /** @param names the names that exist */
    public void unknown(String pointer, String message, String got, Collection<String> names) {
        String listed = names.isEmpty() ? "" : "use one of " + String.join(", ", names);
        mistake(
                pointer,
                message,
                Spelling.nearest(got, names).map(Spelling::question).orElse(listed));
    }

    /** The steps of a JSON pointer. */
    static List<String> steps(String pointer) {
        return Stream.of(pointer.split("/")).skip(1).map(Pointers::unescaped).toList();
    }

    /** The schema at this path in an answer; if there is none, empty, with a mistake noted. */
    Optional<SchemaView> at(SchemaView whole, String way, String pointer) {
        SchemaView here = whole;
        for (String step : steps(way)) {
            String next = here.properties().get(step);
            if (next == null) {
                unknown(
                        pointer,
                        "the answer has no property at " + way,
                        step,
                        here.properties().keySet());
                return Optional.empty();
            }
            here = views.at(next);
        }
        return Optional.of(here);
    }

    /** The list of objects at the declared path. */
    public Optional<ListFinder.Found> list(SchemaView whole, Correction.Entry said) {
        String way = said.value().asText();
        return at(whole, way, said.pointer())
                .map(list -> list.isArray() && views.at(list.items()).isObject() ? list.items() : "")
                .filter(record -> {
                    if (record.isEmpty()) {
                        mistake(
                                said.pointer(),
                                "the answer has no list of objects at \"" + way + "\"",
                                properties(
                                        whole,
                                        each -> each.isArray()
                                                && views.at(each.items()).isObject()));
                    }
                    return !record.isEmpty();
                })
                .map(record -> new ListFinder.Found(steps(way), record));
    }

    /** The object at the declared path. */
    public Optional<List<String>> object(SchemaView whole, Correction.Entry said) {
        String way = said.value().asText();
        return at(whole, way, said.pointer())
                .filter(there -> {
                    if (!there.isObject()) {
                        String is = there.isArray() ? ", but a list" : "";
                        mistake(
                                said.pointer(),
                                "the answer has no object at \"" + way + "\"" + is,
                                properties(whole, SchemaView::isObject));
                    }
                    return there.isObject();
                })
                .map(there -> steps(way));
    }

    /** Advice to use one of the suitable properties of an answer; empty if there are none. */
    private String properties(SchemaView whole, Predicate<SchemaView> such) {
        List<String> names = whole.properties().entrySet().stream()
                .filter(property -> such.test(views.at(property.getValue())))
                .map(property -> Pointers.child("", property.getKey()))
                .toList();
        return names.isEmpty() ? "" : "use " + MessageText.or(names);
    }

    /** The property with this name, or at this JSON pointer in a record. */
    public Optional<Property> property(Properties properties, String name, String pointer) {
        Optional<Property> found = name.startsWith("/")
                ? properties.all().stream()
                        .filter(each -> each.toString().equals(name))
                        .findFirst()
                : properties.exactly(Name.plain(name));
        if (found.isEmpty()) {
            unknown(pointer, "the records have no property " + name, name, names(properties));
        }
        return found;
    }

    private static List<String> names(Properties properties) {
        return properties.all().stream()
                .map(property -> String.join(".", property.path()))
                .toList();
    }
}
