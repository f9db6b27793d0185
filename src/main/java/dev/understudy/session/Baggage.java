package dev.understudy.session;

import dev.understudy.api.text.Percent;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the header {@code baggage} (W3C Baggage, section 3.3.1): several header lines form one list, values are
 * percent-decoded once, properties are ignored, and malformed members are skipped. Anything after 180 members or 8,192
 * bytes is not read.
 */
final class Baggage {
    static final String HEADER = "baggage";

    private static final int MOST_MEMBERS = 180;
    private static final int MOST_BYTES = 8192;

    private Baggage() {}

    /** The values of all members with this name, ignoring case; a value with an invalid encoding is left as it is. */
    static List<String> values(List<String> lines, String name) {
        if (lines.isEmpty()) {
            return List.of();
        }
        String all = String.join(",", lines);
        if (all.length() > MOST_BYTES) {
            // Cut after the last complete member within the limit.
            all = all.substring(0, Math.max(0, all.lastIndexOf(',', MOST_BYTES)));
        }
        var values = new ArrayList<String>(1);
        String[] members = all.split(",", MOST_MEMBERS + 1);
        for (int i = 0; i < Math.min(members.length, MOST_MEMBERS); i++) {
            int end = members[i].indexOf(';');
            String member = end < 0 ? members[i] : members[i].substring(0, end);
            int equals = member.indexOf('=');
            if (equals > 0 && member.substring(0, equals).strip().equalsIgnoreCase(name)) {
                String value = member.substring(equals + 1).strip();
                values.add(Percent.decode(value, false).orElse(value));
            }
        }
        return values;
    }
}
