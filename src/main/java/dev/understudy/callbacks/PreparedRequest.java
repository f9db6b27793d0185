package dev.understudy.callbacks;

import java.net.URI;
import java.util.Map;

/**
 * A request that is ready to be sent.
 *
 * @param url has a scheme, a host and a path
 * @param to the allowed address; one that is not allowed has no resolved addresses
 */
record PreparedRequest(String method, URI url, AllowedAddress to, Map<String, String> headers, byte[] body) {}
