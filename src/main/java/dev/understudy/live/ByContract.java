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
 * Gives, for any contract, an API that answers from the contract alone: with the statuses and examples that a call
 * prefers, or with values generated from its schemas. For contracts with a built-in API it is created on first use.
 */
final class ByContract implements Function<Contract, MockApi> {
    private final Map<Contract, AnySpec> brought;
    private final Map<Contract, AnySpec> others = new ConcurrentHashMap<>();

    /** @param brought the contracts that have no built-in API */
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
