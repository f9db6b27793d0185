package dev.understudy.contract.argument;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation.Place;
import dev.understudy.api.bytes.Bytes;
import dev.understudy.api.text.Percent;
import dev.understudy.contract.form.FormBody;
import dev.understudy.contract.text.MediaType;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole query as one value ({@code in: querystring}, OpenAPI 3.2.0 section 4.12.1): a form, or JSON or a text that
 * is percent-encoded.
 *
 * @param content what is asked of the value, and how it is read if it is no form
 * @param fields how its fields are read; null if it is no form
 * @param others the keys that are no part of it: credentials, and those that tell paths apart
 */
public record QueryString(ContentParameter content, @Nullable FormBody fields, Set<String> others) implements Argument {
    private static final MediaType FORM =
            MediaType.of("application/x-www-form-urlencoded").orElseThrow();

    @Override
    public Place place() {
        return Place.QUERY;
    }

    @Override
    public String name() {
        return content.name();
    }

    @Override
    public boolean required() {
        return content.required();
    }

    @Override
    public String schema() {
        return content.schema();
    }

    /** The same, of which these keys are no part. */
    QueryString beside(Set<String> keys) {
        return new QueryString(content, fields, keys);
    }

    /** How it is read, for people. */
    public String described() {
        return "the whole query, as " + (fields != null ? "a form" : content.json() ? "JSON" : "text");
    }

    @Override
    public Decoded read(RawArguments received) {
        String own = own(received.query().raw());
        if (own.isEmpty()) {
            return required()
                    ? content.wrong("required", Expected.to("be given"), "missing")
                    : content.fallback() == null ? Decoded.NOTHING : Decoded.right(content.fallback());
        } else if (fields == null) {
            return Percent.decode(own, true)
                    .map(content::value)
                    .orElseGet(() ->
                            content.wrong("encoding", Expected.to("be percent-encoded UTF-8"), MessageText.text(own)));
        }
        FormBody.Read read = fields.read(FORM, Bytes.of(own.getBytes(UTF_8)));
        return read.violations().isEmpty()
                ? Decoded.right(read.value())
                : Decoded.wrong(read.violations().stream()
                        .map(found -> found.in(Place.QUERY, name(), found.pointer()))
                        .toList());
    }

    private String own(String raw) {
        return others.isEmpty()
                ? raw
                : Stream.of(raw.split("&", -1)).filter(piece -> !isOther(piece)).collect(joining("&"));
    }

    private boolean isOther(String piece) {
        String key = piece.replaceFirst("(?s)=.*", "");
        return others.contains(Percent.decode(key, true).orElse(key));
    }
}
