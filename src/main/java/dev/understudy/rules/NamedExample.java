package dev.understudy.rules;

import dev.understudy.api.Expected;
import dev.understudy.api.Spelling;
import dev.understudy.contract.Answer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Example;
import java.util.List;

/** Checks whether an answer has an example with a given name that can be sent. */
final class NamedExample {
    private NamedExample() {}

    static void check(String name, Answer answer, String at, Faults own) {
        List<String> names = answer.contents().stream()
                .flatMap(content -> content.examples().stream())
                .map(Example::name)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
        List<Content> having = answer.contents().stream()
                .filter(content ->
                        content.examples().stream().anyMatch(each -> each.name().equals(name)))
                .toList();
        if (having.isEmpty()) {
            Expected expected = names.isEmpty()
                    ? Expected.be("left out: no example of this answer has a name")
                    : Expected.oneOf(names);
            String meant = Spelling.nearest(name, names).map(Spelling::question).orElse(null);
            own.add(at, "example", expected, '"' + name + '"', meant);
            return;
        }
        Content content = having.get(0);
        content.examples().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .flatMap(each -> content.flaw(content.sent(each.value())))
                .ifPresent(flaw -> own.add(
                        at,
                        "example",
                        Expected.be("an example that keeps its schema; in this one " + flaw.message()),
                        '"' + name + '"',
                        "correct it in the contract, or give a body"));
    }
}
