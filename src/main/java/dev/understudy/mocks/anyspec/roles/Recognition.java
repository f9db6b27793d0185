package dev.understudy.mocks.anyspec.roles;

import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import dev.understudy.contract.correction.Correction;
import dev.understudy.mocks.anyspec.roles.corrections.Corrections;
import dev.understudy.mocks.anyspec.roles.corrections.Mistake;
import dev.understudy.mocks.anyspec.roles.corrections.RoleCorrection;
import dev.understudy.mocks.anyspec.roles.parameters.ParameterUse;
import dev.understudy.mocks.anyspec.roles.schemas.SchemaViews;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of a contract, each with its role. */
public record Recognition(List<Recognized> operations, List<Mistake> mistakes) {
    /** Nothing was recognized. */
    public static final Recognition NONE = new Recognition(List.of(), List.of());

    /** @param mistakes the declarations of {@code x-understudy} that do not match the document */
    public Recognition {
        operations = List.copyOf(operations);
        mistakes = List.copyOf(mistakes);
    }

    /** Recognizes the operations of this contract. */
    public static Recognition of(Contract contract) {
        List<ReadOperation> sites = contract.operations().stream()
                .filter(Recognition::reads)
                .map(ReadOperation::of)
                .toList();
        var views = new SchemaViews(contract);
        boolean doubtful = contract.operations().stream().anyMatch(Operation::isMiscorrected);
        var corrections = new Corrections(views, doubtful);
        contract.operations().forEach(operation -> RoleCorrection.check(operation, corrections));
        var lists = new Lists(views, corrections, sites);
        var recordPaths = new RecordPaths(views);
        var groups = new ListGroups(views, lists, recordPaths, corrections);
        var items = new Items(views, lists, groups, recordPaths, corrections);
        List<ReadOperation> changing = contract.operations().stream()
                .filter(operation -> operation.method().matches("PUT|PATCH|DELETE"))
                .map(ReadOperation::of)
                .filter(ReadOperation::endsWithParameter)
                .toList();
        Map<Operation, Role> shown = items.roles(sites, changing);
        var writers = new Writers(views, items, groups, recordPaths, corrections);
        Map<Operation, Role> written = written(contract, shown, lists, writers, views, items);
        var recognized = new ArrayList<Recognized>();
        for (Operation operation : contract.operations()) {
            Lists.Seen seen = lists.of(operation);
            Role role = seen != null ? items.role(seen) : shown.getOrDefault(operation, written.get(operation));
            Map<String, ParameterUse> uses =
                    seen != null ? seen.uses() : role instanceof Role.Shows one ? lists.uses(operation, one) : Map.of();
            recognized.add(new Recognized(operation, role == null ? new Role.Other(why(operation)) : role, uses));
        }
        return new Recognition(recognized, corrections.mistakes());
    }

    private static boolean reads(Operation operation) {
        Correction said = operation.correction();
        boolean asked = said.isRole("list") && operation.method().equals("POST");
        boolean method = operation.method().equals("GET") || asked || ReadOperation.isSearch(operation);
        return method && operation.unkept().isEmpty() && !said.isRole("plain");
    }

    /** The operations that change records of collections, and those that show or change single resources. */
    private static Map<Operation, Role> written(
            Contract contract,
            Map<Operation, Role> shown,
            Lists lists,
            Writers writers,
            SchemaViews views,
            Items items) {
        var written = new HashMap<Operation, Role>();
        var free = new ArrayList<Operation>();
        for (Operation operation : contract.operations()) {
            boolean served = operation.unkept().isEmpty()
                    && !operation.correction().isRole("plain")
                    && operation.success().isPresent();
            if (served && lists.of(operation) == null && !shown.containsKey(operation)) {
                Optional<Role> role = operation.method().equals("GET") ? Optional.empty() : writers.role(operation);
                role.ifPresentOrElse(each -> written.put(operation, each), () -> free.add(operation));
            }
        }
        written.putAll(new SingleResources(views, items, free).roles());
        written.putAll(Downloads.of(free, written, items));
        return written;
    }

    private static String why(Operation operation) {
        if (operation.unkept().isPresent()) {
            return "it answers 501";
        } else if (operation.correction().isRole("plain")) {
            return "x-understudy says that it is plain";
        } else if (!operation.method().equals("GET")) {
            return "it is no GET; no list or record of one is at its path, and its last word is no value of one property";
        }
        Optional<Content> content = ReadOperation.of(operation).content();
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

    /** The operation with this id. */
    public Optional<Recognized> operation(String operationId) {
        return operations.stream()
                .filter(each -> each.operation().operationId().equals(operationId))
                .findFirst();
    }
}
