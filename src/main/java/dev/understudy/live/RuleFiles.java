package dev.understudy.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.understudy.api.Fault;
import dev.understudy.api.Position;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.control.ControlApi;
import dev.understudy.load.PlainFiles;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.rules.Rule;
import dev.understudy.rules.RuleReader;
import dev.understudy.rules.SessionRules;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rules from fixture folders: {@code rules/*.yaml}, each with a rule or a list of rules. If several folders have
 * a file of the same name, the last one is used.
 */
final class RuleFiles {
    private static final String FOLDER = "rules";
    private static final String SCHEMA = "/components/schemas/Rule";
    private static final int LONGEST = 50;

    private final RuleReader reader;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();

    private RuleFiles(RuleReader reader) {
        this.reader = reader;
    }

    /**
     * The rules that were read.
     *
     * @param rules in the order in which they are tried: by file name, and from top to bottom in a file
     * @param files the file names, relative to their fixture folder
     */
    record Read(List<Rule> rules, Set<String> files, List<Fault> faults) {}

    static Read read(List<Path> folders, RuleReader reader) {
        var files = new HashMap<String, Path>(PlainFiles.in(folders, FOLDER).files());
        files.keySet().removeIf(name -> !name.matches("rules/[^/]+\\.ya?ml"));
        var reading = new RuleFiles(reader);
        if (!files.isEmpty()) {
            Contract form = ControlApi.contract();
            new PlainFiles(files)
                    .read(reading.faults)
                    .forEach((name, bytes) -> reading.file(
                            name, Objects.requireNonNull(files.get(name)).toString(), bytes, form));
        }
        return new Read(reading.rules, files.keySet(), reading.faults);
    }

    private void file(String name, String shown, byte[] bytes, Contract form) {
        if (new String(bytes, StandardCharsets.UTF_8).isBlank()) {
            faults.add(Fault.ofFile(shown, "rule", "have a rule, or a list of rules", "empty", "remove it"));
            return;
        }
        try {
            Document document = Document.read(shown, bytes);
            JsonNode root = document.root().value();
            JsonNode list =
                    root.isArray() ? root : JsonNodeFactory.instance.arrayNode().add(root);
            String stem = name.replaceFirst("^rules/", "")
                    .replaceFirst("\\.ya?ml$", "")
                    .replaceAll("[^A-Za-z0-9._-]", "-");
            for (int i = 0; i < list.size(); i++) {
                String at = root.isArray() ? "/" + i : "";
                String made = stem.substring(0, Math.min(LONGEST, stem.length())) + "." + (i + 1);
                rule(list.get(i), at, list.get(i).path("id").asText(made), document, shown, form);
            }
        } catch (ContractException e) {
            faults.addAll(e.faults());
        }
    }

    private void rule(JsonNode value, String at, String id, Document document, String shown, Contract form) {
        List<Violation> wrong = form.violations(SCHEMA, value).stream()
                .map(violation -> violation.at(at + violation.pointer()).ruledBy(""))
                .toList();
        if (wrong.isEmpty()) {
            RuleReader.Reading reading = reader.read(value, at, id);
            if (reading instanceof RuleReader.Reading.Right right) {
                taken(right.rule(), document.position(at), shown);
                return;
            }
            wrong = ((RuleReader.Reading.Wrong) reading).faults();
        }
        wrong.forEach(violation ->
                faults.add(new Fault(shown, document.position(violation.pointer()), violation, hint(violation))));
    }

    private void taken(Rule rule, Position place, String shown) {
        String other = ids.putIfAbsent(rule.id(), shown);
        if (other != null) {
            faults.add(new Fault(shown, place, "the id \"" + rule.id() + "\" is there twice, also in " + other));
        } else if (rules.size() == SessionRules.MOST) {
            faults.add(new Fault(shown, place, "must be one of at most " + SessionRules.MOST + " rules of files"));
        } else {
            rules.add(rule);
        }
    }

    private static @Nullable String hint(Violation violation) {
        String meant = violation.suggestion();
        return meant == null ? violation.help().note() : Spelling.question(meant);
    }
}
