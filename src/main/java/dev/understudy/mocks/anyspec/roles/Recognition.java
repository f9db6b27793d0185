package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of a contract, each with its role. */
public record Recognition(List<Recognized> operations) {
    public Recognition {
        operations = List.copyOf(operations);
    }

    /** What the rules make of this contract. */
    public static Recognition of(Contract contract) {
        List<Site> sites = contract.operations().stream()
                .filter(operation ->
                        operation.method().equals("GET") && operation.unkept().isEmpty())
                .map(Site::of)
                .toList();
        var views = new Views(contract);
        var lists = new Lists(views, sites);
        var items = new Items(views, lists);
        List<Site> written = contract.operations().stream()
                .filter(operation -> operation.method().matches("PUT|PATCH|DELETE"))
                .map(Site::of)
                .filter(Site::endsWithParameter)
                .toList();
        Map<Operation, Role> shown = items.roles(sites, written);
        var writers = new Writers(views, items);
        var recognized = new ArrayList<Recognized>();
        for (Operation operation : contract.operations()) {
            Lists.Seen seen = lists.of(operation);
            Role role = seen != null ? items.role(seen) : shown.get(operation);
            boolean writes = !operation.method().equals("GET")
                    && operation.unkept().isEmpty()
                    && operation.success().isPresent();
            recognized.add(new Recognized(
                    operation,
                    role != null
                            ? role
                            : Optional.of(operation)
                                    .filter(any -> writes)
                                    .flatMap(writers::role)
                                    .orElseGet(() -> new Role.Other(why(operation))),
                    seen == null ? Map.of() : seen.uses()));
        }
        return new Recognition(recognized);
    }

    private static String why(Operation operation) {
        if (operation.unkept().isPresent()) {
            return "it answers 501";
        } else if (!operation.method().equals("GET")) {
            return "it is no GET; no list or record of one is at its path, and its last word is no value of one property";
        }
        Optional<Content> content = Site.of(operation).content();
        return content.isEmpty()
                ? "its answer is not JSON with a schema"
                : "its answer has no list of objects that is surely meant, and no list is beside it";
    }

    /** The collections, in the order of the document. */
    public List<Collection> collections() {
        var collections = new LinkedHashMap<String, Collection>();
        for (Recognized each : operations) {
            if (each.role() instanceof Role.Lists list) {
                collections.putIfAbsent(list.collection().name(), list.collection());
            }
        }
        return List.copyOf(collections.values());
    }

    /** What the operation of this name is. */
    public Optional<Recognized> operation(String operationId) {
        return operations.stream()
                .filter(each -> each.operation().operationId().equals(operationId))
                .findFirst();
    }
}
