package dev.understudy.load;

import dev.understudy.api.Fault;
import dev.understudy.api.Position;
import dev.understudy.api.Spelling;
import dev.understudy.api.Violation;
import dev.understudy.load.text.Finding;
import dev.understudy.load.text.Locator;
import dev.understudy.load.text.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found wrong in one file: the first hundred, and how many more. */
final class FileReport {
    private static final int MOST = 100;

    private final Source source;
    private final Runnable earlier;
    private final List<Finding> findings = new ArrayList<>();
    private int count;

    /** @param earlier see {@link Report} */
    FileReport(Source source, Runnable earlier) {
        this.source = source;
        this.earlier = earlier;
    }

    /** What is found while reading: behind all that is wrong with the records before it. */
    void add(Finding finding) {
        earlier.run();
        addNext(finding);
    }

    /** What is found when the turn of its record has come. */
    void addNext(Finding finding) {
        count++;
        if (findings.size() < MOST) {
            findings.add(finding);
        }
    }

    /** With their places, in the order of the file. */
    List<Fault> faults() {
        Locator locator = new Locator(source);
        for (Finding finding : findings) {
            locator.want(finding.location());
            Optional.ofNullable(finding.first()).ifPresent(locator::want);
        }
        if (!findings.isEmpty()) {
            locator.look();
        }
        List<Fault> faults = new ArrayList<>(
                findings.stream().map(finding -> fault(finding, locator)).toList());
        faults.sort(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column));
        if (count > MOST) {
            faults.add(more(count - MOST));
        }
        return faults;
    }

    private Fault more(int left) {
        String expected = "have no faults beyond these " + MOST;
        return Fault.ofFile(source.file(), "more", expected, left + " more", null)
                .times(left);
    }

    private Fault fault(Finding finding, Locator locator) {
        Position place = finding.at() != null ? finding.at() : place(finding, locator);
        Violation violation = finding.violation().at(source.form().pointer(finding.location()));
        return new Fault(source.file(), place, violation, hint(finding, locator));
    }

    private static Position place(Finding finding, Locator locator) {
        Position value = locator.value(finding.location());
        // A key that should not be there is wrong itself, whatever its value.
        return finding.violation().keyword().equals("additionalProperties")
                ? locator.key(finding.location()).orElse(value)
                : value;
    }

    private static @Nullable String hint(Finding finding, Locator locator) {
        if (finding.first() != null) {
            return "the first is at " + locator.value(finding.first());
        }
        String meant = finding.violation().suggestion();
        return meant == null ? finding.hint() : Spelling.question(meant);
    }
}
