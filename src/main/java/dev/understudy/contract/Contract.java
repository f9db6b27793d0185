package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Admission;
import dev.understudy.api.Pointers;
import dev.understudy.api.Release;
import dev.understudy.api.Reply;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.api.ToleratedCall;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.argument.Parameter;
import dev.understudy.contract.argument.Readings;
import dev.understudy.contract.expression.ExpressionContext;
import dev.understudy.contract.fixtures.FixtureSchema;
import dev.understudy.contract.security.DeclaredScopes;
import dev.understudy.contract.servers.Servers;
import dev.understudy.contract.text.Lifecycle;
import dev.understudy.contract.text.PathTemplate;
import dev.understudy.kept.CheckedValue;
import dev.understudy.kept.KeptRecords;
import dev.understudy.openapi.Document;
import dev.understudy.openapi.Lowered;
import dev.understudy.openapi.Part;
import dev.understudy.openapi.Prepared;
import dev.understudy.openapi.Reading;
import dev.understudy.openapi.served.ServedDocument;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.openapi.source.Finding;
import dev.understudy.schema.DocumentSchemas;
import dev.understudy.schema.SchemaCheck;
import dev.understudy.schema.findings.SchemaFindings;
import dev.understudy.schema.findings.ValueFindings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document. Ours are kept to the letter, those of others by their plain meaning: it admits the requests that
 * it allows and releases the replies that it documents. Both are pure functions of what they are given.
 */
public final class Contract {
    private final String name;
    private final Basis basis;
    private final List<Route> routes;
    private final List<Operation> operations;
    private final List<FixtureSchema> fixtureSchemas;
    private final RequestAdmission admission;
    private final ReplyRelease release;
    /** Where paths lead if there is no other contract. */
    private final Routes alone;

    /**
     * What it is read from.
     *
     * @param mount what is before its paths instead of the paths of its servers; null for those
     * @param hosts of its servers
     * @param outgoing reads what the API sends; null for one of ours, which sends nothing
     */
    record Basis(
            String folder,
            Prepared prepared,
            DocumentSchemas schemas,
            Readings readings,
            @Nullable String mount,
            Set<String> hosts,
            @Nullable OutgoingReader outgoing) {
        Basis mountedAt(@Nullable String prefix) {
            return new Basis(folder, prepared, schemas, readings, prefix, hosts, outgoing);
        }
    }

    Contract(
            String name,
            Basis basis,
            List<Route> routes,
            List<Operation> operations,
            List<FixtureSchema> fixtureSchemas,
            RequestAdmission admission,
            ReplyRelease release) {
        this.name = name;
        this.basis = basis;
        this.routes = routes;
        this.operations = operations;
        this.fixtureSchemas = fixtureSchemas;
        this.admission = admission;
        this.release = release;
        this.alone = new Routes(List.of(this));
    }

    /**
     * The contract in this OpenAPI document, YAML or JSON.
     *
     * @param name its name, such as {@code exante/work-tasks}
     * @param source where the document was found, as messages shall name it
     * @throws ContractException if anything in it is wrong or not supported, with everything that is
     */
    public static Contract read(String name, String source, byte[] yaml) {
        return ContractLoader.read(name, ContractLoader.checked(source, yaml), true);
    }

    /** The same contract in less time, if this was {@linkplain #prepare prepared} from the very same document. */
    public static Contract read(String name, String source, byte[] yaml, byte[] prepared) {
        Prepared known = Prepared.read(source, yaml, prepared).orElseGet(() -> ContractLoader.checked(source, yaml));
        return ContractLoader.read(name, known, true);
    }

    /** What takes long about reading a document, done once; one with faults is refused as {@link #read} does. */
    public static byte[] prepare(String source, byte[] yaml) {
        Prepared prepared = ContractLoader.checked(source, yaml);
        ContractLoader.read("", prepared, true);
        return prepared.bytes(yaml);
    }

    /**
     * The contract in a document that is not ours. Nothing that is wrong with it is thrown: {@link #findings} has it,
     * and an operation that it touches says so by {@link Operation#unkept}.
     *
     * @param name its name, which is that of its fixture folder
     */
    public static Contract brought(String name, Document document) {
        return brought(name, document, Set.of());
    }

