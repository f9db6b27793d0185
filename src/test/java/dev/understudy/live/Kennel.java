package dev.understudy.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Fixture;
import dev.understudy.api.MockApi;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.road.Pets;
import java.util.List;
import java.util.stream.Stream;

/** The zoo with a second collection: each answer has what both files hold, so that it shows when they do not fit. */
final class Kennel {
    static final String PETS = "zoo/pets/pets.json";
    static final String DOGS = "zoo/pets/dogs.json";

    private static final CollectionKey<Pets.Pet> DOG_RECORDS = Pets.key("zoo/pets/dogs");
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
        List<Fixture<?>> fixtures =
                List.of(new Fixture<>(Pets.PETS, Pets.Pet::of), new Fixture<>(DOG_RECORDS, Pets.Pet::of));
        MockApi api = Pets.api(
                fixtures,
                (call, state) -> Pets.pets(Stream.of(Pets.PETS, DOG_RECORDS)
                        .flatMap(key -> state.set(key).stream())
                        .map(Pets.Pet::name)
                        .toArray(String[]::new)));
        return List.of(new Catalogue.Entry(Pets.NAME, source, api));
    }
}
