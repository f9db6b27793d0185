package dev.understudy.contract;

import dev.understudy.api.Request;
import dev.understudy.api.text.Authority;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Several contracts told apart by the hosts of their servers. A request that names such a host means one of its
 * contracts; one that names none, such as {@code localhost}, means any of them, unless two claim what it asks for.
 *
 * @param byHost the paths of the contracts that have a host
 * @param contested the {@linkplain PathConflicts#claim operations} that more than one contract has
 */
record Hosts(Map<String, Routes> byHost, Map<String, Set<Contract>> contested) {
    static final Hosts NONE = new Hosts(Map.of(), Map.of());

    static Hosts of(Collection<Contract> contracts) {
        var owners = new LinkedHashMap<String, Set<Contract>>();
        for (Contract contract : contracts) {
            for (String host : contract.hosts()) {
                owners.computeIfAbsent(host, any -> new LinkedHashSet<>()).add(contract);
            }
        }
        var routes = new HashMap<Set<Contract>, Routes>();
        var byHost = new HashMap<String, Routes>();
        owners.forEach((host, of) -> byHost.put(host, routes.computeIfAbsent(of, some -> new Routes(some, NONE))));
        return owners.isEmpty() ? NONE : new Hosts(byHost, PathConflicts.claims(contracts));
    }

    boolean isEmpty() {
        return byHost.isEmpty();
    }

    /** Where a request leads; {@code all} are the paths of all contracts. */
    Match match(Request request, Routes all) {
        List<String> named = request.headers().all("Host");
        Routes own = named.isEmpty() ? null : byHost.get(Authority.host(named.get(0)));
        if (own == null) {
            return unlessContested(all.anywhere(request), request.method());
        }
        Match match = own.anywhere(request);
        if (match instanceof Match.Here) {
            return match;
        }
        Match elsewhere = unlessContested(all.anywhere(request), request.method());
        if (elsewhere instanceof Match.Here here) {
            return new Match.OtherHost(List.of(here.contract()));
        }
        return elsewhere instanceof Match.OtherHost ? elsewhere : match;
    }

    private Match unlessContested(Match match, String method) {
        if (!(match instanceof Match.Here here)) {
            return match;
        }
        return here.route()
                .operation(method)
                .map(operation -> contested.get(PathConflicts.claim(operation.method(), here.route())))
                .<Match>map(claimants -> new Match.OtherHost(List.copyOf(claimants)))
                .orElse(match);
    }
}
