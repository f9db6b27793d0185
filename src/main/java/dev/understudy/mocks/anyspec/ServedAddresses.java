package dev.understudy.mocks.anyspec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.Target;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes URLs of the document's own servers, as in {@code Location: https://api.example.com/v1/jobs/7}, to where the
 * mock serves the operations, so that a client that follows one does not leave the mock or its session.
 */
final class ServedAddresses {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern ORIGIN = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*");
    private static final Pattern IN_LINK = Pattern.compile("<([^<>]*)>");

    /** The URLs of all servers, longest first, without trailing slashes. */
    private final List<String> servers;

    /** The paths of these URLs, longest first. */
    private final List<String> paths;

    ServedAddresses(Contract contract) {
        Set<String> all = new LinkedHashSet<>();
        add(contract.schema("/servers"), all);
        for (JsonNode path : contract.schema("/paths")) {
            add(path.path("servers"), all);
            path.forEach(operation -> add(operation.path("servers"), all));
        }
        var sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingInt(String::length).reversed());
        this.servers = List.copyOf(sorted);
        this.paths = (all.isEmpty() ? Set.of("") : all)
                .stream()
                        .map(server -> ORIGIN.matcher(server).replaceFirst(""))
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    private static void add(JsonNode servers, Set<String> all) {
        for (JsonNode server : servers) {
            String url = VARIABLE.matcher(server.path("url").asText())
                    .replaceAll(name -> Matcher.quoteReplacement(server.at("/variables/" + name.group(1) + "/default")
                            .asText(name.group(1))));
            all.add(url.replaceFirst("[?#].*", "").replaceFirst("/+$", ""));
        }
    }

    /** The served URL for this one; the same if it is below none of the servers. */
    String of(String address, Operation operation, Target target) {
        if (target.equals(Target.NONE)) {
            return address;
        }
        for (String server : servers) {
            boolean absolute = ORIGIN.matcher(server).find();
            if (absolute && isBelow(address, server)) {
                return base(operation, target) + address.substring(server.length());
            }
        }
        if (!address.startsWith("/") || address.startsWith("//")) {
            return address;
        }
        String base = ORIGIN.matcher(base(operation, target)).replaceFirst("");
        return paths.stream()
                .filter(path -> isBelow(address, path))
                .findFirst()
                .map(path -> base + address.substring(path.length()))
                .orElse(address);
    }

    /** The value of a header such as {@code Link} (RFC 8288), with URLs in angle brackets. */
    String inLink(String links, Operation operation, Target target) {
        return IN_LINK.matcher(links)
                .replaceAll(link -> Matcher.quoteReplacement("<" + of(link.group(1), operation, target) + ">"));
    }

    private static boolean isBelow(String address, String server) {
        return address.startsWith(server)
                && (address.length() == server.length() || "/?#".indexOf(address.charAt(server.length())) >= 0);
    }

    /** The URL that the client called, without the path of the operation. */
    private static String base(Operation operation, Target target) {
        String base = target.address();
        long segments = operation
                .path()
                .replaceFirst("/+$", "")
                .chars()
                .filter(character -> character == '/')
                .count();
        for (int i = 0; i < segments; i++) {
            base = base.replaceFirst("/[^/]*/*$", "");
        }
        return base;
    }
}
