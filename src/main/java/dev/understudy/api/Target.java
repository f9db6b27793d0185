package dev.understudy.api;

import java.util.List;

/**
 * What a request asked for, as its client wrote it: what an answer needs to lead to another page.
 *
 * @param address scheme, authority and path, still percent-encoded; without scheme and authority if they are not known
 * @param query without its question mark; empty if there was none
 */
public record Target(String address, String query) {
    /** Of a request that nobody needs to know. */
    public static final Target NONE = new Target("", "");

    /** The name under which {@link Headers} have the scheme of a request, as HTTP/2 does (RFC 9113 section 8.3.1). */
    public static final String SCHEME = ":scheme";

    /** The same for the path with all that was taken off it, and without its query. */
    public static final String PATH = ":path";

    /** The same for the address that the request came from, as in {@code 127.0.0.1}. */
    public static final String PEER = ":peer";

    /** Of this request. */
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
