package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.road.Pets;
import java.util.List;
import java.util.stream.Stream;

/** The zoo with a second collection: each answer has what both files hold, so that it shows when they do not fit. */
final class Kennel {
    static final String PETS = "zoo/pets/pets.json";
    static final String DOGS = "zoo/pets/dogs.json";

    private static final String YAML = Pets.YAML
            + """
                DogRecord:
                  type: object
                  x-fixture: dogs
                  x-fixture-id: name
                  additionalProperties: false
                  required: [name]
                  properties: {name: {type: string}}
            """;

    private Kennel() {}

    static List<Catalogue.Entry> catalogue() {
        var source = new Source("specs/zoo/pets.yaml", YAML.getBytes(UTF_8));
        return List.of(new Catalogue.Entry(Pets.NAME, source, fixtures -> {
            var pets = fixtures.set("zoo/pets/pets", Pets.Pet::of);
            var dogs = fixtures.set("zoo/pets/dogs", Pets.Pet::of);
            return Pets.api(call -> Pets.pets(Stream.concat(pets.stream(), dogs.stream())
                    .map(Pets.Pet::name)
                    .toArray(String[]::new)));
        }));
    }
}
