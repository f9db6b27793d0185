package dev.understudy.mocks.anyspec.changes;

import java.util.List;
import java.util.Random;

/** Small documents of one list, its items, and all that changes them, each written by other habits. */
final class Habits {
    private final Random random;

    Habits(long seed) {
        this.random = new Random(seed);
    }

    private String one(String... options) {
        return options[random.nextInt(options.length)];
    }

    /** A document, as JSON is YAML too. */
    String document() {
        String id = one(
                "type: integer",
                "type: string, format: uuid",
                "type: string, pattern: '^wid_[a-z0-9]{8}$'",
                "type: string",
                "type: integer, format: int64, minimum: 1000");
        String key = one("id", "id", "uid", "widget_id");
        String parameter = key.equals("widget_id") ? "widget_id" : one(key, key, "widgetId");
        boolean readOnly = random.nextBoolean();
        String whole = one("{$ref: '#/components/schemas/Widget'}", holder("data"), holder("widget"));
        String list = one(
                "{type: array, items: {$ref: '#/components/schemas/Widget'}}",
                listed("data", "total"),
                listed("widgets", "count"),
                listed("value", "'@odata.count'"),
                listed("items", "totalItems"));
        String created = one("created_at", "createdAt", "dateCreated");
        String moment = one("type: string, format: date-time", "type: integer", "type: string, format: date");
        String body = readOnly ? "Widget" : "NewWidget";
        String taken = one("{$ref: '#/components/schemas/" + body + "'}", "WRAPPED");
        String media = one("application/json", "application/json", "application/x-www-form-urlencoded");
        taken = media.endsWith("json") && taken.equals("WRAPPED")
                ? "{type: object, required: [data], properties: {data: {$ref: '#/components/schemas/" + body + "'}}}"
                : "{$ref: '#/components/schemas/" + body + "'}";
        String creation = one(
                "'201': {description: D, headers: {Location: {schema: {type: string}}}, CONTENT}",
                "'200': {description: D, CONTENT}",
                "'201': {description: D, headers: {Location: {schema: {type: string, format: uri}}}}",
                "'204': {description: D}",
                "'202': {description: D, content: {application/json: {schema: {type: object, required: [KEY], properties: {KEY: {ID}}}}}}");
        String patch = one("application/merge-patch+json", "application/json");
        return """
                openapi: 3.1.0
                info: {title: Widgets, version: '1'}
                servers: [{url: BASE}]
                paths:
                  /widgets:
                    get:
                      responses:
                        '200': {description: D, content: {application/json: {schema: LIST}}}
                    post:
                      requestBody: {required: true, content: {MEDIA: {schema: TAKEN}}}
                      responses: {CREATION}
                  /widgets/{PARAMETER}:
                    parameters: [{name: PARAMETER, in: path, required: true, schema: {ID}}]
                    get:
                      responses: {'200': {description: D, CONTENT}, '404': {description: D}}
                    put:
                      requestBody: {required: true, content: {MEDIA: {schema: TAKEN}}}
                      responses: {'200': {description: D, CONTENT}, default: {$ref: '#/components/responses/Error'}}
                    patch:
                      requestBody: {required: true, content: {PATCH: {schema: {type: object, properties: {name: {type: string}}}}}}
                      responses: {'200': {description: D, CONTENT}, default: {$ref: '#/components/responses/Error'}}
                    delete:
                      responses: {DELETION, '404': {description: D}}
                components:
                  responses:
                    Error:
                      description: D
                      content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}}
                  schemas:
                    NewWidget:
                      type: object
                      required: [name]
                      properties:
                        name: {type: string, minLength: 1, maxLength: 30}
                        kind: {type: string, enum: [big, small]}
                        size: {type: number, minimum: 1, maximum: 99}
                        parts: {type: array, items: {type: string}, maxItems: 3}
                        secret: {type: string, writeOnly: true}
                    Widget:
                      type: object
                      required: [KEY, name, CREATED, state, owner]
                      properties:
                        KEY: {IDREADONLY}
                        name: {type: string, minLength: 1, maxLength: 30}
                        kind: {type: string, enum: [big, small]}
                        size: {type: number, minimum: 1, maximum: 99}
                        parts: {type: array, items: {type: string}, maxItems: 3}
                        CREATED: {MOMENTREADONLY}
                        state: {type: string, enum: [fresh, used]READONLY}
                        owner: {type: object, required: [name], properties: {name: {type: string}, rank: {type: integer}}READONLY}
                """
                .replace("CREATION", creation)
                .replace("DELETION", one("'204': {description: D}", "'200': {description: D, CONTENT}"))
                .replace("CONTENT", "content: {application/json: {schema: " + whole + "}}")
                .replace("LIST", list)
                .replace("TAKEN", taken)
                .replace("MEDIA", media)
                .replace("PATCH", patch)
                .replace("BASE", one("/", "/v1", "https://widgets.example.com/api"))
                .replace("PARAMETER", parameter)
                .replace("READONLY", readOnly ? ", readOnly: true" : "")
                .replace("ID", id)
                .replace("KEY", key)
                .replace("CREATED", created)
                .replace("MOMENT", moment);
    }

    private static String holder(String name) {
        return "{type: object, required: [" + name + "], properties: {" + name
                + ": {$ref: '#/components/schemas/Widget'}}}";
    }

    private static String listed(String items, String total) {
        return "{type: object, required: [" + String.join(", ", List.of(items, total)) + "], properties: {" + total
                + ": {type: integer}, " + items + ": {type: array, items: {$ref: '#/components/schemas/Widget'}}}}";
    }
}
