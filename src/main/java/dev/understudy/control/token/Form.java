package dev.understudy.control.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.api.MessageText;
import dev.understudy.api.text.Percent;
import dev.understudy.contract.text.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The decoded fields of a form. A field without a value counts as absent, and no field may occur twice (RFC 6749
 * section 3.2).
 */
record Form(Map<String, String> fields, List<String> flaws) {
    static Form of(byte[] body) {
        var fields = new LinkedHashMap<String, String>();
        var flaws = new ArrayList<String>();
        Query sent = Query.of(new String(body, UTF_8));
        if (!sent.malformed().isEmpty()) {
            flaws.add("the body must be percent-encoded UTF-8");
        }
        sent.values().forEach((name, values) -> {
            Optional<String> value = Percent.decode(values.get(0), true);
            if (values.size() > 1) {
                flaws.add(MessageText.text(name) + " must be given once");
            } else if (value.isEmpty()) {
                flaws.add(MessageText.text(name) + " must be percent-encoded UTF-8");
            } else if (!value.get().isEmpty()) {
                fields.put(name, value.get());
            }
        });
        return new Form(fields, flaws);
    }
}
