package dev.understudy.contract.servers;

import dev.understudy.api.text.Authority;
import dev.understudy.openapi.Part;
import java.net.IDN;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts of a server, under which its clients know an API: with the default and with each value of the enum in the
 * place of a variable (OpenAPI 3.1.1 sections 4.8.5 and 4.8.6). Names of the machine itself are none, nor is a host
 * with a variable that has no value.
 */
final class ServerHosts {
    /** Of one server; variables beyond that stand for their default. */
    private static final int MOST = 256;

    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[A-Za-z][A-Za-z0-9+.-]*:)?//(?:[^/?#@]*@)?([^/?#]*).*", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?|\\[[0-9a-f:.]+]");
    private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", "[::]");

    private ServerHosts() {}

    static Set<String> of(Part server) {
        var hosts = new LinkedHashSet<String>();
        for (String url : urls(server)) {
            Matcher matcher = AUTHORITY.matcher(url);
            if (matcher.matches()) {
                String host = Authority.host(ascii(matcher.group(1)));
                if (HOST.matcher(host).matches() && !Authority.isThisMachine(host) && !ANY_ADDRESS.contains(host)) {
                    hosts.add(host);
                }
            }
        }
        return hosts;
    }

    /** The URL with all values of its variables. */
    private static List<String> urls(Part server) {
        List<String> urls = List.of(server.at("url").text());
        Matcher variable = VARIABLE.matcher(urls.get(0));
        while (variable.find()) {
            Set<String> values = values(server.at("variables").at(variable.group(1)));
            long most = (long) urls.size() * values.size() > MOST ? 1 : values.size();
            var filled = new ArrayList<String>();
            for (String url : urls) {
                values.stream().limit(most).forEach(value -> filled.add(url.replace(variable.group(), value)));
            }
            urls = filled.isEmpty() ? urls : filled;
        }
        return urls;
    }

    /** The default first. */
    private static Set<String> values(Part variable) {
        var values = new LinkedHashSet<String>();
        if (variable.at("default").isPresent()) {
            values.add(variable.at("default").text());
        }
        variable.at("enum").children().forEach(value -> values.add(value.text()));
        return values;
    }

    /** What clients send of a name in other letters (RFC 5891). */
    private static String ascii(String authority) {
        try {
            return IDN.toASCII(authority);
        } catch (IllegalArgumentException e) {
            return authority;
        }
    }
}
