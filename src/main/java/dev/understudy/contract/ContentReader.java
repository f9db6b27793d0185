package dev.understudy.contract;

import dev.understudy.contract.Content.Form;
import dev.understudy.contract.argument.Parameter;
import dev.understudy.contract.argument.ParameterReader;
import dev.understudy.contract.argument.Readings;
import dev.understudy.contract.form.FormBody;
import dev.understudy.contract.form.PartHeader;
import dev.understudy.contract.stream.StreamBody;
import dev.understudy.contract.text.Gap;
import dev.understudy.contract.text.MediaType;
import dev.understudy.contract.xml.XmlBody;
import dev.understudy.openapi.Part;
import dev.understudy.schema.DocumentSchemas;
import dev.understudy.schema.SchemaCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what bodies an operation takes and what responses it gives.
 *
 * @param answers the schemas as answers have to keep them
 * @param requests the same for requests
 * @param streams reads those that are items one after the other
 */
record ContentReader(
        DocumentSchemas answers,
        DocumentSchemas requests,
        ParameterReader parameters,
        Readings readings,
        StreamReader streams) {
    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|XX)|default");

    private static final Pattern UNREAD = Pattern.compile(
            "\\*/\\*|multipart/.*|application/x-www-form-urlencoded" + "|(application|text)/xml|.*\\+xml");

    /** Headers that the server sets for the bytes that it sends, whoever documents them. */
    private static final Set<String> OF_THE_SERVER =
            Set.of("content-type", "content-length", "content-encoding", "transfer-encoding", "connection", "date");

    ContentReader(DocumentSchemas answers, DocumentSchemas requests, ParameterReader parameters, Readings readings) {
        this(answers, requests, parameters, readings, new StreamReader(readings, new HashSet<>()));
    }

    RequestBody requestBody(Part body) {
        return new RequestBody(body.at("required").isTrue(), contents(body, true));
    }

    Answers answers(Part responses) {
        var byStatus = new LinkedHashMap<String, Answer>();
        for (Part response : responses.children()) {
            if (response.key().startsWith("x-")) {
                continue;
            }
            if (!STATUS.matcher(response.key()).matches()) {
                response.fault(
                        "status", "a status must be like 200, 4XX or default, was \"" + response.key() + "\"", "");
            }
            byStatus.put(response.key(), answer(response.resolved()));
        }
        if (byStatus.isEmpty() && responses.isPresent() && !responses.isBrought()) {
            responses.fault("must have at least one response");
        }
        if (byStatus.isEmpty() && responses.isBrought()) {
            byStatus.put("default", new Answer(List.of(), List.of()));
        } else if (responses.isBrought() && byStatus.keySet().stream().allMatch(status -> status.startsWith("1"))) {
            responses.gap(
                    "no-final-status",
                    "no status ends an exchange: those from 100 to 199 only announce one that does (RFC 9110, section 15.2)",
                    "add the status that is answered in the end, such as 200");
        }
        boolean lone = byStatus.keySet().equals(Set.of("default"));
        return new Answers(byStatus, lone && readings.isSuccess(responses));
    }

    Answer answer(Part response) {
        var headers = new ArrayList<Parameter>();
        for (Part header : response.at("headers").children()) {
            if (!FIELD_NAME.matcher(header.key()).matches()) {
                header.fault(
                        "header-name",
                        "\"" + header.key() + "\" cannot be the name of a header",
                        "write letters, digits and hyphens (RFC 9110, section 5.6.2)");
            } else if (!OF_THE_SERVER.contains(header.key().toLowerCase(Locale.ROOT))) {
                parameters.header(header).ifPresent(headers::add);
            }
        }
        return new Answer(contents(response, false), headers);
    }

    private List<Content> contents(Part message, boolean request) {
        var contents = new ArrayList<Content>();
        for (Part named : message.at("content").children()) {
            if (named.key().startsWith("x-")) {
                continue;
            }
            Optional<MediaType> type = MediaType.of(named.key());
            Part media = named.resolved();
            if (type.isEmpty() && media.isBrought()) {
                named.fault(
                        "media-type",
                        "\"" + named.key() + "\" is no media type",
                        "write one, such as application/json");
                continue;
            }
            List<Gap> gaps = gaps(type, media, request);
            if (gaps.isEmpty()) {
                content(type.orElseThrow(), media, request).ifPresent(contents::add);
            } else if (media.isBrought() && hasOther(message, request)) {
                named.hint("media-type-left-out", gaps.get(0).message() + ": the others are served without it", "");
            } else {
                gaps.forEach(Gap::note);
            }
        }
        // Who says nothing of media types means neither XML nor a stream, though documents have it first.
        contents.sort(Comparator.comparing(content -> content.xml() != null || content.stream() != null));
        return contents;
    }

    private boolean hasOther(Part message, boolean request) {
        return message.at("content").children().stream().anyMatch(media -> MediaType.of(media.key())
                .filter(type ->
                        gaps(Optional.of(type), media.resolved(), request).isEmpty())
                .isPresent());
    }

    /** Why content of this type cannot be read or written as it is described; nothing if it can. */
    private List<Gap> gaps(Optional<MediaType> type, Part media, boolean request) {
        boolean range = media.isBrought() && type.filter(MediaType::isRange).isPresent();
        if (type.filter(each -> isSupported(each, media, request)).isEmpty() && !range) {
            return List.of(new Gap(
                    media,
                    "media-type",
                    "the media type \"" + type.map(MediaType::text).orElse(media.key()) + "\" is not supported",
                    "use application/json, one that ends with +json, text/plain, or one of bytes such as image/png"));
        } else if (type.orElseThrow().isForm()) {
            return FormBody.gaps(media, requests);
        }
        Part schema = media.at("schema");
        if (StreamBody.isOf(type.orElseThrow())) {
            return streams.gaps(media);
        } else if (media.has("itemSchema")) {
            return List.of(new Gap(
                    media,
                    "item-schema",
                    "content of the type " + media.key() + " is no sequence of items",
                    "give the whole a schema, or use a type of items such as application/jsonl"));
        }
        return type.orElseThrow().isXml() && XmlBody.isOf(requests, schema) ? XmlBody.gaps(schema) : List.of();
    }

    private Optional<Content> content(MediaType type, Part media, boolean request) {
        DocumentSchemas schemas = request ? requests : answers;
        Part schema = media.at("schema");
        if (StreamBody.isOf(type)) {
            return Optional.of(streams.content(type, media, schemas));
        } else if (type.isForm()) {
            var fields = new FormBody(type, media, schemas, this::partHeader);
            return Optional.of(new Content(type, check(schema, schemas), media, fields));
        } else if (type.isXml() && XmlBody.isOf(schemas, schema)) {
            var elements = new XmlBody(schema, schemas);
            if (!request && !elements.isNamed()) {
                schema.hint(
                        "xml-root",
                        "the root element of this XML has no name, and is called \"root\"",
                        "name it by \"xml\" of the schema, or refer to a schema in the components");
            }
            return Optional.of(new Content(type, check(schema, schemas), media, elements));
        } else if (type.isJson()) {
            if (!schema.isPresent() && request && !media.isBrought()) {
                media.fault("the body must have a schema: {} if any JSON will do");
                return Optional.empty();
            }
            return Optional.of(new Content(type, Form.JSON, check(schema, schemas), media));
        } else if (type.isText() || type.isXml()) {
            return Optional.of(new Content(type, Form.TEXT, check(schema, schemas), media));
        } else if (type.isRange() ? readings.isJson(schema) : type.isVendors() && readings.isVendorsJson(schema)) {
            return Optional.of(new Content(type, Form.JSON, check(schema, schemas), media));
        } else if (type.isRange()) {
            return Optional.of(bytes(type, media, request));
        }
        Part bytes = schema.resolved();
        if (schema.isPresent()
                && !media.isBrought()
                && !(bytes.at("type").text().equals("string")
                        && bytes.at("format").text().equals("binary"))) {
            schema.fault("content of the type " + type.type() + " must have a schema of type string and format binary");
        }
        return Optional.of(bytes(type, media, request));
    }

    private Content bytes(MediaType type, Part media, boolean request) {
        Part schema = media.at("schema");
        boolean judged = request && media.isBrought() && isOfBytes(schema.resolved());
        return new Content(type, Form.BINARY, judged ? check(schema, requests) : null, media);
    }

    /** Whether what a schema says can be asked of bytes: generators write schemas of objects, and base64, too. */
    private static boolean isOfBytes(Part schema) {
        return schema.at("type").text("string").equals("string")
                && !schema.at("format").text().equals("byte")
                && !schema.has("contentEncoding");
    }

    private Optional<PartHeader> partHeader(Part header) {
        return parameters
                .header(header)
                .map(read -> new PartHeader(
                        read.name(), values -> read.decode(values).violations()));
    }

    private static @Nullable SchemaCheck check(Part schema, DocumentSchemas schemas) {
        return schema.isPresent() ? schemas.at(schema.pointer()) : null;
    }

    /** What has an inner structure that nobody here reads is not served as if it had none; texts are UTF-8. */
    private static boolean isSupported(MediaType type, Part media, boolean request) {
        boolean brought = media.isBrought() && (type.isXml() || StreamBody.isOf(type) || request && type.isForm());
        return brought || !UNREAD.matcher(type.type()).matches() && (type.isUtf8() || !type.isJson() && !type.isText());
    }
}
