package dev.understudy.callbacks;

import java.net.URI;
import java.util.Map;

/**
 * A request, ready to be sent.
 *
 * @param url with scheme, host and path
 * @param to the host of the address, when it was allowed; nothing was found of one that is not
 */
record PreparedRequest(String method, URI url, AllowedAddress to, Map<String, String> headers, byte[] body) {}
