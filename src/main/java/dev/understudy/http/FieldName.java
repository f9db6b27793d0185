package dev.understudy.http;

import io.netty.util.AsciiString;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The names of header fields that contracts and this program know, with the hash by which Netty looks for them. */
final class FieldName {
    private static final Map<String, AsciiString> KNOWN = new ConcurrentHashMap<>();

    private FieldName() {}

    /** Never to be asked for a name that a client sent: it is remembered for ever. */
    static AsciiString of(String name) {
        AsciiString known = KNOWN.get(name);
        return known == null ? KNOWN.computeIfAbsent(name, AsciiString::new) : known;
    }
}
