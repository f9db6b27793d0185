package dev.understudy.mocks.anyspec.roles.schemas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The properties of a list's records that a request can refer to, those with the shortest paths first. */
public final class Properties {
    private static final int DEEPEST = 3;
    private static final int MOST = 400;

    /** In letters: shorter words may end many names. */
    private static final int LONG = 5;

    /** The parts of a time's name besides the word that identifies it: {@code created_at}, {@code dateCreated}. */
    private static final Pattern OF_TIME =
            Pattern.compile("^(date|time|timestamp)|(datetime|timestamp|date|time|at|on)$");

    /** The names of properties that identify an object. */
    private static final Pattern IDENTITY =
            Pattern.compile("id|uuid|guid|number|login|username|email|name|slug|key|code");

    private final SchemaViews views;
    private final List<Property> all = new ArrayList<>();
    private final Map<List<String>, Property> byPath = new HashMap<>();
    private final Map<String, Property> byName = new HashMap<>();
    private final Map<String, Property> byLeaf = new HashMap<>();
    private final Map<String, Property> moments = new HashMap<>();

    /** The identifying properties of an object, or of the objects in a list, by its plain name. */
    private final Map<String, List<Property>> identities = new HashMap<>();

    /** Optional times, by their plain names without {@code at} or the like. */
    private final Map<String, Property> events = new HashMap<>();

    private Properties(SchemaViews views) {
        this.views = views;
    }

    /** The properties of records with this schema. */
    public static Properties of(SchemaViews views, String pointer) {
        var properties = new Properties(views);
        List<Level> level = List.of(new Level(List.of(), views.at(pointer)));
        for (int depth = 0; depth < DEEPEST && !level.isEmpty(); depth++) {
            level = properties.below(level);
        }
        return properties;
    }

    private record Level(List<String> path, SchemaView schema) {}

    private List<Level> below(List<Level> level) {
        var below = new ArrayList<Level>();
        for (Level here : level) {
            for (Map.Entry<String, String> entry : here.schema().properties().entrySet()) {
                if (all.size() < MOST) {
                    add(here, entry.getKey(), views.at(entry.getValue()), below);
                }
            }
        }
        return below;
    }

    private void add(Level here, String name, SchemaView schema, List<Level> below) {
        var path = new ArrayList<>(here.path());
        path.add(name);
        if (schema.isObject()) {
            below.add(new Level(path, schema));
            byPath.put(path, new Property(path, schema, false));
            identify(path, schema, false);
        } else if (!schema.isArray()) {
            var property = new Property(path, schema, false);
            know(property);
            if (property.isMoment() && (schema.takesNull() || !here.schema().requires(name))) {
                events.putIfAbsent(property.plain().replaceFirst("(at|on|date|time)$", ""), property);
            }
        } else {
            SchemaView item = views.at(schema.items());
            byPath.put(path, new Property(path, item, true));
            if (item.isScalar()) {
                know(new Property(path, item, true));
            }
            identify(path, item, item.isScalar());
        }
    }

    /** @param mixed whether items of the list may also be scalars, which identify themselves */
    private void identify(List<String> path, SchemaView object, boolean mixed) {
        var telling = new ArrayList<Property>();
        String thing = Name.plain(path.get(0));
        object.properties().forEach((name, pointer) -> {
            SchemaView schema = views.at(pointer);
            String plain = Name.plain(name);
            boolean own = Name.otherNumber(thing).stream().anyMatch(one -> plain.matches(one + "(id|name)"));
            if (schema.isScalar() && (own || IDENTITY.matcher(plain).matches())) {
                var whole = new ArrayList<>(path);
                whole.add(name);
                telling.add(new Property(whole, schema, true));
            }
        });
        // A number alone may be a house number.
        boolean numbered = telling.size() == 1 && telling.get(0).plainLeaf().equals("number");
        if (path.size() == 1 && !telling.isEmpty() && !numbered) {
            if (mixed) {
                telling.add(0, new Property(path, object, true));
            }
            identities.put(thing, List.copyOf(telling));
        }
    }

    /** Adds a property; of several with one name, the first, which has the shortest path, is kept. */
    private void know(Property property) {
        all.add(property);
        byPath.put(property.path(), property);
        byName.putIfAbsent(property.plain(), property);
        byLeaf.putIfAbsent(property.plainLeaf(), property);
        if (property.isMoment()) {
            moments.putIfAbsent(stem(property.plainLeaf()), property);
        }
    }

    public List<Property> all() {
        return all;
    }

