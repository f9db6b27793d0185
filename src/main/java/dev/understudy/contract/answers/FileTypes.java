package dev.understudy.contract.answers;

import static java.util.Map.entry;

import dev.understudy.contract.Content;
import dev.understudy.contract.text.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which media types a file may have by its extension. */
final class FileTypes {
    private static final List<String> LINES = List.of(
            "application/x-ndjson",
            "application/ndjson",
            "application/jsonl",
            "application/x-jsonl",
            "application/jsonlines",
            "application/x-jsonlines",
            "application/json-lines",
            "application/x-json-lines");

    /** Those that are not called like their type: the first is the one that is sent for a range. */
    private static final Map<String, List<String>> TYPES = Map.ofEntries(
            entry("json", List.of("application/json")),
            entry("xml", List.of("application/xml", "text/xml")),
            entry("txt", List.of("text/plain")),
            entry("htm", List.of("text/html")),
            entry("html", List.of("text/html")),
            entry("js", List.of("text/javascript", "application/javascript")),
            entry("ics", List.of("text/calendar")),
            entry("vcf", List.of("text/vcard")),
            entry("csv", List.of("text/csv")),
            entry("yaml", List.of("application/yaml", "text/yaml", "application/x-yaml", "text/x-yaml")),
            entry("yml", List.of("application/yaml", "text/yaml", "application/x-yaml", "text/x-yaml")),
            entry("jsonl", LINES),
            entry("ndjson", LINES),
            entry("jsonseq", List.of("application/json-seq")),
            entry("sse", List.of("text/event-stream")),
            entry("png", List.of("image/png")),
            entry("gif", List.of("image/gif")),
            entry("jpg", List.of("image/jpeg")),
            entry("jpeg", List.of("image/jpeg")),
            entry("webp", List.of("image/webp")),
            entry("svg", List.of("image/svg+xml")),
            entry("tif", List.of("image/tiff")),
            entry("ico", List.of("image/vnd.microsoft.icon", "image/x-icon")),
            entry("mp3", List.of("audio/mpeg")),
            entry("wav", List.of("audio/wav")),
            entry("mp4", List.of("video/mp4")),
            entry("pdf", List.of("application/pdf")),
            entry("bin", List.of("application/octet-stream")),
            entry("gz", List.of("application/gzip", "application/x-gzip")),
            entry("zip", List.of("application/zip", "application/x-zip-compressed")),
            entry("doc", List.of("application/msword")),
            entry("xls", List.of("application/vnd.ms-excel")),
            entry("docx", List.of("application/vnd.openxmlformats-officedocument.wordprocessingml.document")),
            entry("xlsx", List.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
            entry("pptx", List.of("application/vnd.openxmlformats-officedocument.presentationml.presentation")));

    private FileTypes() {}

    /** How well an extension fits a documented type: 3 it says that type, 2 one of its range, 1 any; 0 not at all. */
    static int closeness(String extension, Content content) {
        MediaType type = content.type();
        String name = type.type();
        List<String> known = TYPES.getOrDefault(extension, List.of());
        if (known.contains(name) || isCalled(extension, name)) {
            return 3;
        } else if (content.form() == Content.Form.JSON) {
            return extension.equals("json") ? 2 : 0;
        } else if (type.isRange() && known.stream().anyMatch(each -> isIn(each, name))) {
            return 2;
        }
        if (content.form() == Content.Form.ITEMS) {
            return 0;
        }
        boolean bytes = name.equals("application/octet-stream") || name.equals("*/*") || extension.equals("bin");
        return content.form() == Content.Form.TEXT ? extension.equals("txt") ? 1 : 0 : bytes ? 1 : 0;
    }

    /** {@code .webp} is {@code image/webp}, {@code .rar} is {@code application/vnd.rar}. */
    private static boolean isCalled(String extension, String type) {
        String subtype = type.substring(type.indexOf('/') + 1);
        return subtype.replaceFirst("^(x-|vnd\\.)", "").equals(extension) || subtype.endsWith("+" + extension);
    }

    private static boolean isIn(String type, String range) {
        return range.equals("*/*") || type.startsWith(range.substring(0, range.length() - 1));
    }

    /** The type to send it as. */
    static MediaType sent(String extension, Content content) {
        MediaType type = content.type();
        if (!type.isRange()) {
            return type;
        }
        Optional<String> known = TYPES.getOrDefault(extension, List.of()).stream()
                .filter(each -> isIn(each, type.type()))
                .findFirst();
        return MediaType.of(known.orElse(content.sentAs())).orElse(type);
    }

    /** An extension for a documented type, with its dot. */
    static String of(Content content) {
        String name = content.type().type();
        if (content.form() == Content.Form.JSON) {
            return ".json";
        }
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(name))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .map(extension -> "." + extension)
                .orElse(content.form() == Content.Form.TEXT ? ".txt" : ".bin");
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
