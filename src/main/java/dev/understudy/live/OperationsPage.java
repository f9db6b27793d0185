package dev.understudy.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.contract.Route;
import dev.understudy.mocks.anyspec.roles.Description;
import dev.understudy.mocks.anyspec.roles.Explanation;
import dev.understudy.mocks.anyspec.roles.Recognition;
import java.util.List;

/**
 * All served operations as JSON: for the user's contracts, what each lists or shows, and what its parameters do.
 *
 * @param seeds say which contracts answer only by examples
 */
record OperationsPage(List<Contract> contracts, Seeds seeds) {
    /** {@code {"operations": […]}}, in the order of the contracts and of their documents. */
    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode operations = body.putArray("operations");
        for (Contract contract : contracts) {
            Recognition recognition = contract.isBrought() ? Recognition.of(contract) : Recognition.NONE;
            for (Route route : contract.routes()) {
                route.operations().values().forEach(operation -> {
                    ObjectNode entry = operations
                            .addObject()
                            .put("contract", contract.name())
                            .put("method", operation.method())
                            .put("path", route.toString())
                            .put("operation", operation.operationId());
                    describe(contract, operation, recognition, entry);
                });
            }
        }
        return body;
    }

    private void describe(Contract contract, Operation operation, Recognition recognition, ObjectNode entry) {
        if (!contract.isBrought()) {
            entry.put("role", "built-in");
        } else if (seeds.isStateless(contract.name())) {
            entry.put("role", "plain").put("why", "the contract is served without state (--stateless)");
        } else {
            recognition.operation(operation.operationId()).ifPresent(recognized -> {
                Description.describe(recognized, entry);
                ArrayNode lines = entry.putArray("explained");
                Explanation.lines(recognized).forEach(lines::add);
            });
        }
        if (!operation.files().isEmpty()) {
            ArrayNode files = entry.putArray("files");
            operation.files().forEach(files::add);
        }
        operation.unkept().ifPresent(finding -> entry.put("finding", finding.text()));
    }
}
