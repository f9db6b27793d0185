package dev.understudy.mocks.anyspec.collections;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small documents of one list, each written by other habits of real documents, all of which are to be understood. */
final class ListHabits {
    private static final String KITES = "type: array, items: {$ref: '#/components/schemas/Kite'}";

    private final Random random;

    ListHabits(long seed) {
        this.random = new Random(seed);
    }

    private String one(String... options) {
        return options[random.nextInt(options.length)];
    }

    private static String parameter(String name, String schema) {
        return "{name: '" + name + "', in: query, schema: {" + schema + "}}";
    }

    /** The names of two parameters, and a field that says where the next page is. */
    private record Pages(List<String> parameters, String fields) {}

    private Pages pages() {
        int usual = 1 + random.nextInt(8);
        String size =
                one("type: integer", "type: integer, default: " + usual, "type: integer, minimum: 1, maximum: 50");
        String total = one("total: {type: integer}", "totalCount: {type: integer}", "count: {type: integer}", "");
        return switch (random.nextInt(8)) {
            case 0 -> pages("limit", size, "offset", "type: integer", total);
            case 1 -> pages(one("per_page", "pageSize", "page_size"), size, "page", "type: integer", total);
            case 2 ->
                pages("page[size]", size, "page[number]", one("type: integer", "type: integer, minimum: 0"), total);
            case 3 -> pages("$top", size, "$skip", "type: integer", "'@odata.nextLink': {type: string, format: uri}");
            case 4 -> pages("maxResults", size, "startAt", "type: integer", "isLast: {type: boolean}, " + total);
            case 5 ->
                pages("limit", size, "cursor", "type: string", one("next_cursor", "nextCursor") + ": {type: string}");
            case 6 -> pages("pageSize", size, "pageToken", "type: string", "nextPageToken: {type: string}");
            default -> pages("limit", size, "starting_after", "ID", "has_more: {type: boolean}");
        };
    }

    private static Pages pages(String limit, String size, String place, String type, String fields) {
        return new Pages(List.of(parameter(limit, size), parameter(place, type)), fields);
    }

    private List<String> orders() {
        return switch (random.nextInt(5)) {
            case 0 -> List.of();
            case 1 -> List.of(parameter("sort", "type: string"));
            case 2 -> List.of(parameter(one("sort", "ordering"), "type: string, enum: [name, -name, price, -price]"));
            case 3 ->
                List.of(
                        parameter("sort_by", "type: string, enum: [name, PRICE, CREATED]"),
                        parameter(one("order", "sort_order", "direction"), "type: string, enum: [asc, desc]"));
            default -> List.of(parameter("orderBy", "type: string, enum: ['price:asc', 'price:desc', 'name desc']"));
        };
    }

    private List<String> filters() {
        var all = new ArrayList<>(List.of(
                parameter("color", "type: string, enum: [red, green, blue]"),
                parameter(one("colors", "color[in]", "filter[color]"), "type: array, items: {type: string}"),
                parameter(one("min_price", "price_gte", "price[gte]", "minPrice", "price_min"), "type: number"),
                parameter(one("max_price", "price_lte", "price[lt]", "price_to"), "type: number"),
                parameter(one("created_after", "CREATED_gt", "created_since"), "type: string, format: date-time"),
                parameter(one("createdBefore", "created_until"), "type: string, format: date-time"),
                parameter(one("active", "is_active", "isActive"), "type: boolean"),
                parameter(one("has_note", "note_exists"), "type: boolean"),
                parameter(one("tag", "tags"), "type: string"),
                parameter(one("maker_id", "maker.id", "makerId", "maker"), "type: integer"),
                parameter(one("sailor", "sailors"), "type: string"),
                parameter(one("is_sold", "sold"), "type: boolean"),
                parameter(one("q", "search", "query"), "type: string"),
                parameter(one("name_contains", "name_like"), "type: string"),
                parameter("filter", "type: object, properties: {price: {type: number}}")));
        all.removeIf(filter -> random.nextInt(3) == 0);
        return all;
    }

    private String list(String fields) {
        String more = fields.isEmpty() ? "" : ", " + fields.replaceFirst(", $", "");
        String held = "type: object, required: [%s], properties: {%s: {" + KITES + "}" + more.replace("%", "%%") + "}";
        return switch (random.nextInt(5)) {
            case 0 -> fields.matches("|.*[Tt]otal.*|count.*") ? KITES : held.formatted("data", "data");
            case 1 -> held.formatted("items", "items");
            case 2 -> held.formatted("kites", "kites");
            case 3 -> held.formatted("value", "value");
            default ->
                "type: object, properties: {_embedded: {type: object, properties: {kites: {" + KITES + "}}}" + more
                        + "}";
        };
    }

    /** A document. */
    String document() {
        String id = one("type: integer", "type: string, format: uuid", "type: string");
        Pages pages = pages();
        String parameters = Stream.of(pages.parameters(), orders(), filters())
                .flatMap(List::stream)
                .distinct()
                .map(parameter -> "\n        - " + parameter)
                .collect(Collectors.joining());
        return """
                openapi: 3.1.0
                info: {title: Kites, version: '1'}
                paths:
                  /kites:
                    get:
                      parameters:PARAMETERS
                      responses:
                        '200': {description: D, content: {application/json: {schema: {LIST}}}}
                  /kites/{id}:
                    get:
                      parameters: [{name: id, in: path, required: true, schema: {ID}}]
                      responses:
                        '200': {description: D, content: {application/json: {schema: {$ref: '#/components/schemas/Kite'}}}}
                components:
                  schemas:
                    Kite:
                      type: object
                      required: [id, name, price, active]
                      properties:
                        id: {ID}
                        name: {type: string}
                        price: {type: NUMBER, minimum: 1, maximum: 9}
                        color: {type: string, enum: [red, green, blue]}
                        active: {type: boolean}
                        note: {type: [string, 'null']}
                        tags: {type: array, items: {type: string, enum: [old, new, big]}}
                        CREATED: {type: string, format: date-time}
                        sold_at: {type: string, format: date-time}
                        sailors: {type: array, items: {type: object, properties: {name: {type: string, enum: [Ada, Bo, Cy]}}}}
                        maker: {type: object, properties: {id: {type: integer, maximum: 3, minimum: 1}}}
                """
                .replace("PARAMETERS", parameters)
                .replace("LIST", list(pages.fields()))
                .replace("NUMBER", one("integer", "number"))
                .replace("CREATED", one("created_at", "createdAt"))
                .replace("ID", id);
    }
}
