package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.Operation;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import java.util.Map;

/**
 * An operation with its recognized role.
 *
 * @param uses the uses of its query parameters, by name; only for a list or an item
 */
public record Recognized(Operation operation, Role role, Map<String, ParameterUse> uses) {}
