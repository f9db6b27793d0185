package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Arguments;
import dev.understudy.api.Call;
import dev.understudy.api.bytes.ByteText;
import dev.understudy.api.bytes.Bytes;
import dev.understudy.api.bytes.Upload;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** The seed for generating an answer: the same for equal calls on any machine. */
final class Seed {
    /** FNV-1a with 64 bits. */
    private static final long BASIS = 0xCBF29CE484222325L;

    private static final long PRIME = 0x100000001B3L;

    private static final int MANY = 1 << 16;

    private long hash = BASIS;

    private Seed() {}

    /** The seed for a call to the contract with this name. */
    static long of(String contract, Call call) {
        var seed = new Seed();
        seed.add(contract);
        seed.add(call.operationId());
        Arguments arguments = call.arguments();
        seed.add(arguments.path());
        seed.add(arguments.query());
        seed.add(arguments.header());
        seed.add(arguments.cookie());
        if (arguments.body() != null) {
            seed.add(arguments.body());
        }
        seed.add(Long.toString(Objects.requireNonNullElse(call.preference().seed(), call.seed())));
        return seed.hash;
    }

    /** The seed for something with this name. */
    static long of(String... words) {
        var seed = new Seed();
        for (String word : words) {
            seed.add(word);
        }
        return seed.hash;
    }

    /** Adds a value; the order of keys does not matter. */
    private void add(JsonNode value) {
        if (value.isObject()) {
            add("{");
            var sorted = new TreeMap<String, JsonNode>();
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                sorted.put(property.getKey(), property.getValue());
            }
            sorted.forEach((key, each) -> {
                add(key);
                add(each);
            });
        } else if (value.isArray()) {
            add("[");
            value.forEach(this::add);
        } else if (value.isNumber()) {
            add(value.decimalValue().stripTrailingZeros().toString());
        } else if (value instanceof Upload upload) {
            add(upload.content());
        } else if (value instanceof ByteText text) {
            add(text.bytes());
        } else {
            add(value.asText());
        }
    }

    /** For many bytes, adds their checksum, which takes a tenth of the time. */
    private void add(Bytes bytes) {
        if (bytes.length() > MANY) {
            var sum = new CRC32();
            byte[] piece = new byte[MANY];
            for (long at = 0; at < bytes.length(); at += MANY) {
                int count = (int) Math.min(MANY, bytes.length() - at);
                bytes.copy(at, piece, count);
                sum.update(piece, 0, count);
            }
            add(bytes.length() + " " + sum.getValue());
            return;
        }
        for (byte each : bytes.whole()) {
            hash = (hash ^ each & 0xff) * PRIME;
        }
        hash = (hash ^ 0x110001) * PRIME;
    }

    private void add(String text) {
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        // No text contains this code point, so it marks where one ends and the next starts.
        hash = (hash ^ 0x110000) * PRIME;
    }
}
