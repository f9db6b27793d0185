package dev.understudy.mocks.anyspec;

import dev.understudy.api.Call;
import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Refusal;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;
import java.util.List;
import java.util.Map;

/** Refuses calls that keep the contract but ask for something that a collection does not have. */
final class MissingRecords {
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_SATISFIABLE = 416;
    private static final int UNPROCESSABLE = 422;

    private MissingRecords() {}

    /**
     * The refusal: a 404 for a missing record, or a 410 if only that is documented; a 400 for a meaningless value; the
     * first documented status of 404, 416 and 400 if a page would have fewer records than the contract requires; a 416
     * for a range past all records; and the status of any other refusal.
     */
    static Refusal refusal(CollectionAnswer answered, Contract contract, Call call) {
        if (answered instanceof CollectionAnswer.Refused refused) {
            return new Refusal(refused.status(), contract.source(), call.operationId(), refused.violations(), Map.of());
        } else if (answered instanceof CollectionAnswer.Missing missing) {
            return refusal(documented(List.of(NOT_FOUND, GONE), contract, call), missing.violation(), contract, call);
        } else if (answered instanceof CollectionAnswer.TooFew few) {
            return refusal(
                    documented(List.of(NOT_FOUND, NOT_SATISFIABLE, BAD_REQUEST), contract, call),
                    tooFew(few),
                    contract,
                    call);
        }
        if (answered instanceof CollectionAnswer.OutOfRange range) {
            return outOfRange(range, contract, call);
        }
        CollectionAnswer.Senseless senseless = (CollectionAnswer.Senseless) answered;
        boolean inBody = senseless.place() == Place.BODY;
        var violation = new Violation(
                senseless.place(),
                inBody ? "" : senseless.parameter(),
                inBody ? pointer(senseless.parameter()) : "",
                "exists",
                senseless.expected(),
                MessageText.text(senseless.got()));
        return refusal(documented(List.of(BAD_REQUEST, UNPROCESSABLE), contract, call), violation, contract, call);
    }

    /** States how many records there are (RFC 9110 section 15.5.17). */
    private static Refusal outOfRange(CollectionAnswer.OutOfRange range, Contract contract, Call call) {
        String there =
                range.total() == 0 ? ", of which there are none" : ", the last of which is " + (range.total() - 1);
        var violation = new Violation(
                Place.HEADER,
                range.parameter(),
                "",
                "range",
                Expected.to("begin at one of the records" + there),
                MessageText.text(range.got()));
        Map<String, String> headers = Map.of("Content-Range", range.unit() + "*/" + range.total());
        return new Refusal(NOT_SATISFIABLE, contract.source(), call.operationId(), List.of(violation), headers);
    }

    /** The pointer for {@code page[size]} in a body. */
    private static String pointer(String written) {
        return "/" + written.replace("]", "").replace('[', '/');
    }

    private static Violation tooFew(CollectionAnswer.TooFew few) {
        String demand = "lead to a page of " + few.least() + (few.least() == 1 ? " record" : " records") + " at least";
        String there = few.count() == 0 ? "none" : Integer.toString(few.count());
        return few.parameter().isEmpty()
                ? new Violation(Place.PATH, "", "", "minItems", Expected.to(demand), "to one of " + there)
                : new Violation(
                        Place.QUERY,
                        few.parameter(),
                        "",
                        "minItems",
                        Expected.to(demand),
                        MessageText.text(few.got()) + ", where there are " + there);
    }

    /** The first of these statuses that the operation documents, or else the first. */
    private static int documented(List<Integer> statuses, Contract contract, Call call) {
        return statuses.stream()
                .filter(status -> contract.documents(call.operationId(), status))
                .findFirst()
                .orElse(statuses.get(0));
    }

    private static Refusal refusal(int status, Violation violation, Contract contract, Call call) {
        return new Refusal(status, contract.source(), call.operationId(), List.of(violation), Map.of());
    }
}
