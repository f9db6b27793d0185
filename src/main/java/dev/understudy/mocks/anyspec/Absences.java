package dev.understudy.mocks.anyspec;

import dev.understudy.api.Call;
import dev.understudy.api.Expected;
import dev.understudy.api.Refusal;
import dev.understudy.api.Shown;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.mocks.anyspec.collections.Answered;
import java.util.List;
import java.util.Map;

/** Refuses calls that keep the contract and ask for what a collection does not have. */
final class Absences {
    private Absences() {}

    /** A 404 of a record that is not there, a 400 of a place in a list that is none. */
    static Refusal refusal(Answered answered, String source, Call call) {
        if (answered instanceof Answered.Missing missing) {
            String known =
                    missing.known().isEmpty() ? ", of which there are none" : ", such as " + Shown.or(missing.known());
            var violation = new Violation(
                    Place.PATH,
                    missing.parameter(),
                    "",
                    "exists",
                    Expected.to("name one of " + missing.collection() + known),
                    Shown.text(missing.got()));
            return new Refusal(404, source, call.operationId(), List.of(violation), Map.of());
        }
        Answered.Lost lost = (Answered.Lost) answered;
        var violation = new Violation(
                Place.QUERY,
                lost.parameter(),
                "",
                "exists",
                Expected.be("what an answer of this list gave, or the key of one of its records"),
                Shown.text(lost.got()));
        return new Refusal(400, source, call.operationId(), List.of(violation), Map.of());
    }
}
