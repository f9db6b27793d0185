package dev.understudy.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Fault;
import dev.understudy.api.Json;
import dev.understudy.live.LoadResult;
import dev.understudy.load.Origin;
import dev.understudy.openapi.source.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** SARIF 2.1.0, the format of OASIS for the results of static analysis, which code scanning reads. */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final List<Fault> faults;
    private final List<Finding> findings;
    private final List<Origin> origins;
    private final Map<String, String> rules = new TreeMap<>();
    private final List<String> order;

    private SarifReport(LoadResult checked) {
        this.faults = checked.faults();
        this.findings = checked.findings();
        this.origins = checked.origins();
        findings.forEach(finding -> rules.put(finding.kind(), RuleDescription.ofFinding(finding.kind())));
        faults.forEach(fault -> rules.put(fault.rule(), RuleDescription.of(fault.rule())));
        this.order = List.copyOf(rules.keySet());
    }

    static void write(LoadResult checked, Writer out) throws IOException {
        PrettyJson.write(new SarifReport(checked).log(), out);
    }

    private ObjectNode log() {
        ObjectNode log = Json.mapper().createObjectNode();
        log.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Understudy");
        ArrayNode listed = driver.putArray("rules");
        rules.forEach((rule, words) ->
                listed.addObject().put("id", rule).putObject("shortDescription").put("text", words));
        // As Java counts them, and so as editors do.
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        faults.forEach(fault -> result(fault, results.addObject()));
        findings.forEach(finding -> result(finding, results.addObject()));
        ArrayNode collections = run.putObject("properties").putArray("collections");
        origins.forEach(origin -> collections
                .addObject()
                .put("name", origin.collection())
                .put("from", origin.layer())
                .put("records", origin.records()));
        return log;
    }

    private void result(Fault fault, ObjectNode result) {
        result.put("ruleId", fault.rule())
                .put("ruleIndex", order.indexOf(fault.rule()))
                .put("level", "error");
        result.putObject("message").put("text", fault.sentence());
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", ArtifactUri.of(fault.file()));
        if (fault.line() > 0) {
            physical.putObject("region").put("startLine", fault.line()).put("startColumn", fault.column());
        }
        if (!fault.pointer().isEmpty()) {
            location.putArray("logicalLocations").addObject().put("fullyQualifiedName", fault.pointer());
        }
        if (!fault.contract().isEmpty()) {
            ObjectNode related = result.putArray("relatedLocations").addObject();
            related.putObject("message").put("text", "The rule " + fault.rule() + " of the contract.");
            related.putArray("logicalLocations").addObject().put("fullyQualifiedName", fault.contract());
        }
        SarifFix.of(fault).ifPresent(fix -> result.putArray("fixes").add(fix));
    }

    private void result(Finding finding, ObjectNode result) {
        String level =
                switch (finding.level()) {
                    case FAULT -> "error";
                    case GAP -> "warning";
                    case HINT -> "note";
                };
        result.put("ruleId", finding.kind())
                .put("ruleIndex", order.indexOf(finding.kind()))
                .put("level", level);
        result.putObject("message").put("text", finding.sentence());
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", ArtifactUri.of(finding.source()));
        if (finding.position().line() > 0) {
            physical.putObject("region")
                    .put("startLine", finding.position().line())
                    .put("startColumn", finding.position().column());
        }
        location.putArray("logicalLocations").addObject().put("fullyQualifiedName", finding.pointer());
    }
}
