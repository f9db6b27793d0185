package dev.understudy.live;

import dev.understudy.api.MockApi;
import dev.understudy.contract.Contract;
import dev.understudy.generate.values.Direction;
import dev.understudy.generate.values.Values;
import dev.understudy.mocks.anyspec.AnySpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Has any contract answer from itself alone: with the statuses and examples that a call prefers, or values made from
 * its schemas. Those that a mock was written for get such answers when somebody asks for the first.
 */
final class ByContract implements Function<Contract, MockApi> {
    private final Map<Contract, AnySpec> brought;
    private final Map<Contract, AnySpec> others = new ConcurrentHashMap<>();

    /** @param brought those that have no other mock */
    ByContract(Map<Contract, AnySpec> brought) {
        this.brought = Map.copyOf(brought);
    }

    @Override
    public MockApi apply(Contract contract) {
        AnySpec known = brought.get(contract);
        return known == null ? others.computeIfAbsent(contract, ByContract::made) : known;
    }

    private static AnySpec made(Contract contract) {
        var values = new Values(contract.lowered(), contract.schemas());
        return new AnySpec(contract, (pointer, seed) -> values.value(pointer, seed, Direction.ANSWER));
    }
}
