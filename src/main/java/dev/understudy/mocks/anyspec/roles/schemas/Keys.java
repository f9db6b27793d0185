package dev.understudy.mocks.anyspec.roles.schemas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the property of a record that a path uses to identify it. */
public record Keys(Properties properties, String owner) {
    private static final List<String> USUAL = List.of(
            "id", "uuid", "guid", "sid", "key", "slug", "code", "number", "name", "login", "username", "identifier");

    /** How many of these names are always ids. */
    private static final int IDS = 4;

    public Key of(String parameter) {
        return new Key(parameter, property(parameter));
    }

    /** The key for the only parameter that identifies a record: it is the id if it matches no other property. */
    public Key only(String parameter) {
        Key key = of(parameter);
        boolean other =
                Name.plain(parameter).matches(".*(name|login|email|slug|code|key|number|tag|sha|ref|path|date|type)");
        return key.property() == null && !other
                ? new Key(parameter, top("id").flatMap(Keys::single).orElse(null))
                : key;
    }

    private @Nullable Property property(String parameter) {
        String plain = Name.plain(parameter);
        // A subscription_item may be called an item.
        boolean owners = owner.equals(plain)
                || Stream.concat(Stream.of(owner), Name.otherNumber(owner).stream())
                        .anyMatch(one -> one.endsWith(plain) && plain.length() > 3);
        return single(properties.exactly(plain))
                // A customer has other properties, inside objects, that name the customer.
                .filter(property -> !owners || property.path().size() == 1)
                .or(() -> plain.matches(".*(id|uuid|guid)") ? top("id").flatMap(Keys::single) : Optional.empty())
                .or(() -> owners ? usual() : Optional.empty())
                .or(() -> single(properties.meant(plain, owner)).filter(Keys::isOwn))
                .or(() -> USUAL.stream()
                        .flatMap(usual -> single(properties.exactly(plain + usual)).stream())
                        .findFirst())
                .or(() -> owners || plain.length() < 4 ? usual() : ending(Name.hyphened(parameter)))
                .orElse(null);
    }

    private Optional<Property> ending(String hyphened) {
        return USUAL.stream()
                .filter(usual -> hyphened.endsWith("-" + usual))
                .flatMap(usual -> single(properties.exactly(usual)).filter(Keys::isOwn).stream())
                .findFirst();
    }

    /** The identifying property of records that no path names. */
    public Optional<Property> usual() {
        Stream<String> own = Name.otherNumber(owner).stream().map(one -> one + "id");
        return Stream.of(USUAL.stream().limit(IDS), own, USUAL.stream().skip(IDS))
                .flatMap(names -> names)
                .flatMap(name -> single(top(name)).stream())
                .findFirst();
    }

    private Optional<Property> top(String plain) {
        return properties.all().stream()
                .filter(each -> each.path().size() == 1 && each.plain().equals(plain))
                .findFirst();
    }

    /** Whether it is not the id of something else inside the record. */
    private static boolean isOwn(Property property) {
        return property.path().size() == 1 || !property.plainLeaf().matches("id|uuid|guid|sid");
    }

    private static Optional<Property> single(Property property) {
        return single(Optional.of(property));
    }

    private static Optional<Property> single(Optional<Property> property) {
        return property.filter(each -> !each.several() && !each.schema().isBoolean());
    }
}
