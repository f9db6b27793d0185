package dev.understudy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Expected;
import dev.understudy.api.Pointers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the header fields that a rule adds to an answer. */
final class HeaderReader {
    /** The form of a name: RFC 9110 section 5.6.2. */
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}");

    /** The form of a value: RFC 9110 section 5.5, limited to ASCII. */
    private static final Pattern VALUE = Pattern.compile("([!-~]([\\t -~]*[!-~])?)?");

    /**
     * Fields that the server sets itself, with what to use instead, and fields about the connection (RFC 9110 section
     * 7.6.1, RFC 9113 section 8.2.2).
     */
    private static final Map<String, String> OURS = Map.of(
            "content-type", "say mediaType in its place",
            "content-length", "say contentLength in an effect in its place");

    private static final Set<String> OF_CONNECTIONS = Set.of(
            "connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "date");

    private HeaderReader() {}

    /** @param unchecked whether the answer may break the contract */
    static Map<String, String> read(JsonNode headers, String at, boolean unchecked, Faults faults) {
        var read = new LinkedHashMap<String, String>();
        headers.properties().forEach(header -> {
            String pointer = Pointers.child(at, header.getKey());
            String name = header.getKey().toLowerCase(Locale.ROOT);
            String value = header.getValue().asText();
            if (OURS.containsKey(name) || OF_CONNECTIONS.contains(name)) {
                Expected expected = Expected.be("left out: the server says it");
                faults.add(pointer, "header", expected, header.getValue(), OURS.get(name));
            } else if (name.equals("content-encoding") && !unchecked) {
                Expected expected = Expected.be("left out: the body is not encoded");
                faults.add(pointer, "header", expected, header.getValue(), "say unchecked: true for a lie");
            } else if (!NAME.matcher(name).matches()) {
                Expected expected = Expected.to("have the name of a header field (RFC 9110 section 5.1)");
                faults.add(pointer, "header", expected, header.getValue(), null);
            } else {
                value(header.getValue(), pointer, faults);
            }
            read.put(header.getKey(), value);
        });
        return read;
    }

    /** Adds a fault if this cannot be the value of a header field. */
    static void value(JsonNode value, String at, Faults faults) {
        if (!VALUE.matcher(value.asText()).matches()) {
            Expected expected = Expected.be("visible ASCII without spaces at its ends");
            faults.add(at, "header", expected, value, "encode other characters");
        }
    }
}
