package dev.understudy.mocks.anyspec;

import static java.util.stream.Collectors.joining;

import dev.understudy.api.Refusal;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts that an error body can have for a refusal, for each kind of property; the first that a schema takes is
 * taken.
 *
 * @param one the violation that a part of the body is for; null for the refusal as a whole
 * @param unprovoked why there is an error though nothing was wrong; null if something was
 */
record ErrorTexts(Refusal refusal, @Nullable Violation one, @Nullable String unprovoked) {
    /** What there is to say of a refusal as a whole. */
    static ErrorTexts of(Refusal refusal) {
        return new ErrorTexts(refusal, null, null);
    }

    /**
     * What there is to say of an error that nothing is wrong for.
     *
     * @param asked whether the client asked for it; if not, the operation documents nothing else
     */
    static ErrorTexts unprovoked(int status, boolean asked, String contract, String operation) {
        var violation = new Violation(Place.HEADER, "Prefer", "", "preference", "be left out", "code=" + status);
        var refusal = new Refusal(status, contract, operation, List.of(violation), Map.of());
        return new ErrorTexts(refusal, null, asked ? "as it was asked for" : "as no answer of success is documented");
    }

    /** What was wrong. */
    List<Violation> violations() {
        return unprovoked == null ? refusal.violations() : List.of();
    }

    ErrorTexts about(Violation violation) {
        return new ErrorTexts(refusal, violation, unprovoked);
    }

    /** The whole, with ever fewer words. */
    List<String> sentences() {
        if (unprovoked != null) {
            return List.of(refusal.reason() + ", " + unprovoked + " (" + refusal.where() + ")", refusal.reason());
        } else if (one != null) {
            return List.of(one.message(), one.demand(), refusal.reason());
        }
        String all = refusal.violations().stream().map(Violation::message).collect(joining("; "));
        String first = refusal.violations().get(0).message();
        return List.of(all + " (" + refusal.where() + ")", all, first, refusal.reason());
    }

    /** What to do about it: what was probably meant, or what is demanded. */
    List<String> advice() {
        if (one == null) {
            return sentences();
        }
        String meant = one.suggestion();
        String must = one.place().word() + (one.name().isEmpty() ? " " : " \"" + one.name() + "\" ") + one.must();
        return meant == null ? List.of(must, one.must()) : List.of("Use " + meant + ".", must, one.must());
    }

    /** The names of the error, as APIs write them. */
    List<String> codes() {
        String words = refusal.reason().replaceAll("[^A-Za-z]+", "_");
        String status = Integer.toString(refusal.status());
        List<String> whole = List.of(
                words.toLowerCase(Locale.ROOT),
                words.toUpperCase(Locale.ROOT),
                refusal.reason().replace(" ", ""),
                status,
                refusal.reason());
        return one == null ? whole : List.of(one.keyword(), whole.get(0), whole.get(1), status);
    }

    /** The name of the argument, or the path to the property, that the violation is about. */
    List<String> fields() {
        if (one == null) {
            return List.of();
        }
        String path = one.pointer().isEmpty() ? "" : one.pointer().substring(1).replace('/', '.');
        String field = one.name().isEmpty() ? path : one.name();
        return List.of(field.isEmpty() ? one.place().word() : field, one.place().word());
    }

    /** The same as a pointer into the body. */
    List<String> pointers() {
        return one != null && one.place() == Place.BODY ? List.of(one.pointer(), "#" + one.pointer()) : fields();
    }

    /** The steps to what the violation is about: its place, the name of the argument, and the way into its value. */
    List<String> steps() {
        if (one == null) {
            return List.of();
        }
        String way = one.place().word() + "/" + one.name() + one.pointer();
        return List.of(way.split("/")).stream().filter(step -> !step.isEmpty()).toList();
    }
}