    /**
     * The same.
     *
     * @param letter the readings that are not taken
     */
    public static Contract brought(String name, Document document, Set<Reading> letter) {
        return brought(name, document, letter, null);
    }

    /**
     * The same.
     *
     * @param mount what is before its paths instead of the paths of its servers, without a slash at its end; null for
     *     those
     */
    public static Contract brought(String name, Document document, Set<Reading> letter, @Nullable String mount) {
        // What was read by its plain meaning before anybody could ask for the letter.
        document.harden(letter);
        SchemaFindings.check(document, letter);
        return ContractLoader.brought(name, document, new Readings(letter), mount, true);
    }

    /** Its name, such as {@code exante/work-tasks}. */
    public String name() {
        return name;
    }

    /** The folder of its fixtures, which is its name unless it was given another. */
    public String fixtureFolder() {
        return basis.folder();
    }

    /** Where it was read from, such as {@code specs/exante/work-tasks.yaml}. */
    public String source() {
        return document().source();
    }

    /** Whether its document is one that a user brought. */
    public boolean isBrought() {
        return document().isBrought();
    }

    /** The title that the document gives itself. */
    public String title() {
        return root().at("info").at("title").text();
    }

    /** What the document says of itself; empty if it says nothing. */
    public String description() {
        return root().at("info").at("description").text();
    }

    /** The addresses of the servers that are mocked, as the document writes them. */
    public List<String> servers() {
        return root().at("servers").children().stream()
                .map(server -> server.at("url").text())
                .toList();
    }

    /** The hosts of the servers of a brought document, in small letters; what others call this machine is none. */
    public Set<String> hosts() {
        return basis.hosts();
    }

    /** The scopes of OAuth 2.0 and OpenID Connect in a brought document. */
    public Set<String> scopes() {
        return isBrought() ? DeclaredScopes.of(root()) : Set.of();
    }

    /** All operations, in the order of the document. */
    public List<Operation> operations() {
        return operations;
    }

    /** What the document says about fixtures, in its order. */
    public List<FixtureSchema> fixtureSchemas() {
        return fixtureSchemas;
    }

    /** Whether the API sends requests when this operation was called. */
    public boolean hasCallbacks(Operation operation) {
        return basis.outgoing() != null && basis.outgoing().hasCallbacks(operation);
    }

    /** The requests that the API sends when this operation was called; they are read anew each time. */
    public List<OutgoingRequest> callbacks(Operation operation) {
        return basis.outgoing() == null ? List.of() : basis.outgoing().callbacks(operation);
    }

    /** The requests that the API sends by itself; they are read anew each time. */
    public List<OutgoingRequest> webhooks() {
        return basis.outgoing() == null ? List.of() : basis.outgoing().webhooks();
    }

    /**
     * All that was found wrong, not supported or of no effect, in the order of the document; nothing in one of ours.
     */
    public List<Finding> findings() {
        return Finding.once(document().findings());
    }

    /** The texts of its files as their authors wrote them, by the names that findings have, the first file first. */
    public Map<String, String> texts() {
        return document().texts();
    }

    /** What was found in the parts of an operation of a brought document, and in all that these refer to. */
    public List<Finding> findings(Operation operation) {
        Set<String> alone = Set.copyOf(operation.parts().alone());
        Predicate<String> whole = document().reached(operation.parts().whole());
        return findings().stream()
                .filter(finding -> alone.contains(finding.pointer()) || whole.test(finding.pointer()))
                .toList();
    }

    /**
     * The same, with the examples, defaults and enums of a brought document that break their own schemas. That takes
     * many times as long as reading it.
     */
    public List<Finding> allFindings() {
        return allFindings(() -> true);
    }

    /**
     * The same.
     *
     * @param goesOn is asked again and again while it lasts; once it says no, what is found by then is all
     */
    public List<Finding> allFindings(BooleanSupplier goesOn) {
        if (document().isBrought()) {
            ValueFindings.check(document(), basis.schemas(), goesOn);
            operations.stream()
                    .takeWhile(operation -> goesOn.getAsBoolean())
                    .forEach(operation -> operation.contents().forEach(Example::check));
        }
        return findings();
    }

