package dev.understudy.contract;

import dev.understudy.api.Fault;
import dev.understudy.api.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operations that two contracts claim: nobody could say which of them a request means. */
public final class Clashes {
    private Clashes() {}

    /** A fault for each pair of contracts, with the first operation that both have. */
    public static List<Fault> of(Collection<Contract> contracts) {
        var owners = new HashMap<String, Contract>();
        var faults = new ArrayList<Fault>();
        for (Contract contract : contracts) {
            var told = new ArrayList<Contract>();
            for (Route route : contract.routes()) {
                for (Map.Entry<String, Operation> operation : route.operations().entrySet()) {
                    String claim = operation.getKey() + " " + route.template().shape();
                    Contract other = owners.putIfAbsent(claim, contract);
                    if (other != null && other != contract && !told.contains(other)) {
                        told.add(other);
                        faults.add(fault(contract, other, operation.getKey() + " " + route));
                    }
                }
            }
        }
        return faults;
    }

    private static Fault fault(Contract contract, Contract other, String operation) {
        return new Fault(
                contract.source(),
                Position.NONE,
                operation + " is in " + other.name() + " (" + other.source() + ") too: put one of them elsewhere, as in"
                        + " --mount " + contract.name() + "=/" + contract.name());
    }
}
