package dev.understudy.verify;

import dev.understudy.journal.RedactedCall;
import java.util.List;

/** A call that is near to what is expected, and in what it differs. */
public record NearMiss(RedactedCall call, List<Difference> differences) {
    public NearMiss {
        differences = List.copyOf(differences);
    }
}
