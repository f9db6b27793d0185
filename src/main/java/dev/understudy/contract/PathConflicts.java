package dev.understudy.contract;

import dev.understudy.api.Fault;
import dev.understudy.api.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Operations that several contracts claim. Only their hosts can say which of them a request means. */
public final class PathConflicts {
    private PathConflicts() {}

    /**
     * A fault for each contract that no host tells apart from one before it, with the first operation that both have.
     * To move it away resolves its conflicts with all others.
     */
    public static List<Fault> of(Collection<Contract> contracts) {
        var faults = new ArrayList<Fault>();
        var told = new HashSet<Contract>();
        claims(contracts).forEach((claim, claimants) -> {
            for (Contract contract : claimants) {
                for (Contract other : claimants) {
                    if (contract == other) {
                        break;
                    }
                    if (!differ(contract, other) && told.add(contract)) {
                        faults.add(fault(contract, other, claim));
                    }
                }
            }
        });
        return faults;
    }

    /** Whether they can be told apart, or are told to have one name. */
    private static boolean differ(Contract one, Contract other) {
        return one.name().equals(other.name())
                || (!one.hosts().isEmpty()
                        && !other.hosts().isEmpty()
                        && Collections.disjoint(one.hosts(), other.hosts()));
    }

    /** The claims that more than one contract makes, as {@link #claim} has them. */
    static Map<String, Set<Contract>> claims(Collection<Contract> contracts) {
        var claims = new LinkedHashMap<String, Set<Contract>>();
        for (Contract contract : contracts) {
            for (Route route : contract.routes()) {
                for (String method : route.operations().keySet()) {
                    claims.computeIfAbsent(claim(method, route), any -> new LinkedHashSet<>())
                            .add(contract);
                }
            }
        }
        claims.values().removeIf(claimants -> claimants.size() == 1);
        return claims;
    }

    /** What no other contract may have: the method and the path, whatever its parameters are called. */
    static String claim(String method, Route route) {
        return method + " " + route.template().shape();
    }

    private static Fault fault(Contract contract, Contract other, String claim) {
        String operation = contract.routes().stream()
                .flatMap(route -> route.operations().keySet().stream()
                        .filter(method -> claim(method, route).equals(claim))
                        .map(method -> method + " " + route))
                .findFirst()
                .orElse(claim);
        return new Fault(
                contract.source(),
                Position.NONE,
                operation + " is in " + other.name() + " (" + other.source() + ") too: put one of them elsewhere, as in"
                        + " --mount " + contract.name() + "=/" + contract.name());
    }
}