    /** The property at exactly this path, including objects and lists of objects. */
    public Optional<Property> at(List<String> path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Whether the properties of the enclosing object are known. */
    public boolean isKnown(List<String> path) {
        Property holder = byPath.get(path.subList(0, path.size() - 1));
        boolean open = holder != null
                && (holder.several() || holder.schema().properties().isEmpty());
        return path.size() <= DEEPEST && all.size() < MOST && !open;
    }

    /** The property with exactly this name, in any spelling; one inside an object only if no object has this name. */
    public Optional<Property> exactly(String plain) {
        Property inner = identities.containsKey(plain) ? null : byLeaf.get(plain);
        return Optional.ofNullable(byName.getOrDefault(plain, inner));
    }

    /** The identifying properties of the object, or list of objects, with exactly this name; empty if there is none. */
    public List<Property> identities(String plain) {
        return identities.getOrDefault(plain, List.of());
    }

    /** The identifying properties for a name in the singular or plural, with or without a suffix for an id. */
    public List<Property> identitiesMeant(String plain) {
        for (String other : Name.otherNumber(plain)) {
            if (identities.containsKey(other)) {
                return identities.get(other);
            }
        }
        String thing = plain.replaceFirst("ids?$", "");
        return thing.equals(plain) || thing.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(thing), Name.otherNumber(thing).stream())
                        .flatMap(each -> identities(each).stream())
                        .filter(property -> property.plainLeaf().endsWith("id"))
                        .toList();
    }

    /** The time of an event that a flag such as {@code is_archived} asks about. */
    public Optional<Property> event(String plain) {
        return Optional.ofNullable(events.get(plain.replaceFirst("^(is|was|has)(?=.{4})", "")));
    }

    /**
     * The property that a name means: in the singular or plural, with or without a suffix for an id.
     *
     * @param owner the plain name of the collection, which may be a prefix of the name
     */
    public Optional<Property> meant(String plain, String owner) {
        Optional<Property> found = exactly(plain).or(() -> any(Name.otherNumber(plain)));
        found = found.or(() -> withoutOwner(plain, owner));
        found = found.or(() -> Optional.ofNullable(byName.get(plain + "id")));
        if (plain.endsWith("id") && plain.length() > 2) {
            found = found.or(() -> exactly(plain.substring(0, plain.length() - 2)));
        } else if (plain.endsWith("ids")) {
            found = found.or(() -> exactly(plain.substring(0, plain.length() - 3)));
        } else if (plain.startsWith("is") || plain.startsWith("has")) {
            found = found.or(() -> exactly(plain.replaceFirst("^(is|has)", "")));
        }
        return found.or(() -> exactly("is" + plain));
    }

    private Optional<Property> any(Set<String> plains) {
        return plains.stream().flatMap(plain -> exactly(plain).stream()).findFirst();
    }

    private Optional<Property> withoutOwner(String plain, String owner) {
        for (String one : Name.otherNumber(owner)) {
            if (plain.startsWith(one) && plain.length() > one.length()) {
                String rest = plain.substring(one.length());
                Optional<Property> found = exactly(rest).or(() -> any(Name.otherNumber(rest)));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The time that a word means: {@code created}, {@code creation} and {@code created_at} are the same. */
    public Optional<Property> moment(String plain) {
        String stem = stem(plain);
        Optional<Property> found = Optional.ofNullable(moments.get(stem));
        return found.isPresent() || stem.length() < LONG ? found : onlyEnding(stem);
    }

    /** The only time whose name ends with this one: {@code token_last_used_at} for {@code last_used}. */
    private Optional<Property> onlyEnding(String stem) {
        List<Property> ending = moments.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(stem))
                .map(Map.Entry::getValue)
                .toList();
        return ending.size() == 1 ? Optional.of(ending.get(0)) : Optional.empty();
    }

    /** The time that is meant if none is named: of creation, else of the event itself, else of the last change. */
    public Optional<Property> mainMoment() {
        return moment("created")
                .or(() -> moment(""))
                .or(() -> moment("updated"))
                .or(() -> all.stream()
                        .filter(property -> property.schema().isMoment())
                        .findFirst());
    }

    public static String stem(String plain) {
        String stem = plain;
        for (String before = ""; !stem.equals(before); ) {
            before = stem;
            stem = OF_TIME.matcher(stem).replaceFirst("");
        }
        stem = stem.replaceFirst("^(last|latest)(?=updat|modif|chang)", "");
        return stem.matches("creat.*|insert.*|added?")
                ? "created"
                : stem.matches("updat.*|modif.*|chang.*|edit.*")
                        ? "updated"
                        : stem.replaceFirst("(?<=\\w{3})(ed|es|ing|s|e)$", "");
    }
}
