package dev.understudy.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.api.Admission;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.Fault;
import dev.understudy.api.Refusal;
import dev.understudy.api.Violation;
import dev.understudy.openapi.source.ContractException;
import java.util.List;
import java.util.stream.Stream;

/** Small contracts, so that a test shows just what it is about. */
public final class Samples {
    private Samples() {}

    static Contract read(String yaml) {
        return Contract.read("sample/things", "specs/sample/things.yaml", yaml.getBytes(UTF_8));
    }

    /** A contract that begins as all do; what follows the title is given, from {@code paths:} on. */
    public static Contract contract(String rest) {
        return read("openapi: 3.0.3\ninfo: {title: Things, version: '1'}\n" + rest);
    }

    /** A contract of just {@code GET /things}, with these parameters, and two schemas for items of lists. */
    static Contract withParameters(String parameters) {
        return contract(
                """
                paths:
                  /things:
                    get:
                      operationId: listThings
                      parameters:
                %s
                      responses:
                        '200': {description: Things}
                components:
                  schemas:
                    Status: {type: string, enum: [todo, done, open]}
                    Word: {type: string}
                """
                        .formatted(parameters.stripTrailing().indent(8)));
    }

    /** A contract of just {@code POST /things}, whose body has the schema Thing; these are the schemas. */
    public static Contract withBody(String schemas) {
        return contract(
                """
                paths:
                  /things:
                    post:
                      operationId: makeThing
                      requestBody:
                        required: true
                        content:
                          application/json:
                            schema: {$ref: '#/components/schemas/Thing'}
                      responses:
                        '200':
                          description: A thing
                          content:
                            application/json:
                              schema: {$ref: '#/components/schemas/Thing'}
                components:
                  schemas:
                %s
                """
                        .formatted(schemas.stripTrailing().indent(4)));
    }

    static List<String> messages(Admission admission) {
        return admission instanceof Refusal refusal
                ? refusal.violations().stream().map(Violation::message).toList()
                : List.of();
    }

    /** The arguments of all places in one object, the body under {@code body}. */
    static String arguments(Admission admission) {
        if (!(admission instanceof Call call)) {
            return "refused: " + messages(admission);
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        Arguments arguments = call.arguments();
        Stream.of(arguments.path(), arguments.query(), arguments.header(), arguments.cookie())
                .forEach(all::setAll);
        if (arguments.body() != null) {
            all.set("body", arguments.body());
        }
        return all.toString();
    }

    public static int status(Admission admission) {
        return admission instanceof Refusal refusal ? refusal.status() : 200;
    }

    public static List<String> faults(Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (ContractException e) {
            return e.faults().stream().map(Fault::text).toList();
        }
    }
}
