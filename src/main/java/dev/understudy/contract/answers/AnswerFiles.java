package dev.understudy.contract.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Fault;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MessageText;
import dev.understudy.api.Position;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Answer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Example;
import dev.understudy.contract.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the files that are answers of a brought contract, each for one status of one operation. */
public final class AnswerFiles {
    private final Map<String, Operation> operations = new LinkedHashMap<>();
    private final Map<String, OwnAnswers> own = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private AnswerFiles(Contract contract) {
        contract.operations().forEach(operation -> operations.put(operation.operationId(), operation));
    }

    /**
     * What was read.
     *
     * @param own what the operations have by their names, to be given to {@link Contract#answering}
     * @param faults files that are for no answer, or break the one that they are for
     */
    public record Read(Map<String, Operation.Own> own, List<Fault> faults) {}

    /** Reads all of them; those with faults, and those of operations that are not served, are in no answer. */
    public static Read of(Contract contract, List<AnswerFile> files) {
        var reading = new AnswerFiles(contract);
        // One without the name of an example goes before those that have one.
        files.stream()
                .sorted(Comparator.comparing(AnswerFile::name))
                .sorted(Comparator.comparing(file -> !isPlain(file)))
                .forEach(reading::read);
        var own = new TreeMap<String, Operation.Own>();
        reading.own.forEach((operation, answers) -> own.put(operation, answers.own()));
        return new Read(own, reading.faults);
    }

    private static boolean isPlain(AnswerFile file) {
        return AnswerName.of(file.name())
                .filter(name -> name.example().isEmpty())
                .isPresent();
    }

    private void read(AnswerFile file) {
        Optional<AnswerName> named = AnswerName.of(file.name(), operations.keySet());
        if (named.isEmpty()) {
            unnamed(file);
            return;
        }
        Operation operation = operations.get(named.get().operation());
        if (operation != null && operation.unkept().isEmpty()) {
            read(file, named.get(), operation);
        }
    }

    private void unnamed(AnswerFile file) {
        Optional<AnswerName> any = AnswerName.of(file.name());
        if (any.isEmpty()) {
            boolean operation =
                    operations.keySet().stream().anyMatch(id -> file.name().startsWith(id + "."));
            fault(
                    file,
                    "be called " + AnswerName.FORM,
                    operation ? "of another form" : "named " + MessageText.text(file.name()),
                    null);
            return;
        }
        String sent = any.get().operation();
        String hint = Spelling.nearest(sent, operations.keySet())
                .map(near -> Spelling.question(near + file.name().substring(sent.length())))
                .orElse("understudy routes lists them");
        fault(file, "begin with the name of an operation", "named " + MessageText.text(sent), hint);
    }

    private void read(AnswerFile file, AnswerName name, Operation operation) {
        int status = name.status();
        Optional<Answer> answer = status < 200 || status > 599
                ? Optional.empty()
                : operation.answers().of(status);
        if (answer.isEmpty()) {
            List<String> statuses = List.copyOf(operation.answers().byStatus().keySet());
            String hint = Spelling.nearest(Integer.toString(status), statuses)
                    .map(Spelling::question)
                    .orElse(null);
            fault(
                    file,
                    "be for a status of " + name.operation() + ": " + MessageText.or(statuses),
                    "for " + status,
                    hint);
        } else if (answer.get().contents().isEmpty()) {
            String without = "the status " + status + " of " + name.operation() + " has no content";
            fault(file, "be left out, as " + without, "there", null);
        } else {
            read(file, name, operation, answer.get());
        }
    }

    private void read(AnswerFile file, AnswerName name, Operation operation, Answer answer) {
        int closest = answer.contents().stream()
                .mapToInt(content -> FileTypes.closeness(name.extension(), content))
                .max()
                .orElse(0);
        if (closest == 0) {
            List<String> types = answer.contents().stream()
                    .map(content -> content.mediaType() + " (" + FileTypes.of(content) + ")")
                    .toList();
            fault(file, "be of a type that this answer has: " + MessageText.or(types), "." + name.extension(), null);
            return;
        }
        List<Fault> wrong = new ArrayList<>();
        for (Content content : answer.contents()) {
            if (FileTypes.closeness(name.extension(), content) == closest) {
                List<Fault> found = taken(file, name, operation, content);
                if (found.isEmpty()) {
                    return;
                }
                wrong.addAll(found);
            }
        }
        // Of several types that it could be of, the first is told.
        faults.add(wrong.get(0));
    }

    /** Adds it to what its operation answers in this content, or says what keeps it from that. */
    private List<Fault> taken(AnswerFile file, AnswerName name, Operation operation, Content content) {
        JsonNode value;
        try {
            value = content.sent(content.read(file.bytes()));
        } catch (MalformedJson e) {
            var place = new Position(e.line(), e.column());
            var violation = new Violation(Place.RECORD, "", e.pointer(), "json", e.expected(), e.got());
            return List.of(new Fault(file.shown(), place, violation, e.hint()));
        }
        Optional<Violation> flaw = content.flaw(value);
        if (flaw.isPresent()) {
            Position place = place(file, content, flaw.get().pointer());
            return List.of(new Fault(file.shown(), place, flaw.get(), hint(flaw.get())));
        }
        OwnAnswers answers = own.computeIfAbsent(name.operation(), any -> new OwnAnswers(operation.answers()));
        var example = new Example(name.example(), value);
        return answers
                .add(file, name.status(), content, FileTypes.sent(name.extension(), content), example)
                .map(other -> Fault.ofFile(
                        file.shown(),
                        "file",
                        "be the only file of its answer",
                        "beside " + other.shown(),
                        "remove one of them"))
                .stream()
                .toList();
    }

    private static Position place(AnswerFile file, Content content, String pointer) {
        if (content.stream() != null) {
            return content.stream().position(file.bytes(), pointer);
        }
        return content.form() == Content.Form.JSON ? JsonPlaces.of(file.bytes(), pointer) : Position.NONE;
    }

    private static @Nullable String hint(Violation flaw) {
        return flaw.suggestion() == null ? null : Spelling.question(flaw.suggestion());
    }

    private void fault(AnswerFile file, String expected, String got, @Nullable String hint) {
        faults.add(Fault.ofFile(file.shown(), "answer", expected, got, hint));
    }
}