    /** Whether a brought document advises against an operation. */
    public boolean isDeprecated(Operation operation) {
        String pointer = operation.parts().pointer();
        return !pointer.isEmpty() && document().part(pointer).at("deprecated").isTrue();
    }

    /**
     * The header fields that say when an operation of a brought document is deprecated and gone, as far as the document
     * has dates for it.
     *
     * @param content of the answer; null for none
     */
    public Map<String, String> lifecycle(Operation operation, @Nullable Content content) {
        String pointer = operation.parts().pointer();
        return pointer.isEmpty()
                ? Map.of()
                : Lifecycle.fields(document().part(pointer), content == null ? null : content.part());
    }

    /**
     * Where the links of an answer lead, by their names: paths below the servers, without those that the call and its
     * answer have no values for.
     */
    public Map<String, String> links(Operation operation, ExpressionContext exchanged) {
        var links = new LinkedHashMap<String, String>();
        for (Link link : Link.of(document(), routes, operation, exchanged.status())) {
            link.address(exchanged).ifPresent(address -> links.put(link.name(), address));
        }
        return links;
    }

    /** Where a raw, still percent-encoded path leads if this is the only contract. */
    public Match match(String method, String path) {
        return alone.match(method, path);
    }

    /** Its paths with their operations, in the order of the document. */
    public List<Route> routes() {
        return routes;
    }

    /**
     * One of ours under another name, with its fixtures where they are.
     *
     * @param mount what is before its paths, without a slash at its end; null for nothing
     */
    public Contract called(String other, @Nullable String mount) {
        List<Route> moved = mount == null
                ? routes
                : routes.stream()
                        .map(route -> new Route(
                                PathTemplate.read(root().at("paths").at(route.toString()), mount), route.operations()))
                        .toList();
        RequestAdmission way = RequestAdmission.of(document(), moved, false);
        return new Contract(other, basis.mountedAt(mount), moved, operations, fixtureSchemas, way, release);
    }

    /** The same contract, open to everybody. */
    public Contract withoutSecurity() {
        return new Contract(name, basis, routes, operations, fixtureSchemas, admission.open(), release);
    }

    /** The same contract, of which these operations, by their names, answer by files beside the document first. */
    public Contract answering(Map<String, Operation.Own> own) {
        if (own.isEmpty()) {
            return this;
        }
        var answered = new HashMap<Operation, Operation>();
        for (Operation operation : operations) {
            Operation.Own files = own.get(operation.operationId());
            answered.put(operation, files == null ? operation : operation.answering(files));
        }
        List<Route> answering =
                routes.stream().map(route -> route.with(answered)).toList();
        List<Operation> all = ContractLoader.operations(answering);
        return new Contract(name, basis, answering, all, fixtureSchemas, admission, release.of(all));
    }

    /** The same contract, in which what was noted in its document since it was read stops operations, too. */
    public Contract noted() {
        List<Route> marked = UnkeptOperations.marked(document(), routes);
        List<Operation> all = ContractLoader.operations(marked);
        return new Contract(name, basis, marked, all, fixtureSchemas, admission, release.of(all));
    }

    /** The same contract, which checks a record once and sends the same bytes of it again in other pages. */
    public Contract keeping(KeptRecords records) {
        return new Contract(name, basis, routes, operations, fixtureSchemas, admission, release.keeping(records));
    }

    /** The same contract, judged by the validator alone, without compiled schemas; guarded again, if it was open. */
    public Contract reference() {
        return isBrought()
                ? ContractLoader.brought(name, document(), basis.readings(), basis.mount(), false)
                : ContractLoader.read(basis.folder(), basis.prepared(), false).called(name, basis.mount());
    }

    /**
     * The call that the request makes, or the refusal that it gets: for its path, its method, and so on inward.
     *
     * @param match where its path leads
     */
    public Admission admit(Match match, Request request) {
        return admission.admit(match, request);
    }

    /** The same if this is the only contract. */
    public Admission admit(Request request) {
        return admit(alone.match(request), request);
    }

    /**
     * The call that a refused request makes all the same, where what it breaks is in its arguments, its body or what it
     * accepts, and its path and its body can be read.
     */
    public Optional<ToleratedCall> tolerate(Match match, Request request) {
        return admission.tolerate(match, request);
    }

