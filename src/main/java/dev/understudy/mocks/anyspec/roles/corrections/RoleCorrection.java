package dev.understudy.mocks.anyspec.roles.corrections;

import dev.understudy.contract.Operation;
import dev.understudy.contract.correction.Correction;

/** Checks the role that {@code x-understudy} declares against the method of its operation. */
public final class RoleCorrection {
    private RoleCorrection() {}

    public static void check(Operation operation, Corrections corrections) {
        Correction said = operation.correction();
        String method = operation.method();
        boolean reads = method.equals("GET");
        String role = said.text("role").orElse("");
        boolean wrong =
                switch (role) {
                    case "list" -> !reads && !method.equals("POST");
                    case "item" -> !reads;
                    case "create", "replace", "patch", "delete" -> reads;
                    default -> false;
                };
        if (wrong) {
            corrections.mistake(
                    said.entry("role").orElseThrow().pointer(),
                    "the role " + role + " is not for a " + method,
                    "use one of " + (reads ? "list, item, plain" : others(method)));
        }
    }

    private static String others(String method) {
        return (method.equals("POST") ? "list, " : "") + "create, replace, patch, delete, plain";
    }
}
