package dev.understudy.live;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two files are replaced in one step again and again; every record in them carries the version that it is of. */
class SwapTest {
    private static final WatchInterval QUICK = new WatchInterval(Duration.ofMillis(1), Duration.ofMillis(1));
    private static final int CLIENTS = 4;
    private static final int RECORDS = 20;
    private static final Pattern VERSION = Pattern.compile("v(\\d+) ");

    private final Path root;
    private final Folder folder;

    SwapTest(@TempDir Path root) {
        this.root = root;
        this.folder = new Folder(root);
    }

    @Test
    void every_answer_during_20_swaps_is_of_one_version() throws Exception {
        swap(20);
    }

    @Test
    @Tag("slow")
    void every_answer_during_1000_swaps_is_of_one_version() throws Exception {
        swap(1000);
    }

    private void swap(int times) throws Exception {
        turn(0);
        folder.link(Kennel.PETS, "../../..data/pets.json");
        folder.link(Kennel.DOGS, "../../..data/dogs.json");
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (Site mock = Site.start(Kennel.catalogue(), QUICK, root)) {
            var over = new AtomicBoolean();
            List<Future<Tally>> tallies = Stream.generate(() -> clients.submit(asking(mock, over)))
                    .limit(CLIENTS)
                    .toList();
            for (int version = 1; version <= times; version++) {
                turn(version);
                String marker = "\"v" + version + " ";
                mock.until("/zoo/pets", body -> body.contains(marker));
            }
            over.set(true);
            for (Future<Tally> tally : tallies) {
                assertThat(tally.get().wrong()).isEmpty();
                assertThat(tally.get().answers()).isPositive();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** What a client saw: how many answers, and those that were not whole or older than the one before. */
    private record Tally(int answers, List<String> wrong) {}

    private static Callable<Tally> asking(Site mock, AtomicBoolean over) {
        return () -> {
            var wrong = new ArrayList<String>();
            int answers = 0;
            int newest = 0;
            for (; !over.get(); answers++) {
                HttpResponse<String> response = mock.get("/zoo/pets");
                int[] versions = versions(response.body());
                boolean whole = response.statusCode() == 200 && versions.length == 1 && versions[0] >= newest;
                if (whole) {
                    newest = versions[0];
                } else {
                    wrong.add(response.statusCode() + " " + response.body());
                }
            }
            return new Tally(answers, wrong);
        };
    }

    private static int[] versions(String body) {
        Matcher matcher = VERSION.matcher(body);
        return matcher.results()
                .mapToInt(result -> Integer.parseInt(result.group(1)))
                .distinct()
                .toArray();
    }

    /** As Kubernetes does: the new files in a folder of their own, then one link is turned to it. */
    private void turn(int version) throws Exception {
        folder.write("..v" + version + "/pets.json", records(version, "pet"));
        folder.write("..v" + version + "/dogs.json", records(version, "dog"));
        folder.link("..data", "..v" + version);
    }

    private static String records(int version, String kind) {
        return IntStream.range(0, RECORDS)
                .mapToObj(i -> "{\"name\":\"v" + version + " " + kind + " " + i + "\"}")
                .collect(joining(",\n", "[", "]"));
    }
}
