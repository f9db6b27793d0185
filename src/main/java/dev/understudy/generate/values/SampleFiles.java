package dev.understudy.generate.values;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The smallest whole file of each of a few media types. */
public final class SampleFiles {
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

    private SampleFiles() {}

    /** A file of this media type, whatever its parameters, which is not to be changed; empty where none is known. */
    public static Optional<byte[]> of(String type) {
        return Optional.ofNullable(FILES.get(type.replaceFirst(" *;.*", "")));
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
