package dev.understudy.api;

import java.util.List;

/**
 * The URL of a request as its client wrote it, from which an answer builds links to other pages.
 *
 * @param address scheme, authority and path, still percent-encoded; only the path if the rest is unknown
 * @param query without its question mark; empty if there was none
 */
public record Target(String address, String query) {
    /** No target, for requests whose target does not matter. */
    public static final Target NONE = new Target("", "");

    /** The name under which {@link Headers} hold the scheme of a request, as in HTTP/2 (RFC 9113 section 8.3.1). */
    public static final String SCHEME = ":scheme";

    /** The name for the full path, including removed prefixes, without the query. */
    public static final String PATH = ":path";

    /** The name for the client's address, as in {@code 127.0.0.1}. */
    public static final String PEER = ":peer";

    /** The target of this request. */
    public static Target of(Request request) {
        String host = first(request, "Host", "");
        String scheme = first(request, SCHEME, "http");
        String path = first(request, PATH, request.path());
        String query = request.query();
        return new Target((host.isEmpty() ? "" : scheme + "://" + host) + path, query == null ? "" : query);
    }

    private static String first(Request request, String name, String otherwise) {
        List<String> fields = request.headers().all(name);
        return fields.isEmpty() ? otherwise : fields.get(0);
    }
}
