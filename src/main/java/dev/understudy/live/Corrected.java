package dev.understudy.live;

import dev.understudy.contract.Contract;
import dev.understudy.contract.correction.CorrectionReader;
import dev.understudy.mocks.anyspec.roles.Recognition;
import dev.understudy.mocks.anyspec.roles.corrections.Mistake;
import dev.understudy.openapi.Document;
import java.util.List;

/** Checks the {@code x-understudy} corrections of a contract against the document. */
final class Corrected {
    private Corrected() {}

    /** The same contract; an operation whose correction names something that does not exist is marked with a fault. */
    static Contract checked(Contract contract) {
        if (contract.operations().stream()
                .allMatch(operation -> operation.correction().isEmpty())) {
            // Recognizing collections takes long, and is left to the first call of a list.
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
