package dev.understudy.cli;

import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.contract.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The lines of the banner for a contract of the user's: its URL, how much of it is served, and why not all. */
record ContractSummary(Contract contract, URI base) {
    /** More would push other contracts off the screen. */
    private static final int SHOWN = 5;

    List<String> lines() {
        List<Operation> unkept = contract.operations().stream()
                .filter(operation -> operation.unkept().isPresent())
                .toList();
        int served = contract.operations().size() - unkept.size();
        var lines = new ArrayList<String>();
        lines.add("  " + contract.name() + "  " + base + prefix() + "  " + operations(served) + " of "
                + contract.source());
        int files = contract.operations().stream()
                .mapToInt(operation -> operation.files().size())
                .sum();
        if (files > 0) {
            lines.add("    " + files + (files == 1 ? " answer" : " answers") + " from fixtures");
        }
        if (!unkept.isEmpty()) {
            lines.add("    " + operations(unkept.size()) + " answered with 501:");
        }
        unkept.stream()
                .limit(SHOWN)
                .map(operation -> "      " + operation + ": "
                        + operation.unkept().orElseThrow().text())
                .forEach(lines::add);
        if (unkept.size() > SHOWN) {
            lines.add("      and " + (unkept.size() - SHOWN) + " more; see understudy routes " + contract.source());
        }
        return lines;
    }

    private static String operations(int count) {
        return count + (count == 1 ? " operation" : " operations");
    }

    /** The prefix of its paths: the path of its first server, or of --mount. */
    private String prefix() {
        for (Route route : contract.routes()) {
            for (Operation operation : route.operations().values()) {
                String path = route.toString();
                return path.substring(0, path.length() - operation.path().length());
            }
        }
        return "";
    }
}
