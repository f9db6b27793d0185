package dev.understudy.cli;

import static java.util.stream.Collectors.joining;

import dev.understudy.api.MessageText;
import dev.understudy.api.text.Printable;
import dev.understudy.contract.Answer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Description;
import dev.understudy.contract.Example;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.roles.Explanation;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.Role;
import dev.understudy.openapi.source.Finding;
import java.util.ArrayList;
import java.util.List;

/** What an operation takes and answers, where its answers come from, and what was found in it. */
record OperationText(Contract contract, Operation operation) {
    private static final String SENT = "sent unless another is asked for";
    private static final String OF_RECORDS = "sent of the records below, unless another is asked for";

    List<String> lines() {
        var lines = new ArrayList<String>();
        contract.routes().stream()
                .filter(route -> route.operations().containsValue(operation))
                .forEach(route -> lines.add(
                        operation.method() + " " + route + "  " + operation.operationId() + "  " + contract.source()));
        if (!operation.summary().isEmpty()) {
            lines.add("  " + Printable.text(operation.summary()));
        }
        if (contract.isDeprecated(operation)) {
            String dates = contract.lifecycle(operation, null).entrySet().stream()
                    .map(field -> "; " + field.getKey() + ": " + field.getValue())
                    .collect(joining());
            lines.add("  Deprecated" + dates);
        }
        Description takes = operation.description();
        section(lines, "Parameters", takes.arguments().stream().map(this::row).toList());
        section(lines, "Body", body(takes));
        section(lines, "Credentials", credentials(takes));
        List<String> collected = collected();
        section(lines, "Answers", answers(collected.isEmpty() ? SENT : OF_RECORDS));
        section(lines, "Records", collected.stream().map(List::of).toList());
        section(
                lines,
                "Callbacks",
                contract.callbacks(operation).stream()
                        .map(sent -> List.of(
                                sent.method(),
                                sent.address(),
                                sent.name(),
                                sent.flaw().orElse("")))
                        .toList());
        operation.unkept().ifPresent(finding -> section(lines, "Not served", List.of(List.of("501", finding.text()))));
        List<Finding> findings = contract.findings(operation);
        section(
                lines,
                "Findings",
                findings.stream().map(finding -> List.of(finding.text())).toList());
        return lines;
    }

    private static void section(List<String> lines, String title, List<List<String>> rows) {
        if (!rows.isEmpty()) {
            lines.add(title);
            lines.addAll(Table.of(rows));
        }
    }

    private List<String> row(Description.Taken taken) {
        String fallback =
                taken.fallback() == null ? "" : "; " + MessageText.value(taken.fallback()) + " if it is left out";
        return List.of(
                taken.in(),
                taken.name(),
                taken.required() ? "required" : "",
                words().of(taken.schema()) + fallback,
                taken.read());
    }

    private List<List<String>> body(Description takes) {
        String required = takes.bodyRequired() ? "required" : "";
        return takes.body().stream()
                .map(content -> List.of(content.mediaType(), required, schema(content)))
                .toList();
    }

    private static List<List<String>> credentials(Description takes) {
        return takes.credentials().stream().map(List::of).toList();
    }

    /** The list that the operation answers, or whose record it answers; empty if neither. */
    private List<String> collected() {
        return Recognition.of(contract)
                .operation(operation.operationId())
                .filter(recognized -> !(recognized.role() instanceof Role.Other))
                .map(Explanation::lines)
                .orElse(List.of());
    }

    /** @param said the note at the answer that is sent on success */
    private List<List<String>> answers(String said) {
        var rows = new ArrayList<List<String>>();
        operation.answers().byStatus().forEach((status, answer) -> {
            String first = operation
                    .success()
                    .filter(chosen -> chosen.answer().equals(answer))
                    .map(chosen -> said)
                    .orElse("");
            rows.addAll(answer(status, answer, first));
        });
        return rows;
    }

    private List<List<String>> answer(String status, Answer answer, String first) {
        if (answer.contents().isEmpty()) {
            return List.of(List.of(status, "no content", "", "", first));
        }
        return answer.contents().stream()
                .map(content -> List.of(status, content.mediaType(), schema(content), source(status, content), first))
                .toList();
    }

    /** Where its body comes from. */
    private String source(String status, Content content) {
        List<Example> shown = content.examples().stream()
                .filter(example -> content.flaw(content.sent(example.value())).isEmpty())
                .toList();
        if (!shown.isEmpty()) {
            List<String> names = shown.stream()
                    .map(Example::name)
                    .filter(name -> !name.isEmpty())
                    .toList();
            return "example" + (names.isEmpty() ? "" : " " + MessageText.or(names));
        }
        boolean error = status.matches("[45].*")
                || (status.equals("default") && !operation.answers().successful());
        return error ? "worded as a refusal" : "made from the schema";
    }

    private String schema(Content content) {
        return words().of(content.schema().orElse(""));
    }

    private SchemaSummary words() {
        return new SchemaSummary(contract);
    }
}
