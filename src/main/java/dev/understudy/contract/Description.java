package dev.understudy.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.argument.Argument;
import dev.understudy.contract.argument.ContentParameter;
import dev.understudy.contract.argument.Parameter;
import dev.understudy.contract.argument.QueryString;
import dev.understudy.contract.argument.StyledParameter;
import dev.understudy.contract.style.Style;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an operation takes, for people.
 *
 * @param arguments what it takes besides its body
 * @param body the kinds of content of its body; none if it takes none
 * @param bodyRequired whether a request must have a body
 * @param credentials the alternatives of what a request must show; none if that is nothing
 */
public record Description(List<Taken> arguments, List<Content> body, boolean bodyRequired, List<String> credentials) {
    /**
     * A parameter.
     *
     * @param in the place of the request that it is in, in small letters
     * @param read how its text is read, such as {@code form, exploded}
     * @param schema where its schema is; empty if it has none
     * @param fallback what it is when it is left out; null for nothing
     */
    public record Taken(
            String in, String name, boolean required, String read, String schema, @Nullable JsonNode fallback) {}

    static Description of(Operation operation) {
        RequestBody body = operation.body().orElse(null);
        return new Description(
                operation.arguments().stream().map(Description::taken).toList(),
                body == null ? List.of() : body.contents(),
                body != null && body.required(),
                operation.access().described());
    }

    private static Taken taken(Argument argument) {
        String read = "text";
        String schema = "";
        JsonNode fallback = null;
        if (argument instanceof Parameter plain) {
            read = read(plain);
            schema = plain.schema();
            fallback = plain.fallback();
        } else if (argument instanceof StyledParameter styled) {
            read = styled.keys().style().described(styled.keys().explode());
            schema = styled.check().pointer();
            fallback = styled.fallback();
        } else if (argument instanceof ContentParameter content) {
            read = content.json() ? "JSON" : "text";
            schema = content.check() == null ? "" : content.check().pointer();
            fallback = content.fallback();
        } else if (argument instanceof QueryString whole) {
            read = whole.described();
            schema = whole.schema();
            fallback = whole.content().fallback();
        }
        String in = argument.place().name().toLowerCase(Locale.ROOT);
        return new Taken(in, argument.name(), argument.required(), read, schema, fallback);
    }

    private static String read(Parameter parameter) {
        boolean named = parameter.place() == Place.QUERY || parameter.place() == Place.COOKIE;
        Style style = named ? Style.FORM : Style.SIMPLE;
        return style.described(parameter.form().list() && parameter.form().separate());
    }
}
