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
 * The texts about a refusal for each kind of property in an error body; the first one that the schema allows is used.
 *
 * @param one the violation that a part of the body is about; null for the refusal as a whole
 * @param unprovoked why there is an error although the call is valid; null if the call is not
 */
record ErrorTexts(Refusal refusal, @Nullable Violation one, @Nullable String unprovoked) {
    /** The texts about a refusal as a whole. */
    static ErrorTexts of(Refusal refusal) {
        return new ErrorTexts(refusal, null, null);
    }

    /**
     * The texts about an error that the call did not cause.
     *
     * @param asked whether the client asked for it; otherwise the operation documents nothing else
     */
    static ErrorTexts unprovoked(int status, boolean asked, String contract, String operation) {
        var violation = new Violation(Place.HEADER, "Prefer", "", "preference", "be left out", "code=" + status);
        var refusal = new Refusal(status, contract, operation, List.of(violation), Map.of());
        return new ErrorTexts(refusal, null, asked ? "as it was asked for" : "as no answer of success is documented");
    }

    /** The violations of the call. */
    List<Violation> violations() {
        return unprovoked == null ? refusal.violations() : List.of();
    }

    ErrorTexts about(Violation violation) {
        return new ErrorTexts(refusal, violation, unprovoked);
    }

    /** Sentences about everything, each shorter than the one before. */
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

    /** What to do: what was probably meant, or what is required. */
    List<String> advice() {
        if (one == null) {
            return sentences();
        }
        String meant = one.suggestion();
        String must = one.place().word() + (one.name().isEmpty() ? " " : " \"" + one.name() + "\" ") + one.must();
        return meant == null ? List.of(must, one.must()) : List.of("Use " + meant + ".", must, one.must());
    }

    /** Names of the error in the usual styles of APIs. */
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

    /** The name of the argument, or the path of the property, that the violation is about. */
    List<String> fields() {
        if (one == null) {
            return List.of();
        }
        String path = one.pointer().isEmpty() ? "" : one.pointer().substring(1).replace('/', '.');
        String field = one.name().isEmpty() ? path : one.name();
        return List.of(field.isEmpty() ? one.place().word() : field, one.place().word());
    }

    /** The place of the violation as a pointer into the body. */
    List<String> pointers() {
        return one != null && one.place() == Place.BODY ? List.of(one.pointer(), "#" + one.pointer()) : fields();
    }

    /** The steps to the violation: its place, the name of the argument, and the path into its value. */
    List<String> steps() {
        if (one == null) {
            return List.of();
        }
        String way = one.place().word() + "/" + one.name() + one.pointer();
        return List.of(way.split("/")).stream().filter(step -> !step.isEmpty()).toList();
    }
}
