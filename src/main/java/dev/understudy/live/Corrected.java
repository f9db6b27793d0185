package dev.understudy.live;

import dev.understudy.contract.Contract;
import dev.understudy.contract.correction.CorrectionReader;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.corrections.Mistake;
import dev.understudy.openapi.Document;
import java.util.List;

/** Holds what a contract says by {@code x-understudy} to what there is in it. */
final class Corrected {
    private Corrected() {}

    /** The same contract, in which a correction that names what is not there is a fault of its operation. */
    static Contract checked(Contract contract) {
        if (contract.operations().stream()
                .allMatch(operation -> operation.correction().isEmpty())) {
            // Recognising takes as long as it does, and is left to the first call of a list.
            return contract;
        }
        List<Mistake> mistakes = Recognition.of(contract).mistakes();
        Document document = contract.lowered().document();
        for (Mistake mistake : mistakes) {
            document.part(mistake.pointer()).fault(CorrectionReader.KIND, mistake.message(), mistake.repair());
        }
        return mistakes.isEmpty() ? contract : contract.noted();
    }
}
