package dev.understudy.live;

import dev.understudy.contract.Contract;
import dev.understudy.mocks.anyspec.AnySpec;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.source.Finding;
import dev.understudy.openapi.source.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Finds what takes longer than reading a contract: values that break their schemas, and answers without a value. */
final class LateFindings {
    private LateFindings() {}

    /**
     * All findings, including the earlier ones.
     *
     * @param goesOn is asked repeatedly; when it returns false, the search stops with what was found so far
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