    /** The same if this is the only contract. */
    public Optional<ToleratedCall> tolerate(Request request) {
        return tolerate(alone.match(request), request);
    }

    /** The bytes of the reply, or what they break of the contract; the refusal's headers go with them. */
    public Release release(Admission admission, Reply reply) {
        return release.release(admission, reply);
    }

    /** Its document, with schemas in one dialect. */
    public Lowered lowered() {
        return basis.prepared().lowered();
    }

    /** Its schemas, each compiled once for all who judge by it. */
    public DocumentSchemas schemas() {
        return basis.schemas();
    }

    /** The schema at this place of the document, in JSON Schema 2020-12. */
    public JsonNode schema(String pointer) {
        return basis.schemas().schema(pointer);
    }

    /** What the document shows as values of a header. */
    public List<Example> examples(Parameter header) {
        return Example.of(document().part(Pointers.parent(header.schema())), text -> Optional.of(Example.text(text)));
    }

    /** What the document shows as values of a parameter. */
    public List<Example> examples(Operation.Input input) {
        return Example.of(document().part(Pointers.parent(input.schema())), file -> Optional.empty());
    }

    /** The place that a reference of a schema names; empty if it names none. */
    public Optional<String> target(String reference) {
        return basis.schemas().target(reference);
    }

    /** Whether the value keeps the schema at this place. */
    public boolean keeps(String pointer, JsonNode value) {
        SchemaCheck check = basis.schemas().at(pointer);
        return check.isCompiled()
                ? check.passes(value)
                : check.violations(Place.REPLY, "", value).isEmpty();
    }

    /** The same for a record, which remembers it. */
    public boolean keeps(String pointer, CheckedValue value) {
        return keeps(pointer, basis.schemas().at(pointer).isCompiled() ? value : value.value());
    }

    /** What of a body would break the schema at this place; nothing if it keeps it. */
    public List<Violation> violations(String pointer, JsonNode value) {
        return basis.schemas().at(pointer).violations(Place.BODY, "", value);
    }

    /** A value of this schema as an answer has it: without the properties that are {@code writeOnly}, at any depth. */
    public JsonNode sent(String pointer, JsonNode value) {
        return document().hasWriteOnly() ? WriteOnly.without(value, document().part(pointer)) : value;
    }

    /** Whether a body that is too large is refused: only an operation that takes one has to say so. */
    public boolean refusesLargeBodies(@Nullable String operationId) {
        return release.documents(operationId, 413)
                || (isBrought()
                        && operations.stream()
                                .anyMatch(operation -> operation.operationId().equals(operationId)
                                        && operation.body().isPresent()));
    }

    /** Whether an answer of this status is documented for an operation, or for requests that reach none. */
    public boolean documents(@Nullable String operationId, int status) {
        return release.documents(operationId, status);
    }

    /**
     * What a response breaks of the contract, whoever made it: its status, its documented headers, its media type and
     * its bytes; nothing if it keeps it.
     *
     * @param operationId the operation that it answers; null if none was reached
     */
    public List<Violation> check(@Nullable String operationId, Response response) {
        return release.check(operationId, response);
    }

    /**
     * The document as others may read it, without the schemas of the fixtures and other spellings of parameters.
     *
     * @param server the address of the server that serves it, relative to the document's own; the first of its servers
     */
    public byte[] servedYaml(String server) {
        return served(server).yaml();
    }

    /** The same as JSON. */
    public byte[] servedJson(String server) {
        return served(server).json();
    }

    /** The same for generators that cannot tell variants apart: each choice between objects is one object. */
    public byte[] flatYaml(String server) {
        return served(server).flatYaml();
    }

    /** The same as JSON. */
    public byte[] flatJson(String server) {
        return served(server).flatJson();
    }

    /** The operations of a brought document lie below the paths of its servers, or what was put in their place. */
    private ServedDocument served(String server) {
        String mount = basis.mount();
        boolean brought = document().isBrought();
        return new ServedDocument(
                document(),
                servers -> server
                        + (mount != null
                                ? mount
                                : brought ? Servers.bases(servers).iterator().next() : ""));
    }

    private Document document() {
        return basis.prepared().document();
    }

    private Part root() {
        return document().root();
    }
}
