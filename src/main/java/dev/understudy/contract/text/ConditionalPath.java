package dev.understudy.contract.text;

import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Request;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.Comparator;
import java.util.List;

/** A path at which the query, or a header, decides which operation is meant, as {@link PathCondition}s say. */
public final class ConditionalPath {
    private static final int SHOWN = 8;

    private ConditionalPath() {}

    /**
     * What is wrong with a request whose path is right and that decides on none of its operations.
     *
     * @param templates of that path, one or more, each with conditions
     */
    public static Violation undecided(List<PathTemplate> templates, Request request) {
        List<PathCondition> first =
                templates.stream().map(template -> template.conditions().get(0)).toList();
        PathCondition deciding = first.get(0);
        boolean one = first.stream().allMatch(each -> each.name().equals(deciding.name()))
                && templates.stream().allMatch(template -> template.conditions().size() == 1)
                && first.stream().noneMatch(each -> each.value().isEmpty());
        String place = deciding.header() ? "the query or a header" : "the query";
        String note = "at this path " + place + " decides which operation is meant";
        if (!one) {
            List<String> texts = templates.stream().map(PathTemplate::text).toList();
            return new Violation(Place.PATH, "", "", "path", among(texts, ""), MessageText.text(request.path()))
                    .noting(note);
        }
        List<String> given = deciding.given(Query.of(request.query()), request.headers());
        String got = given.isEmpty() ? "missing" : MessageText.text(String.join(", ", given));
        List<String> values =
                first.stream().map(PathCondition::value).distinct().toList();
        Expected expected = among(values, given.isEmpty() ? "" : given.get(0));
        return new Violation(Place.QUERY, deciding.name(), "", "path", expected, got).noting(note);
    }

    /** All where they are few, else those that are the fewest edits away. */
    private static Expected among(List<String> values, String sent) {
        if (values.size() <= SHOWN) {
            return Expected.oneOf(values);
        }
        List<String> nearest = values.stream()
                .sorted(Comparator.comparingInt(value -> Spelling.distance(sent, value)))
                .limit(SHOWN)
                .toList();
        return Expected.be("one of " + values.size() + "; the nearest are " + MessageText.and(nearest), nearest);
    }
}
