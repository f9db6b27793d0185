package dev.understudy.contract.servers;

import dev.understudy.openapi.Part;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths of servers, below which operations lie (OpenAPI 3.1.1 section 4.8.5). */
public final class Servers {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");

    private Servers() {}

    /** The path of each of these servers, without a slash at its end; the empty one if there are none. */
    public static Set<String> bases(Part servers) {
        var bases = new LinkedHashSet<String>();
        for (Part server : servers.children()) {
            bases.add(base(server));
        }
        return bases.isEmpty() ? Set.of("") : bases;
    }

    /** The hosts of all of these servers. */
    public static Set<String> hosts(Part servers) {
        var hosts = new LinkedHashSet<String>();
        servers.children().forEach(server -> hosts.addAll(ServerHosts.of(server)));
        return hosts;
    }

    /** Those of the first of these lists that has any. */
    public static Part innermost(List<Part> lists) {
        return lists.stream()
                .filter(list -> !list.children().isEmpty())
                .findFirst()
                .orElse(lists.get(lists.size() - 1));
    }

    private static String base(Part server) {
        String url = filled(server);
        String path = url.replaceFirst("[?#].*", "").replaceFirst("^([A-Za-z][A-Za-z0-9+.-]*:)?//[^/]*", "");
        if (path.matches("[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            server.at("url").hint("server-url", "\"" + url + "\" has no path that we know, and is read as /", "");
            return "";
        }
        String rooted = path.startsWith("/") || path.isEmpty() ? path : "/" + path;
        return normal(rooted).replaceFirst("/+$", "");
    }

    private static String normal(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        try {
            return URI.create(path).normalize().toString().replaceFirst("^(/\\.\\.)+", "");
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** The URL with the default of each variable in its place. */
    private static String filled(Part server) {
        var filled = new StringBuilder();
        Matcher variable = VARIABLE.matcher(server.at("url").text());
        while (variable.find()) {
            Part declared = server.at("variables").at(variable.group(1));
            Part fallback = declared.at("default");
            check(server, declared, fallback, variable.group(1));
            String value = fallback.isPresent() ? fallback.text() : variable.group(1);
            variable.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return variable.appendTail(filled).toString();
    }

    private static void check(Part server, Part declared, Part fallback, String name) {
        if (!fallback.isPresent()) {
            server.at("url")
                    .hint(
                            "server-variable",
                            "the variable \"" + name + "\" has no default, and stands for its name",
                            "declare it under \"variables\" with a default");
            return;
        }
        if (declared.at("enum").value().isArray() && declared.at("enum").value().isEmpty()) {
            declared.at("enum")
                    .hint("server-variable", "the variable \"" + name + "\" has an empty enum", "leave it out");
        }
        List<String> allowed = new ArrayList<>();
        declared.at("enum").children().forEach(value -> allowed.add(value.text()));
        if (!allowed.isEmpty() && !allowed.contains(fallback.text())) {
            fallback.hint(
                    "server-variable",
                    "the default \"" + fallback.text() + "\" is not among the values of the variable \"" + name + "\"",
                    "take one of " + String.join(", ", allowed));
        }
    }
}
