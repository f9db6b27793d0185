package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.generate.Generation;
import dev.understudy.live.Catalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path folder;

    GenerateTest(@TempDir Path folder) {
        this.folder = folder.resolve("generated");
    }

    @Test
    void what_is_generated_is_without_a_fault() {
        assertThat(generate("--employees", "300", "--jobs", "60", "--tasks", "700", "--work-tasks", "200"))
                .isZero();
        assertThat(err.toString()).isEmpty();

        assertThat(run("check", "--fixtures", folder.toString()))
                .as(out.toString())
                .isZero();
    }

    @Test
    void lists_of_ones_own_contract_get_records_that_check_accepts() throws Exception {
        String kites = "examples/kites/kites.yaml";
        assertThat(generate(kites, "--records", "40")).isZero();
        assertThat(out.toString())
                .contains("kites/kites.json")
                .contains("40 records")
                .contains("2 files");
        String makers = Files.readString(folder.resolve("kites/makers.json"));

        assertThat(run("check", kites, "--fixtures", folder.toString())).isZero();
        assertThat(out.toString()).contains("2 collections, 80 records checked");
        assertThat(run("explain", kites, "makers", "7", "--fixtures", folder.toString()))
                .isZero();
        assertThat(out.toString()).contains("\"id\": 7,").contains("makers.json:8");
        assertThat(run("explain", kites, "makrs", "7")).isEqualTo(2);
        assertThat(err.toString()).contains("\"makrs\" names no collection of " + kites + ". Did you mean \"makers\"?");
        assertThat(run("explain", kites, "makers", "7")).isEqualTo(1);
        assertThat(err.toString()).contains("No folder of fixtures has a file kites/makers.json");
        assertThat(run("schema", kites, "makers")).isZero();
        assertThat(out.toString()).contains("\"array\"").contains("#/definitions/Maker");
        assertThat(run("generate", kites, "--records", "40", "--seed", "2", "--out", folder + "2"))
                .isZero();
        assertThat(Path.of(folder + "2/kites/makers.json")).content().isNotEqualTo(makers);
        assertThat(run("generate", "exante/work-tasks", "--out", folder + "3")).isEqualTo(2);
    }

    @Test
    void it_says_what_it_wrote_where_how_large_and_in_which_time() throws Exception {
        assertThat(generate("--employees", "30", "--jobs", "1", "--tasks", "7", "--work-tasks", "2"))
                .isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(8);
        assertThat(lines.get(0))
                .matches("  \\Q" + folder.resolve("techwolf/task-profiles/employees.ndjson")
                        + "\\E +30 records +\\d+\\.\\d MB");
        assertThat(lines.get(1)).containsPattern("jobs\\.ndjson +1 record +0\\.0 MB$");
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertThat(lines.get(7))
                .startsWith("7 files in " + folder + ": 72 records, "
                        + String.format(Locale.ROOT, "%.1f MB", bytes / 1e6) + ", in ")
                .matches(".* in \\d+\\.\\d s\\.");
    }

    @Test
    void collections_may_be_empty() {
        assertThat(generate("--employees", "3", "--jobs", "0", "--tasks", "0", "--work-tasks", "0"))
                .isZero();
        assertThat(run("check", "--fixtures", folder.toString()))
                .as(out.toString())
                .isZero();
    }

    @Test
    void a_folder_with_something_in_it_is_left_alone() throws Exception {
        Files.writeString(Files.createDirectories(folder).resolve("mine.txt"), "mine");

        assertThat(generate()).isEqualTo(2);
        assertThat(err.toString()).contains("--out must be an empty folder, or not there yet, was '" + folder + "'");
        assertThat(folder).isDirectoryContaining("glob:**mine.txt").isDirectoryNotContaining("glob:**techwolf");
    }

    @Test
    void a_count_is_a_number_that_is_not_too_large() {
        for (String wrong : new String[] {"-1", "many", "1.5", "100000001"}) {
            assertThat(generate("--jobs", wrong)).isEqualTo(2);
            assertThat(err.toString()).contains("must be a number from 0 to 100000000, was '" + wrong + "'");
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void a_terminal_is_told_how_far_it_is_on_one_line_that_is_gone_at_the_end() {
        var bar = new ProgressBar(new PrintWriter(err), true);
        bar.show(new Generation.Progress("a/employees.ndjson", 1, 2));
        bar.show(new Generation.Progress("b/c.ndjson", 2, 2));
        bar.clear();

        assertThat(err.toString().split("\r"))
                .containsExactly(
                        "",
                        "[############            ]  50 % a/employees.ndjson",
                        "[########################] 100 % b/c.ndjson        ",
                        " ".repeat(43));
    }

    private int generate(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "generate";
        all[1] = "--out";
        all[2] = folder.toString();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return run(all);
    }

    private int run(String... arguments) {
        return Commands.commandLine(Catalogue.builtIn(), Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
