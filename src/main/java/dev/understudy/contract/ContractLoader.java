package dev.understudy.contract;

import dev.understudy.contract.argument.ParameterReader;
import dev.understudy.contract.argument.Readings;
import dev.understudy.contract.fixtures.FixtureRules;
import dev.understudy.contract.fixtures.FixtureSchema;
import dev.understudy.contract.fixtures.RecordFinder;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Lowering;
import dev.understudy.openapi.Part;
import dev.understudy.openapi.Prepared;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.schema.DocumentSchemas;
import dev.understudy.schema.SchemaRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads contracts from their documents, ours to the letter and those of others by their plain meaning. */
final class ContractLoader {
    private ContractLoader() {}

    /** A document of ours whose schemas keep our rules, or have their faults noted. */
    static Prepared checked(String source, byte[] yaml) {
        Prepared prepared = Prepared.read(source, yaml);
        SchemaRules.check(prepared.document(), prepared.schemas());
        return prepared;
    }

    /** One of ours. */
    static Contract read(String name, Prepared prepared, boolean compiling) {
        Document document = prepared.document();
        if (!document.root().value().isObject()) {
            document.throwIfFaulty();
        }
        try {
            return read(name, prepared, new DocumentSchemas(prepared.lowered(), compiling));
        } catch (ContractException e) {
            throw e;
        } catch (RuntimeException e) {
            // What the grammar found may have led the rest astray.
            document.throwIfFaulty();
            throw e;
        }
    }

    /** One that is not ours; what is wrong with it is noted in the document. */
    static Contract brought(
            String name, Document document, Readings readings, @Nullable String mount, boolean compiling) {
        Lowering.Directions lowered = Lowering.brought(document, readings.letter());
        var prepared = new Prepared(document, List.of(), lowered.answers());
        var schemas = new DocumentSchemas(lowered.answers(), compiling);
        var requests =
                lowered.requests() == lowered.answers() ? schemas : new DocumentSchemas(lowered.requests(), compiling);
        var parameters = new ParameterReader(requests, readings);
        var content = new ContentReader(schemas, requests, parameters, readings);
        var reader = new BroughtReader(document, content, parameters, mount);
        List<Route> read = reader.routes();
        AmbiguousPaths.note(document.root().at("paths"), read);
        List<Route> routes = UnkeptOperations.marked(document, read);
        List<Operation> operations = operations(routes);
        return new Contract(
                name,
                new Contract.Basis(
                        name,
                        prepared,
                        schemas,
                        readings,
                        mount,
                        Set.copyOf(reader.hosts()),
                        new OutgoingReader(document, content, parameters)),
                routes,
                operations,
                List.of(),
                RequestAdmission.of(document, routes, true),
                new ReplyRelease(
                        document.source(),
                        operations,
                        elsewhere(document, content, operations),
                        new RecordFinder(name, List.of()),
                        null));
    }

    private static Contract read(String name, Prepared prepared, DocumentSchemas schemas) {
        Document document = prepared.document();
        var parameters = new ParameterReader(schemas, Readings.NONE);
        var content = new ContentReader(schemas, schemas, parameters, Readings.NONE);
        var reader = new ContractReader(document, content, parameters);
        List<Route> routes = reader.routes(document.root().at("paths"));
        List<FixtureSchema> fixtures = FixtureRules.read(document, schemas);
        List<Operation> operations = operations(routes);
        Answers elsewhere = elsewhere(document, content, operations);
        document.throwIfFaulty();
        return new Contract(
                name,
                new Contract.Basis(name, prepared, schemas, Readings.NONE, null, Set.of(), null),
                routes,
                operations,
                fixtures,
                RequestAdmission.of(document, routes, false),
                new ReplyRelease(document.source(), operations, elsewhere, new RecordFinder(name, fixtures), null));
    }

    /** Each once: one that has several servers has several paths. */
    static List<Operation> operations(List<Route> routes) {
        return routes.stream()
                .flatMap(route -> route.operations().values().stream())
                .distinct()
                .toList();
    }

    /**
     * The answers to requests that reach no operation: NotFound, MethodNotAllowed, and errors as operations have them.
     */
    private static Answers elsewhere(Document document, ContentReader content, List<Operation> operations) {
        var byStatus = new LinkedHashMap<String, Answer>();
        Part responses = document.root().at("components").at("responses");
        Map.of("404", "NotFound", "405", "MethodNotAllowed").forEach((status, response) -> {
            if (responses.has(response)) {
                byStatus.put(status, content.answer(responses.at(response).resolved()));
            }
        });
        for (Operation operation : operations) {
            operation.answers().errors().forEach(byStatus::putIfAbsent);
        }
        byStatus.values().stream().findFirst().ifPresent(answer -> byStatus.putIfAbsent("default", answer));
        return new Answers(byStatus);
    }
}
