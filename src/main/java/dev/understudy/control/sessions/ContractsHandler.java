package dev.understudy.control.sessions;

import dev.understudy.contract.Contract;
import dev.understudy.fixture.State;
import dev.understudy.openapi.source.Finding;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows the texts of contracts, and the findings in them. */
public final class ContractsHandler implements ContractsApi, ControlHandler {
    private final Supplier<Collection<Contract>> contracts;

    /** @param contracts supplies the served contracts */
    public ContractsHandler(Supplier<Collection<Contract>> contracts) {
        this.contracts = contracts;
    }

    @Override
    public ListFindingsReply listFindings(ListFindingsCall call, State state) {
        return find(call.api())
                .<ListFindingsReply>map(contract -> new ListFindingsReply.Status200(findings(contract)))
                .orElseGet(() -> new ListFindingsReply.Status404(noApi(call.api())));
    }

    @Override
    public GetContractTextReply getContractText(GetContractTextCall call, State state) {
        Optional<Contract> contract = find(call.api());
        if (contract.isEmpty()) {
            return new GetContractTextReply.Status404(noApi(call.api()));
        }
        Map<String, String> texts = contract.get().texts();
        String file = call.name() == null ? texts.keySet().iterator().next() : call.name();
        String text = texts.get(file);
        return text == null
                ? new GetContractTextReply.Status404(
                        Problems.missing("file", file, call.api(), List.copyOf(texts.keySet())))
                : new GetContractTextReply.Status200(text);
    }

    private Optional<Contract> find(String name) {
        return contracts.get().stream()
                .filter(contract -> contract.name().equals(name))
                .findFirst();
    }

    private Problem noApi(String name) {
        return Problems.missing(
                "API", name, contracts.get().stream().map(Contract::name).toList());
    }

    private static FindingList findings(Contract contract) {
        return new FindingList(
                List.copyOf(contract.texts().keySet()),
                contract.findings().stream().map(ContractsHandler::shown).toList());
    }

    private static ContractFinding shown(Finding finding) {
        return new ContractFinding(
                FindingLevel.valueOf(finding.level().name()),
                finding.source(),
                finding.position().line(),
                finding.position().column(),
                finding.pointer(),
                finding.kind(),
                finding.message(),
                ShownCalls.unlessEmpty(finding.repair()));
    }
}
