package dev.understudy.road;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Binder;
import dev.understudy.api.Binding;
import dev.understudy.api.Call;
import dev.understudy.api.ErrorReply;
import dev.understudy.api.Fixture;
import dev.understudy.api.Headers;
import dev.understudy.api.MockApi;
import dev.understudy.api.Outcome;
import dev.understudy.api.Refusal;
import dev.understudy.api.Reply;
import dev.understudy.api.Request;
import dev.understudy.api.Violation;
import dev.understudy.contract.Contract;
import dev.understudy.fixture.CollectionKey;
import dev.understudy.fixture.State;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The smallest API that has all that the road needs: a list, a body, a fixture and a token. */
public final class Pets {
    public static final String NAME = "zoo/pets";

    public static final String YAML =
            """
            openapi: 3.0.3
            info: {title: Pets, version: 1.0.0}
            servers: [{url: 'https://zoo.example'}]
            security: [{token: []}]
            paths:
              /zoo/pets:
                get:
                  operationId: listPets
                  summary: List the pets
                  parameters:
                    - {name: limit, in: query, schema: {type: integer, format: int32, minimum: 1, maximum: 100, default: 10}}
                    - {name: X-Kind, in: header, schema: {type: string, enum: [cat, dog]}}
                  responses:
                    '200': {$ref: '#/components/responses/Some'}
                    '400': {$ref: '#/components/responses/Wrong'}
                    '401': {$ref: '#/components/responses/Wrong'}
                    '406': {$ref: '#/components/responses/Wrong'}
                    '500': {$ref: '#/components/responses/Wrong'}
                post:
                  operationId: addPet
                  summary: Add a pet
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
                  responses:
                    '200': {$ref: '#/components/responses/Some'}
                    '400': {$ref: '#/components/responses/Wrong'}
                    '401': {$ref: '#/components/responses/Wrong'}
                    '406': {$ref: '#/components/responses/Wrong'}
                    '413': {$ref: '#/components/responses/Wrong'}
                    '415': {$ref: '#/components/responses/Wrong'}
                    '500': {$ref: '#/components/responses/Wrong'}
            components:
              securitySchemes: {token: {type: http, scheme: bearer}}
              responses:
                Some:
                  description: Pets
                  content: {application/json: {schema: {$ref: '#/components/schemas/Pets'}}}
                Wrong:
                  description: What is wrong
                  content: {application/json: {schema: {$ref: '#/components/schemas/ApiError'}}}
                NotFound: {$ref: '#/components/responses/Wrong'}
                MethodNotAllowed: {$ref: '#/components/responses/Wrong'}
              schemas:
                Pet:
                  type: object
                  additionalProperties: false
                  required: [name]
                  properties: {name: {type: string}}
                Pets:
                  type: object
                  additionalProperties: false
                  required: [pets]
                  properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}
                ApiError:
                  type: object
                  additionalProperties: false
                  required: [wrong]
                  properties: {wrong: {type: array, items: {type: string}}}
                PetRecord:
                  type: object
                  x-fixture: pets
                  x-fixture-id: name
                  additionalProperties: false
                  required: [name]
                  properties: {name: {type: string}}
            """;

    public static final CollectionKey<Pet> PETS = key("zoo/pets/pets");

    private Pets() {}

    public record Pet(String name) {
        public static Pet of(JsonNode value, Binding binding) {
            return new Pet(binding.required(value, "name", Binder.TEXT));
        }
    }

    /** An answer with any status and body, so that tests can break the contract. */
    public record Any(int status, Object body) implements Reply {}

    /** Adds a pet for each POST, and shows all there are. */
    record Growing(Function<Refusal, Reply> refusing) implements MockApi {
        @Override
        public List<Fixture<?>> fixtures() {
            return List.of();
        }

        @Override
        public Outcome<Reply> answer(Call call, State state) {
            JsonNode body = call.arguments().body();
            State next = body == null
                    ? state
                    : state.put(PETS, new Pet(body.path("name").asText()));
            String[] names = next.set(PETS).stream().map(Pet::name).toArray(String[]::new);
            return new Outcome<>(pets(names), next);
        }

        @Override
        public Reply refuse(Refusal refusal) {
            return refusing.apply(refusal);
        }
    }

    public static byte[] yaml() {
        return YAML.getBytes(UTF_8);
    }

    public static Contract contract() {
        return Contract.read(NAME, "specs/zoo/pets.yaml", yaml());
    }

    public static MockApi api(Function<Call, Reply> handler) {
        return api(List.of(), (call, state) -> handler.apply(call));
    }

    public static MockApi api(List<Fixture<?>> fixtures, BiFunction<Call, State, Reply> handler) {
        return new MockApi() {
            @Override
            public List<Fixture<?>> fixtures() {
                return fixtures;
            }

            @Override
            public Outcome<Reply> answer(Call call, State state) {
                return new Outcome<>(handler.apply(call, state), state);
            }

            @Override
            public Reply refuse(Refusal refusal) {
                List<String> wrong =
                        refusal.violations().stream().map(Violation::message).toList();
                return new ErrorReply(refusal.status(), Map.of("wrong", wrong));
            }
        };
    }

    /** The road to one API that has no fixtures; every answer is worked out anew. */
    public static Road road(Contract contract, MockApi api) {
        return new Road(Map.of(contract, api), new State.Loading().state());
    }

    /** The key of the pets in a state. */
    public static CollectionKey<Pet> key(String path) {
        return new CollectionKey<>(path, Pet::name);
    }

    /** Answers every call with the pets that are there, as many as it asks for. */
    public static MockApi stored() {
        return api(List.of(new Fixture<>(PETS, Pet::of)), (call, state) -> {
            int limit = call.arguments().query().path("limit").asInt(100);
            return pets(state.set(PETS).first(limit).stream().map(Pet::name).toArray(String[]::new));
        });
    }

    public static Reply pets(String... names) {
        List<Map<String, String>> pets =
                List.of(names).stream().map(name -> Map.of("name", name)).toList();
        return new Any(200, Map.of("pets", pets));
    }

    public static Request get(String path) {
        return request("GET", path, Map.of("Authorization", List.of("Bearer t")), "");
    }

    public static Request post(String body) {
        var headers = Map.of("Authorization", List.of("Bearer t"), "Content-Type", List.of("application/json"));
        return request("POST", "/zoo/pets", headers, body);
    }

    public static Request request(String method, String target, Map<String, List<String>> headers, String body) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? null : target.substring(mark + 1);
        return new Request(method, path, query, Headers.of(headers), body.getBytes(UTF_8));
    }

    public static String text(Answer answer) {
        return new String(answer.response().bytes(), UTF_8);
    }
}
