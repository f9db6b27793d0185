package dev.understudy.contract.form;

import dev.understudy.api.Expected;
import dev.understudy.api.MessageText;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;
import dev.understudy.contract.text.MediaType;
import java.util.ArrayList;
import java.util.List;

/** What a part breaks of what its field says of its Content-Type and its headers. */
record PartCheck(Field field) {
    List<Violation> flaws(FormPart part, String pointer) {
        var flaws = new ArrayList<Violation>();
        if (!isOfType(part)) {
            List<String> types = field.types().stream().map(MediaType::type).toList();
            String got =
                    part.contentType().map(MessageText::text).orElse("without a Content-Type, which is text/plain");
            flaws.add(new Violation(
                    Place.BODY,
                    "",
                    pointer,
                    "content",
                    Expected.to("be sent as " + MessageText.or(types), types),
                    got));
        }
        for (PartHeader header : field.headers()) {
            for (Violation flaw : header.flaws().apply(part.headers().all(header.name()))) {
                String which = flaw.keyword().equals("required") ? "" : ", which " + flaw.must();
                flaws.add(new Violation(
                        Place.BODY,
                        "",
                        pointer,
                        "header",
                        Expected.to("have a header \"" + header.name() + "\"" + which),
                        flaw.got()));
            }
        }
        return flaws;
    }

    /** Most programs leave the type of what they write as JSON out. */
    private boolean isOfType(FormPart part) {
        return field.types().isEmpty()
                || part.contentType().isEmpty() && field.types().stream().anyMatch(MediaType::isJson)
                || part.type()
                        .filter(type -> field.types().stream().anyMatch(each -> each.closeness(type) > 0))
                        .isPresent();
    }
}
