package dev.understudy.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The writing of all collections, the same bytes for the same seed and sizes. */
public final class Generation {
    /** How far the writing of one file is. */
    public record Progress(String file, int done, int count) {}

    private final List<NewFile> files;

    private Generation(List<NewFile> files) {
        this.files = List.copyOf(files);
    }

    /** What is to be written for this seed. */
    public static Generation of(long seed, Sizes sizes) {
        var vocabulary = new Vocabulary();
        var staff = new Staff(seed, sizes);
        var organizations = new Organizations(seed);
        return new Generation(List.of(
                new NewFile(
                        "techwolf/task-profiles/employees.ndjson",
                        sizes.employees(),
                        new TaskProfiles(seed, vocabulary, staff)),
                new NewFile("techwolf/task-profiles/jobs.ndjson", sizes.jobs(), new Jobs(seed, vocabulary, staff)),
                new NewFile(
                        "techwolf/ai-goals/employees.ndjson", sizes.employees(), new AiGoals(seed, vocabulary, staff)),
                new NewFile("techwolf/ai-goals/tenant.json", 1, index -> vocabulary.tenant),
                new NewFile("quant/ai-tasks/tasks.ndjson", sizes.tasks(), new Tasks(seed, vocabulary)),
                new NewFile(
                        "exante/work-tasks/work-tasks.ndjson",
                        sizes.workTasks(),
                        new WorkTasks(seed, vocabulary, organizations, sizes.workTasks())),
                new NewFile("exante/work-tasks/caller.json", 1, index -> organizations.caller())));
    }

    /** Whether nothing is in the way: the folder is empty, or not there yet. */
    public static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /** What was written. */
    public record Written(List<File> files) {
        public Written {
            files = List.copyOf(files);
        }

        /** How many bytes all files have. */
        public long bytes() {
            return files.stream().mapToLong(File::bytes).sum();
        }

        /** How many records all files have. */
        public long records() {
            return files.stream().mapToLong(File::records).sum();
        }
    }

    /** A file that was written, by its name below the folder. */
    public record File(String name, int records, long bytes) {}

    /**
     * Writes every file under a hidden name, and gives them their names when all are whole: a server that watches the
     * folder never sees half of one. What was written is removed if that fails.
     */
    public Written write(Path folder, Consumer<Progress> progress) throws IOException {
        try {
            var written = new ArrayList<File>();
            for (NewFile file : files) {
                file.write(folder, progress);
            }
            for (NewFile file : files) {
                written.add(file.reveal(folder));
            }
            return new Written(written);
        } finally {
            for (NewFile file : files) {
                file.clear(folder);
            }
        }
    }
}
