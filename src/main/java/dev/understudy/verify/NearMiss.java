package dev.understudy.verify;

import dev.understudy.journal.RedactedCall;
import java.util.List;

/** A call that almost matches what is expected, and how it differs. */
public record NearMiss(RedactedCall call, List<Difference> differences) {
    public NearMiss {
        differences = List.copyOf(differences);
    }
}
