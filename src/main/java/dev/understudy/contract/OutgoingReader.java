package dev.understudy.contract;

import dev.understudy.contract.argument.Argument;
import dev.understudy.contract.argument.ParameterReader;
import dev.understudy.contract.security.Access;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Part;
import dev.understudy.openapi.source.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the requests that a brought document has its API send, when somebody asks for them. */
record OutgoingReader(Document document, ContentReader content, ParameterReader parameters) {
    /** Whether an operation has callbacks. */
    boolean hasCallbacks(Operation operation) {
        return !part(operation).at("callbacks").children().isEmpty();
    }

    /** The callbacks of an operation, in the order of the document. */
    List<OutgoingRequest> callbacks(Operation operation) {
        var outgoing = new ArrayList<OutgoingRequest>();
        for (Part callback : part(operation).at("callbacks").children()) {
            for (Part address : callback.resolved().children()) {
                if (!callback.key().startsWith("x-") && !address.key().startsWith("x-")) {
                    outgoing.addAll(requests(address, "callback", callback.key(), address.key(), operation.toString()));
                }
            }
        }
        return outgoing;
    }

    /** The webhooks of the document, in its order; those of 3.0 are an extension of the same form. */
    List<OutgoingRequest> webhooks() {
        var outgoing = new ArrayList<OutgoingRequest>();
        Part root = document.root();
        for (Part webhook :
                root.at(root.has("webhooks") ? "webhooks" : "x-webhooks").children()) {
            outgoing.addAll(requests(webhook, "webhook", webhook.key(), "", ""));
        }
        return outgoing;
    }

    private Part part(Operation operation) {
        return document.part(operation.parts().pointer());
    }

    private List<OutgoingRequest> requests(Part path, String kind, String name, String address, String caller) {
        Part item = path.resolved();
        var outgoing = new ArrayList<OutgoingRequest>();
        for (Part operation : item.children()) {
            if (BroughtReader.METHODS.contains(operation.key())
                    && operation.value().isObject()) {
                outgoing.add(request(
                        item, operation, operation.key().toUpperCase(Locale.ROOT), kind, name, address, caller));
            }
        }
        for (Part operation : item.at("additionalOperations").children()) {
            if (operation.value().isObject()) {
                outgoing.add(request(item, operation, operation.key(), kind, name, address, caller));
            }
        }
        return outgoing;
    }

    private OutgoingRequest request(
            Part item, Part operation, String method, String kind, String name, String address, String caller) {
        var arguments = new ArrayList<Argument>();
        for (Part list : List.of(item.at("parameters"), operation.at("parameters"))) {
            list.children().forEach(each -> parameters.argument(each.resolved()).ifPresent(arguments::add));
        }
        Part body = operation.at("requestBody");
        var request = new Operation(
                method,
                address,
                operation.at("operationId").text(name),
                operation.at("summary").text(),
                arguments,
                body.isPresent() ? content.requestBody(body.resolved()) : null,
                content.answers(operation.at("responses")),
                Access.OPEN,
                new Operation.Parts(List.of(), List.of(operation.pointer()), operation.pointer()));
        return new OutgoingRequest(kind, name, address, caller, request, flaw(operation));
    }

    private Optional<String> flaw(Part operation) {
        Predicate<String> reached = document.reached(List.of(operation.pointer()));
        return document.findings().stream()
                .filter(finding -> finding.level().stops() && reached.test(finding.pointer()))
                .map(Finding::text)
                .findFirst();
    }
}
