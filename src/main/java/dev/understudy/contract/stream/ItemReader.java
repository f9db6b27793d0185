package dev.understudy.contract.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.Expected;
import dev.understudy.api.Json;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MessageText;
import java.util.ArrayList;
import java.util.List;

/** Takes JSON texts apart that stand one after the other. */
final class ItemReader {
    private static final String SEPARATOR = "\u001e";

    private ItemReader() {}

    /** Those of a line each; lines without a text are passed over. */
    static List<StreamItem> lines(String text) throws MalformedJson {
        var items = new ArrayList<StreamItem>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            if (!line.isBlank()) {
                items.add(item(line, number, items.size()));
            }
        }
        return items;
    }

    /** Those of a JSON sequence (RFC 7464 section 2.1). */
    static List<StreamItem> sequence(String text) throws MalformedJson {
        var items = new ArrayList<StreamItem>();
        if (!text.isEmpty() && !text.startsWith(SEPARATOR)) {
            throw new MalformedJson(
                    1,
                    1,
                    Expected.to("have the record separator (0x1E) before each JSON text"),
                    MessageText.text(text.lines().findFirst().orElse("")));
        }
        int line = 1;
        for (String each : text.split(SEPARATOR, -1)) {
            if (!each.isBlank()) {
                items.add(item(each, line, items.size()));
                if (!each.matches("(?s).*[]}\"]\\s*|.*\\s")) {
                    throw new MalformedJson(
                            line, 1, Expected.to("have a line feed behind each JSON text"), "cut short");
                }
            }
            line += (int) each.chars().filter(c -> c == '\n').count();
        }
        return items;
    }

    private static StreamItem item(String text, int line, int index) throws MalformedJson {
        try {
            return new StreamItem(Json.read(text.getBytes(UTF_8)), line);
        } catch (MalformedJson e) {
            throw e.within("/" + index, line - 1);
        }
    }
}
