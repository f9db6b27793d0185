package dev.understudy.mocks.anyspec;

import dev.understudy.api.Call;
import dev.understudy.api.Expected;
import dev.understudy.api.Refusal;
import dev.understudy.api.Shown;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.collections.Answered;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses calls that keep the contract and ask for what a collection does not have. */
final class Absences {
    private Absences() {}

    /**
     * A 404 of a record that is not there, or a 410 where only that is documented; a 400 of a place in a list that is
     * none; and what else cannot be done.
     */
    static Refusal refusal(Answered answered, String source, Call call, Operation operation) {
        if (answered instanceof Answered.Refused refused) {
            return new Refusal(refused.status(), source, call.operationId(), refused.violations(), Map.of());
        } else if (answered instanceof Answered.Missing missing) {
            Set<String> statuses = operation.answers().byStatus().keySet();
            int status = statuses.contains("410") && !statuses.contains("404") ? 410 : 404;
            return new Refusal(status, source, call.operationId(), List.of(missing.violation()), Map.of());
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
