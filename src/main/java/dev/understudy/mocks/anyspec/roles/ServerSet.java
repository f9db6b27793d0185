package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.roles.schemas.Properties;
import dev.understudy.mocks.anyspec.roles.schemas.Property;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A property of a record that the server sets if clients do not. */
public record ServerSet(Property property, Kind kind) {
    /** When the property is set, and to what value. */
    public enum Kind {
        /** The time of creation. */
        CREATED,
        /** The time of the last change. */
        UPDATED,
        /** The number of times the record was written, an integer. */
        VERSION,
        /** A text that differs after each change. */
        TAG
    }

    private static final int DEEPEST = 2;

    /** The properties of this kind in records of this schema, judging by name and type. */
    public static List<ServerSet> of(Contract contract, String schema) {
        var found = new ArrayList<ServerSet>();
        for (Property property :
                Properties.of(new SchemaViews(contract), schema).all()) {
            if (property.path().size() <= DEEPEST && !property.several()) {
                kind(property).ifPresent(kind -> found.add(new ServerSet(property, kind)));
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Kind> kind(Property property) {
        String plain = property.plainLeaf();
        boolean moment = property.isMoment()
                || (!property.schema().isText() && property.schema().isNumeric());
        String stem = Properties.stem(plain);
        if (moment && stem.equals("created")) {
            return Optional.of(Kind.CREATED);
        } else if (moment && stem.equals("updated")) {
            return Optional.of(Kind.UPDATED);
        } else if (plain.matches("version|revision|rev|lockversion|rowversion|versionnumber")) {
            return Optional.of(Kind.VERSION).filter(kind -> !property.schema().isText());
        }
        return Optional.of(Kind.TAG)
                .filter(kind ->
                        plain.matches("(odata)?etag") && property.schema().isText());
    }
}
