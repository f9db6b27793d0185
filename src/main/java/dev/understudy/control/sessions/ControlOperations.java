package dev.understudy.control.sessions;

import dev.understudy.api.Call;
import dev.understudy.api.Fixture;
import dev.understudy.api.MockApi;
import dev.understudy.api.Outcome;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.control.sessions.StreamsApi.StreamCallsReply;
import dev.understudy.fixture.State;
import java.util.List;

/** All operations of the control API. */
public final class ControlOperations implements MockApi {
    private final SessionsHandler sessions;
    private final CallsHandler calls;
    private final RecordsHandler records;
    private final CollectionsHandler collections;
    private final VerifyHandler verify;
    private final RulesHandler rules;
    private final CoverageHandler coverage;
    private final ContractsHandler contracts;
    private final ApisHandler apis;

    public ControlOperations(
            SessionsHandler sessions,
            CallsHandler calls,
            RecordsHandler records,
            CollectionsHandler collections,
            VerifyHandler verify,
            RulesHandler rules,
            CoverageHandler coverage,
            ContractsHandler contracts,
            ApisHandler apis) {
        this.apis = apis;
        this.coverage = coverage;
        this.contracts = contracts;
        this.records = records;
        this.collections = collections;
        this.sessions = sessions;
        this.calls = calls;
        this.verify = verify;
        this.rules = rules;
    }

    @Override
    public List<Fixture<?>> fixtures() {
        return List.of();
    }

    @Override
    public Outcome<? extends Reply> answer(Call call, State state) {
        return switch (call.operationId()) {
            case "listCalls", "deleteCalls", "getCall", "getCurl", "getHar" -> calls.answer(call, state);
            case "verifyCalls", "listUnexpected", "getCounts" -> verify.answer(call, state);
            case "listCollections",
                    "listRecords",
                    "addRecords",
                    "setRecords",
                    "mergeRecords",
                    "removeRecords",
                    "getRecord",
                    "putRecord",
                    "mergeRecord",
                    "removeRecord" -> records.answer(call, state);
            case "getCoverage" -> coverage.answer(call, state);
            case "listFindings", "getContractText" -> contracts.answer(call, state);
            case "listApis" -> apis.answer(call, state);
            case "getCollection", "getSchema", "getFile", "getChanges", "resetCollection", "getLayers" ->
                collections.answer(call, state);
            case "listRules", "addRule", "deleteRules", "getRule", "switchRule", "deleteRule" ->
                rules.answer(call, state);
            // CallStreams handles admitted streams, and calls this only to have the query checked.
            case "streamCalls" -> new Outcome<>(new StreamCallsReply.Status204(), state);
            default -> sessions.answer(call, state);
        };
    }

    @Override
    public Reply refuse(Refusal refusal) {
        return "addRule".equals(refusal.operationId()) ? rules.refuse(refusal) : Problems.reply(refusal);
    }
}
