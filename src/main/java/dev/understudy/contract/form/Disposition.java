package dev.understudy.contract.form;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The parameters of a Content-Disposition (RFC 6266 section 4.1, RFC 7578 section 4.2), as programs write it. */
final class Disposition {
    private final String text;
    private int at;

    private Disposition(String text) {
        this.text = text;
    }

    /** By their names in small letters; of several of one name the first. */
    static Map<String, String> parameters(String text) {
        return new Disposition(text).parameters();
    }

    private Map<String, String> parameters() {
        var parameters = new TreeMap<String, String>();
        upTo(";");
        while (at < text.length()) {
            at++;
            String name = upTo("=;").strip().toLowerCase(Locale.ROOT);
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                parameters.putIfAbsent(name, value());
                upTo(";");
            }
        }
        return parameters;
    }

    private String upTo(String ends) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String value() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && text.charAt(at) == '"'
                ? quoted()
                : upTo(";").strip();
    }

    /** Programs escape by a backslash, and browsers write three characters as octets (HTML, section 4.10.21.8). */
    private String quoted() {
        var value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            boolean escaped = text.startsWith("\\\"", at) || text.startsWith("\\\\", at);
            at += escaped ? 1 : 0;
            value.append(text.charAt(at));
        }
        return value.toString().replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
    }
}
