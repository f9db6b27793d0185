package dev.understudy.verify;

import dev.understudy.journal.Told;
import java.util.List;

/** A call that is near to what is expected, and in what it differs. */
public record Near(Told call, List<Difference> differences) {
    public Near {
        differences = List.copyOf(differences);
    }
}
