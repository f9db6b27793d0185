package dev.understudy.contract.text;

import java.util.ArrayList;
import java.util.List;

/** A header value that is a list (RFC 9110 section 5.6.1). */
public final class HeaderList {
    private HeaderList() {}

    /** The members, trimmed, without empty ones; commas in quoted strings do not count. */
    public static List<String> split(String header) {
        var members = new ArrayList<String>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= header.length(); i++) {
            char c = i < header.length() ? header.charAt(i) : ',';
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (i >= header.length() || (c == ',' && !quoted)) {
                String member = header.substring(start, i).strip();
                if (!member.isEmpty()) {
                    members.add(member);
                }
                start = i + 1;
            }
        }
        return members;
    }
}
