package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.road.Pets;
import java.util.List;

/** The catalogue of tests: one API, whose pets come from the fixtures. */
public final class Zoo {
    private Zoo() {}

    public static List<Catalogue.Entry> catalogue() {
        return catalogue(Pets.YAML);
    }

    public static List<Catalogue.Entry> catalogue(String yaml) {
        var source = new Source("specs/zoo/pets.yaml", yaml.getBytes(UTF_8));
        return List.of(new Catalogue.Entry(Pets.NAME, source, Pets.stored()));
    }
}
