package dev.understudy.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Binder;
import dev.understudy.api.Binding;
import dev.understudy.api.Expected;
import dev.understudy.api.Fixture;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.fixture.CollectionKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Three collections to try things with: plays, their authors, and the one house. */
final class Theatre {
    static final String PLAYS = "theatre/plays";
    static final String AUTHORS = "theatre/authors";
    static final String HOUSE = "theatre/house";

    static final Clock NOON = Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC);

    record Act(int number) {
        static Act of(JsonNode value, Binding binding) {
            return new Act(binding.required(value, "number", Binder.INTEGER));
        }
    }

    record Play(
            String uid,
            @Nullable String title,
            @Nullable String status,
            @Nullable String author,
            @Nullable BigDecimal price,
            @Nullable List<String> after,
            @Nullable List<Act> acts) {
        static Play of(JsonNode value, Binding binding) {
            return new Play(
                    binding.required(value, "uid", Binder.TEXT),
                    binding.optional(value, "title", Binder.TEXT),
                    binding.optional(value, "status", Binder.TEXT),
                    binding.optional(value, "author", Binder.TEXT),
                    binding.optional(value, "price", Binder.NUMBER),
                    binding.optional(value, "after", Binder.listOf(Binder.TEXT)),
                    binding.optional(value, "acts", Binder.listOf(Act::of)));
        }
    }

    record Author(String name) {
        static Author of(JsonNode value, Binding binding) {
            return new Author(binding.required(value, "name", Binder.TEXT));
        }
    }

    record House(int seats) {
        static House of(JsonNode value, Binding binding) {
            return new House(binding.required(value, "seats", Binder.INTEGER));
        }
    }

    private static final Set<String> PLAY_KEYS = Set.of("uid", "title", "status", "author", "price", "after", "acts");

    private Theatre() {}

    /** A collection of this path, whatever its ids are. */
    static <T> Fixture<T> fixture(String path, Binder<T> binder) {
        return new Fixture<>(CollectionKey.single(path), binder);
    }

    static List<Collection> collections() {
        return List.of(
                new Collection(
                        PLAYS,
                        "uid",
                        false,
                        Map.of("author", AUTHORS, "after", PLAYS),
                        "after",
                        Map.of("acts", "number"),
                        Theatre::checkPlay,
                        pointer -> Optional.empty()),
                new Collection(
                        AUTHORS,
                        "name",
                        false,
                        Map.of(),
                        null,
                        Map.of(),
                        author -> List.of(),
                        pointer -> Optional.empty()),
                new Collection(
                        HOUSE, null, true, Map.of(), null, Map.of(), Theatre::checkHouse, pointer -> Optional.empty()));
    }

    static Fixtures in(Path... folders) {
        return new Fixtures(
                collections(), List.of(folders).stream().map(Layer::folder).toList(), NOON);
    }

    /** What is wrong in a folder, as a user who is beside it and calls it "mine" would read it. */
    static List<String> faults(Path folder) {
        return in(folder).faults().stream()
                .map(fault -> fault.text().replace(folder.toString(), "mine"))
                .toList();
    }

    /** What is wrong with these plays. */
    static List<String> faultsOfPlays(Path folder, String plays) {
        return faults(write(folder, PLAYS + ".json", plays));
    }

    static Path write(Path folder, String file, String text) {
        return write(folder, file, text.getBytes(UTF_8));
    }

    static Path write(Path folder, String file, byte[] bytes) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, bytes);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema of a play, by hand. */
    private static List<Violation> checkPlay(JsonNode play) {
        List<Violation> found = new ArrayList<>();
        if (!play.has("uid")) {
            found.add(violation("/uid", "required", "be given", "missing"));
        }
        play.fieldNames().forEachRemaining(key -> {
            if (!PLAY_KEYS.contains(key)) {
                found.add(violation(Pointers.child("", key), "additionalProperties", "be left out", "" + play.get(key))
                        .suggesting(key.equals("titel") ? "title" : null));
            }
        });
        if (play.has("status")
                && !Set.of("open", "closed").contains(play.get("status").asText())) {
            Expected status = Expected.oneOf(List.of("open", "closed"));
            found.add(new Violation(Place.RECORD, "", "/status", "enum", status, "" + play.get("status"))
                    .suggesting(status.nearest(play.get("status"))));
        }
        if (play.has("title") && !play.get("title").isTextual()) {
            found.add(violation("/title", "type", "be a string", "" + play.get("title")));
        }
        for (int i = 0; i < play.path("acts").size(); i++) {
            if (!play.at("/acts/" + i + "/number").isInt()) {
                String got = "" + play.at("/acts/" + i + "/number");
                found.add(violation("/acts/" + i + "/number", "type", "be an integer", got));
            }
        }
        return found;
    }

    private static List<Violation> checkHouse(JsonNode house) {
        return house.path("seats").asInt() > 0
                ? List.of()
                : List.of(violation("/seats", "minimum", "be more than 0", "" + house.get("seats")));
    }

    private static Violation violation(String pointer, String keyword, String expected, String got) {
        return new Violation(Place.RECORD, "", pointer, keyword, expected, got);
    }
}
