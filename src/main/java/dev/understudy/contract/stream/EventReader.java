package dev.understudy.contract.stream;

import dev.understudy.api.Expected;
import dev.understudy.api.MalformedJson;
import dev.understudy.api.MessageText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes server-sent events apart (HTML section 9.2.6); the last one need not be followed by an empty line. */
final class EventReader {
    private final EventShape shape;
    private final List<StreamItem> items = new ArrayList<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private int begin;

    private EventReader(EventShape shape) {
        this.shape = shape;
    }

    static List<StreamItem> read(String text, EventShape shape) throws MalformedJson {
        var reader = new EventReader(shape);
        int number = 0;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            reader.take(line, ++number);
        }
        reader.dispatch();
        return reader.items;
    }

    private void take(String line, int number) throws MalformedJson {
        if (line.isEmpty()) {
            dispatch();
        } else if (!line.startsWith(":")) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon);
            if (!EventShape.FIELDS.contains(name)) {
                throw new MalformedJson(
                        number,
                        1,
                        Expected.to("have lines that begin with data:, event:, id:, retry: or a colon"),
                        "the line " + MessageText.text(line));
            }
            begin = fields.isEmpty() ? number : begin;
            String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
            fields.merge(name, value, name.equals("data") ? (some, more) -> some + "\n" + more : (some, more) -> more);
        }
    }

    private void dispatch() throws MalformedJson {
        if (!fields.isEmpty()) {
            try {
                items.add(new StreamItem(shape.read(fields), begin));
            } catch (MalformedJson e) {
                throw e.within("/" + items.size(), begin - 1);
            }
            fields.clear();
        }
    }
}
