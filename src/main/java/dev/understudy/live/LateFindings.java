package dev.understudy.live;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.AnySpec;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.source.Finding;
import dev.understudy.openapi.source.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What takes longer to find in a contract than reading it: values that break their schemas, answers without a value.
 */
final class LateFindings {
    private LateFindings() {}

    /**
     * These, and what was found before.
     *
     * @param goesOn is asked again and again while it lasts; once it says no, what is found by then is all
     */
    static List<Finding> all(Contract contract, AnySpec api, BooleanSupplier goesOn) {
        var findings = new ArrayList<>(contract.allFindings(goesOn));
        api.unmade(goesOn).forEach(unmade -> findings.add(finding(contract, unmade)));
        return findings;
    }

    private static Finding finding(Contract contract, AnySpec.Unmade unmade) {
        Document document = contract.lowered().document();
        String pointer = unmade.pointer();
        return new Finding(
                Level.GAP,
                document.source(pointer),
                document.position(pointer),
                pointer,
                "unmade-answer",
                "no value was found for this answer of " + unmade.operation() + ", as " + unmade.why(),
                "give it an example that keeps its schema");
    }
}
