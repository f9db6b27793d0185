package dev.understudy.contract;

import dev.understudy.openapi.BlockingFindings;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.source.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Marks the operations that cannot be served as their document has them. */
final class UnkeptOperations {
    private UnkeptOperations() {}

    /** The same routes, with the first finding at each operation that one touches. */
    static List<Route> marked(Document document, List<Route> routes) {
        BlockingFindings stops = document.stops();
        if (stops.isEmpty()) {
            return routes;
        }
        var findings = new HashMap<String, Finding>();
        document.findings().stream()
                .filter(finding -> finding.level().stops())
                .forEach(finding -> findings.putIfAbsent(finding.pointer(), finding));
        var marked = new HashMap<Operation, Operation>();
        var all = new ArrayList<Route>();
        for (Route route : routes) {
            Map<String, Operation> operations = new LinkedHashMap<>();
            route.operations()
                    .forEach((method, operation) -> operations.put(
                            method, marked.computeIfAbsent(operation, each -> marked(each, stops, findings))));
            all.add(new Route(route.template(), operations));
        }
        return all;
    }

    private static Operation marked(Operation operation, BlockingFindings stops, Map<String, Finding> findings) {
        Operation.Parts parts = operation.parts();
        return stops.first(parts.alone(), parts.whole())
                .map(findings::get)
                .map(operation::stoppedBy)
                .orElse(operation);
    }
}
