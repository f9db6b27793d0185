package dev.understudy.contract;

import dev.understudy.api.Violation.Place;
import dev.understudy.contract.argument.Argument;
import dev.understudy.contract.argument.QueryNames;
import dev.understudy.contract.correction.Correction;
import dev.understudy.contract.correction.CorrectionReader;
import dev.understudy.contract.security.Access;
import dev.understudy.contract.security.Credential;
import dev.understudy.openapi.source.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One operation of a contract: a method on a path. */
public final class Operation {
    private static final int PARTIAL = 206;

    private final String method;
    private final String path;
    private final String operationId;
    private final String summary;
    private final List<Argument> arguments;
    private final List<Input> inputs;
    private final @Nullable RequestBody body;
    private final Answers answers;
    private final List<String> offers;
    private final @Nullable ChosenAnswer success;
    private final Access access;
    private final QueryNames queryNames;
    private final Parts parts;
    private final @Nullable Finding unkept;
    private final Own own;
    private final Correction correction;

    /**
     * What it answers by files that stand beside the document.
     *
     * @param byStatus its responses of these statuses, in which the files are the first examples
     * @param files their names
     */
    public record Own(Map<Integer, Answer> byStatus, List<String> files) {
        static final Own NONE = new Own(Map.of(), List.of());

        public Own {
            byStatus = Map.copyOf(byStatus);
            files = List.copyOf(files);
        }
    }

    /**
     * Where the document has what it is made of.
     *
     * @param alone the pointers of what counts without its parts
     * @param whole the pointers of what counts with its parts, and with all that these refer to
     * @param pointer of the operation itself; empty for one of ours
     */
    record Parts(List<String> alone, List<String> whole, String pointer) {
        static final Parts NONE = new Parts(List.of(), List.of(), "");
    }

    Operation(
            String method,
            String path,
            String operationId,
            String summary,
            List<Argument> arguments,
            @Nullable RequestBody body,
            Answers answers,
            Access access,
            Parts parts) {
        this(
                method,
                path,
                operationId,
                summary,
                arguments,
                body,
                answers,
                access,
                parts,
                null,
                Own.NONE,
                Correction.NONE);
    }

    private Operation(
            String method,
            String path,
            String operationId,
            String summary,
            List<Argument> arguments,
            @Nullable RequestBody body,
            Answers answers,
            Access access,
            Parts parts,
            @Nullable Finding unkept,
            Own own,
            Correction correction) {
        this.method = method;
        this.path = path;
        this.operationId = operationId;
        this.summary = summary;
        this.arguments = List.copyOf(arguments);
        this.inputs = arguments.stream()
                .map(each -> new Input(each.place(), each.name(), each.required(), each.schema(), each.listed()))
                .toList();
        this.body = body;
        this.answers = answers;
        this.offers = answers.offers();
        this.success = answers.success().orElse(null);
        this.access = access;
        this.queryNames = new QueryNames(arguments, access);
        this.parts = parts;
        this.unkept = unkept;
        this.own = own;
        this.correction = correction;
    }

    /** The same operation, which this finding touches. */
    Operation stoppedBy(Finding finding) {
        return with(answers, finding, own, correction);
    }

    /** The same operation, which is what this says. */
    Operation corrected(Correction correction) {
        return with(answers, unkept, own, correction);
    }

    /** The same operation, which answers by these files first. */
    Operation answering(Own files) {
        return with(answers.with(files.byStatus()), unkept, files, correction);
    }

    private Operation with(Answers others, @Nullable Finding finding, Own files, Correction correction) {
        return new Operation(
                method, path, operationId, summary, arguments, body, others, access, parts, finding, files, correction);
    }

    /** What the document says of it to this mock alone, by {@code x-understudy}. */
    public Correction correction() {
        return correction;
    }

    /** Whether it cannot be served because of what {@code x-understudy} says of it. */
    public boolean isMiscorrected() {
        return unkept != null && unkept.kind().equals(CorrectionReader.KIND);
    }

    /** The names of the files beside the document that it answers by. */
    public List<String> files() {
        return own.files();
    }

    /** Whether a file beside the document is its answer of this status. */
    public boolean isFile(int status) {
        return own.byStatus().containsKey(status);
    }

    /**
     * Why it cannot be served as the document has it: the first fault or gap in its own parts, or in what these refer
     * to. Empty if it can.
     */
    public Optional<Finding> unkept() {
        return Optional.ofNullable(unkept);
    }

    Parts parts() {
        return parts;
    }

    /** The method in capitals. */
    public String method() {
        return method;
    }

    /** The path as the contract writes it, with its parameters in braces. */
    public String path() {
        return path;
    }

    /** Its name, unique in its contract: the operationId, or one made of method and path if it has none. */
    public String operationId() {
        return operationId;
    }

    /** The summary of the contract; empty if it has none. */
    public String summary() {
        return summary;
    }

    /** What it takes, for people. */
    public Description description() {
        return Description.of(this);
    }

    /** Whether it can be called without any argument. */
    public boolean needsNothing() {
        return arguments.stream().noneMatch(Argument::required) && (body == null || !body.required());
    }

    List<Argument> arguments() {
        return arguments;
    }

    /**
     * Something that it takes besides its body.
     *
     * @param schema where the schema of its value is; empty if any value will do
     * @param listed whether its value is a list, and that is the schema of each of its items
     */
    public record Input(Place place, String name, boolean required, String schema, boolean listed) {}

    /** All that it takes besides its body, in the order of the document. */
    public List<Input> inputs() {
        return inputs;
    }

    /** Whether each call that keeps the contract has a value of this input: one that is given, or its default. */
    public boolean always(Input input) {
        return arguments.stream()
                .anyMatch(each -> each.place() == input.place() && each.name().equals(input.name()) && each.always());
    }

    /** Where the schema of the argument of this name is; empty if there is none. */
    public String schema(String argument) {
        for (Argument each : arguments) {
            if (each.name().equals(argument)) {
                return each.schema();
            }
        }
        return "";
    }

    /** The keys that its query may have. */
    QueryNames queryNames() {
        return queryNames;
    }

    Optional<RequestBody> body() {
        return Optional.ofNullable(body);
    }

    /** Whether each call must have a body. */
    public boolean needsBody() {
        return body != null && body.required();
    }

    /** The kinds of content that its body may have; none if it takes no body. */
    public List<Content> takes() {
        return body == null ? List.of() : body.contents();
    }

    /** All kinds of content that it takes or answers. */
    List<Content> contents() {
        var contents = new ArrayList<Content>(body == null ? List.of() : body.contents());
        answers.byStatus().values().forEach(answer -> contents.addAll(answer.contents()));
        return contents;
    }

    /** The media types of what it offers when all goes well. */
    List<String> offers() {
        return offers;
    }

    /** Its documented responses. */
    public Answers answers() {
        return answers;
    }

    /** The response that says that all went well; empty if it documents none that ends an exchange. */
    public Optional<ChosenAnswer> success() {
        return Optional.ofNullable(success);
    }

    /** What answers a range of what a success answers: a 206 (RFC 9110 section 15.3.7); empty if none is documented. */
    public Optional<ChosenAnswer> partial() {
        return answers.byStatus().containsKey(Integer.toString(PARTIAL))
                ? Optional.of(answers.chosen(PARTIAL))
                : Optional.empty();
    }

    /** Made-up credentials that pass; none if everybody may call it. */
    public List<Credential> credentials() {
        return access.examples();
    }

    Access access() {
        return access;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
