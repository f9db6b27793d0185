package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import java.util.Map;

/**
 * An operation with all that was made of it.
 *
 * @param uses what its query parameters do, by their names; only of a list, and of what shows one record
 */
public record Recognized(Operation operation, Role role, Map<String, ParameterUse> uses) {}
