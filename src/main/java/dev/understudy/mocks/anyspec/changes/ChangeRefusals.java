package dev.understudy.mocks.anyspec.changes;

import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Pointers;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.mocks.anyspec.collections.CollectionAnswer;
import java.util.List;

/** Refusals of changes to records. */
record ChangeRefusals(Task task) {
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int INSUFFICIENT_STORAGE = 507;

    /** The client's values make the record invalid against the schema that it is shown in. */
    CollectionAnswer broken(List<Violation> flaws) {
        String before = Pointers.of(task.way().orElse(List.of()));
        List<Violation> violations =
                flaws.stream().map(flaw -> flaw.at(before + flaw.pointer())).toList();
        return new CollectionAnswer.Refused(unprocessable(), violations);
    }

    int unprocessable() {
        return task.documents(UNPROCESSABLE) ? UNPROCESSABLE : BAD_REQUEST;
    }

    /** A record with these keys already exists. */
    CollectionAnswer there(String parameter, List<String> keys) {
        var violation = new Violation(
                Place.BODY,
                "",
                parameter,
                "unique",
                Expected.be("another than those of " + task.collection().name() + " that are there"),
                MessageText.text(String.join("/", keys)));
        return new CollectionAnswer.Refused(task.documents(CONFLICT) ? CONFLICT : BAD_REQUEST, List.of(violation));
    }

    /** The record does not exist. */
    CollectionAnswer missing() {
        return task.collections()
                .missing(task.collection(), task.role().keys(), task.role().scopes(), task.call(), task.state());
    }

    /** The session has no room for more changes. */
    CollectionAnswer full(ChangeLimits limits) {
        var violation = new Violation(Place.BODY, "", "", "storage", Expected.be("one of " + limits.text()), "more");
        return new CollectionAnswer.Refused(INSUFFICIENT_STORAGE, List.of(violation));
    }
}
