package dev.understudy.contract.answers;

import dev.understudy.contract.Answer;
import dev.understudy.contract.Answers;
import dev.understudy.contract.Content;
import dev.understudy.contract.Example;
import dev.understudy.contract.Operation;
import dev.understudy.contract.text.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an operation answers by files: gathered one by one, each in its status, content and type. */
final class OwnAnswers {
    private final Answers documented;
    private final Map<Integer, List<Entry>> byStatus = new TreeMap<>();

    OwnAnswers(Answers documented) {
        this.documented = documented;
    }

    private record Entry(AnswerFile file, Content content, MediaType type, Example example) {
        private boolean isFor(Content other, MediaType sent, String name) {
            return content == other
                    && type.text().equals(sent.text())
                    && example.name().equals(name);
        }
    }

    /** Adds a file, or returns the one that is there for the same. */
    Optional<AnswerFile> add(AnswerFile file, int status, Content content, MediaType type, Example example) {
        List<Entry> entries = byStatus.computeIfAbsent(status, any -> new ArrayList<>());
        Optional<AnswerFile> other = entries.stream()
                .filter(entry -> entry.isFor(content, type, example.name()))
                .map(Entry::file)
                .findFirst();
        if (other.isEmpty()) {
            entries.add(new Entry(file, content, type, example));
        }
        return other;
    }

    Operation.Own own() {
        Map<Integer, Answer> answers = new LinkedHashMap<>();
        var files = new ArrayList<String>();
        byStatus.forEach((status, entries) -> {
            answers.put(status, answer(documented.of(status).orElseThrow(), entries));
            entries.forEach(entry -> files.add(entry.file().name()));
        });
        return new Operation.Own(answers, files);
    }

    /** The same answer, in which each content shows its files first; those of a range go before it with a type. */
    private static Answer answer(Answer answer, List<Entry> entries) {
        var contents = new ArrayList<Content>();
        for (Content content : answer.contents()) {
            Map<String, List<Example>> byType = new LinkedHashMap<>();
            entries.stream().filter(entry -> entry.content() == content).forEach(entry -> byType.computeIfAbsent(
                            entry.type().text(), any -> new ArrayList<>())
                    .add(entry.example()));
            byType.forEach((type, examples) ->
                    contents.add(content.showing(MediaType.of(type).orElseThrow(), examples)));
            if (byType.isEmpty() || content.type().isRange()) {
                contents.add(content);
            }
        }
        return new Answer(contents, answer.headers());
    }
}
