package dev.understudy.control.sessions;

import static java.util.function.Predicate.not;

import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.contract.Route;
import dev.understudy.contract.security.Credential;
import dev.understudy.fixture.State;
import dev.understudy.openapi.source.Finding;
import dev.understudy.openapi.source.Level;
import dev.understudy.records.SessionRecords;
import dev.understudy.session.Sessions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Summarizes the mocked APIs. */
public final class ApisHandler implements ApisApi, ControlHandler {
    private final Supplier<Collection<Contract>> contracts;
    private final Supplier<SessionRecords> records;
    private final Sessions sessions;

    /**
     * Shows these APIs.
     *
     * @param contracts supplies the served contracts
     * @param records supplies the served collections
     */
    public ApisHandler(Supplier<Collection<Contract>> contracts, Supplier<SessionRecords> records, Sessions sessions) {
        this.contracts = contracts;
        this.records = records;
        this.sessions = sessions;
    }

    @Override
    public ListApisReply listApis(ListApisCall call, State state) {
        SessionRecords held = records.get();
        State counted = call.session() == null
                ? held.loaded()
                : sessions.find(call.session()).map(held::state).orElseGet(held::loaded);
        return new ListApisReply.Status200(new ApiList(contracts.get().stream()
                .map(contract -> line(contract, held, counted))
                .toList()));
    }

    private static ApiLine line(Contract contract, SessionRecords held, State state) {
        String folder = contract.fixtureFolder() + "/";
        long unserved = contract.operations().stream()
                .filter(operation -> operation.unkept().isPresent())
                .count();
        return new ApiLine(
                contract.name(),
                contract.title(),
                contract.source(),
                contract.isBrought(),
                bases(contract),
                contract.operations().size(),
                Math.toIntExact(unserved),
                counts(contract.findings()),
                credentials(contract),
                held.all().stream()
                        .filter(holder -> holder.path().startsWith(folder))
                        .map(holder -> new ApiCollection(
                                holder.path(), holder.rules().single(), holder.size(state), held.isFiled(holder)))
                        .toList(),
                firstCall(contract));
    }

    private static List<String> bases(Contract contract) {
        return contract.routes().stream()
                .flatMap(route ->
                        route.operations().values().stream().map(operation -> base(route.toString(), operation.path())))
                .distinct()
                .toList();
    }

    private static String base(String served, String documented) {
        return served.endsWith(documented) ? served.substring(0, served.length() - documented.length()) : "";
    }

    private static FindingCounts counts(List<Finding> findings) {
        return new FindingCounts(count(findings, Level.FAULT), count(findings, Level.GAP), count(findings, Level.HINT));
    }

    private static int count(List<Finding> findings, Level level) {
        return (int)
                findings.stream().filter(finding -> finding.level() == level).count();
    }

    /** For each header, key or cookie, the credential that the first operation requires. */
    private static List<ApiCredential> credentials(Contract contract) {
        var named = new LinkedHashMap<String, Credential>();
        for (Operation operation : contract.operations()) {
            operation.credentials().forEach(each -> named.putIfAbsent(each.place() + " " + each.name(), each));
        }
        return named.values().stream()
                .map(each ->
                        new ApiCredential(CredentialPlace.valueOf(each.place().name()), each.name(), each.value()))
                .toList();
    }

    private static @Nullable FirstCall firstCall(Contract contract) {
        return contract.routes().stream()
                .filter(ApisHandler::canBeTried)
                .map(Route::toString)
                .filter(not(path -> path.contains("{")))
                .findFirst()
                .map(path -> new FirstCall("GET", path))
                .orElse(null);
    }

    private static boolean canBeTried(Route route) {
        Operation get = route.operations().get("GET");
        return get != null && get.unkept().isEmpty() && get.needsNothing();
    }
}
