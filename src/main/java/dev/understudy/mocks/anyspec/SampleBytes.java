package dev.understudy.mocks.anyspec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;

/** Content that is neither JSON nor text: the smallest whole file of its type, where we know one. */
final class SampleBytes {
    private static final Map<String, byte[]> FILES = Map.of(
            "image/png",
            base64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4XmP4DwABAQEAJwnd2gAAAABJRU5ErkJggg=="),
            "image/gif",
            base64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"),
            "image/jpeg",
            base64(
                    "/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAx"
                            + "NDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF"
                            + "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW"
                            + "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi"
                            + "4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APf6/9k="),
            "application/zip",
            base64("UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="),
            "application/gzip",
            base64("H4sIAAAAAAAAAwMAAAAAAAAAAAA="),
            "application/pdf",
            pdf());

    private SampleBytes() {}

    /** A file of this type, whatever its parameters; 32 bytes of the seed where we know none. */
    static byte[] of(String type, long seed) {
        byte[] file = FILES.get(type.replaceFirst(" *;.*", ""));
        if (file != null) {
            return file;
        }
        ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES);
        for (long part = seed; bytes.hasRemaining(); part = part * 0x5DEECE66DL + 11) {
            bytes.putLong(part);
        }
        return bytes.array();
    }

    /** One empty page; its table of references says where each object begins. */
    private static byte[] pdf() {
        var file = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>"
        };
        for (int i = 0; i < objects.length; i++) {
            table.append("%010d 00000 n \n".formatted(file.length()));
            file.append(i + 1).append(" 0 obj").append(objects[i]).append("endobj\n");
        }
        int start = file.length();
        file.append(table).append("trailer<</Size 4/Root 1 0 R>>\nstartxref\n").append(start);
        return file.append("\n%%EOF\n").toString().getBytes(US_ASCII);
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }
}
