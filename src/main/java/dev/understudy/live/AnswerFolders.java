package dev.understudy.live;

import dev.understudy.api.Fault;
import dev.understudy.contract.Contract;
import dev.understudy.contract.answers.AnswerFile;
import dev.understudy.contract.answers.AnswerFiles;
import dev.understudy.load.OtherFiles;
import dev.understudy.load.PlainFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Adds answers from fixture folders, in {@code NAME/answers}, to contracts of the user. */
final class AnswerFolders {
    private final List<Path> folders;
    private final Set<String> files = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    /** @param folders fixture folders; a later one overrides an earlier one */
    AnswerFolders(List<Path> folders) {
        this.folders = folders;
    }

    /** The folders that contain anything: a container image has one that is often empty. */
    static List<Path> filled(List<Path> folders) {
        return folders.stream().filter(AnswerFolders::isFilled).toList();
    }

    private static boolean isFilled(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isPresent();
        } catch (IOException e) {
            return true;
        }
    }

    /** The contract with its answers added. */
    Contract answering(Contract contract) {
        String folder = contract.name() + "/answers";
        PlainFiles plain = PlainFiles.in(folders, folder);
        if (plain.files().isEmpty()) {
            return contract;
        }
        files.addAll(plain.files().keySet());
        var answers = new ArrayList<AnswerFile>();
        plain.read(faults).forEach((name, bytes) -> {
            String shown = Objects.requireNonNull(plain.files().get(name)).toString();
            answers.add(new AnswerFile(name.substring(folder.length() + 1), shown, bytes));
        });
        AnswerFiles.Read read = AnswerFiles.of(contract, answers);
        faults.addAll(read.faults());
        return contract.answering(read.own());
    }

    /** The files that were read, and their faults. */
    OtherFiles beside() {
        return new OtherFiles(files, faults);
    }
}
