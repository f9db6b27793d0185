package dev.understudy.control.token;

import dev.understudy.api.Json;
import dev.understudy.api.Request;
import dev.understudy.api.Response;
import dev.understudy.contract.Contract;
import dev.understudy.contract.security.AccessToken;
import dev.understudy.road.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint (RFC 6749 section 3.2). It grants tokens for client_credentials, password and refresh_token to any
 * client and any user. A token contains its scopes, and nothing is stored.
 */
public final class TokenPage {
    /** The path of the endpoint. */
    public static final String PATH = "/-/token";

    /** In seconds. Tokens actually work longer, but clients want to know when to request the next one. */
    private static final int LIFETIME = 3600;

    /** RFC 6749 section 5.1: token responses must not be cached. */
    private static final Map<String, String> NOT_KEPT =
            Map.of("Content-Type", "application/json", "Cache-Control", "no-store", "Pragma", "no-cache");

    private final List<Contract> contracts;
    private @Nullable Set<String> declared;

    /** @param contracts the contracts whose scopes can be requested */
    public TokenPage(List<Contract> contracts) {
        this.contracts = List.copyOf(contracts);
    }

    /** The answer to a request for a token. */
    public Response answer(Request request) {
        if (!request.method().equals("POST")) {
            String detail = "method must be POST, was " + request.method();
            return Problem.of(405, "Method Not Allowed", detail, PATH).response(Map.of("Allow", "POST"));
        }
        Set<String> declared = declared();
        Grant grant = new TokenRequest(request, declared).grant();
        return grant instanceof Grant.Refused refused ? refused(refused) : granted((Grant.Granted) grant, declared);
    }

    /** Collected when a token is first requested, since most servers are started for the APIs. */
    private synchronized Set<String> declared() {
        if (declared == null) {
            var all = new LinkedHashSet<String>();
            contracts.forEach(contract -> all.addAll(contract.scopes()));
            declared = all;
        }
        return declared;
    }

    private static Response granted(Grant.Granted granted, Set<String> declared) {
        AccessToken token = granted.token();
        var body = new LinkedHashMap<String, Object>();
        body.put("access_token", token.text());
        body.put("token_type", "Bearer");
        body.put("expires_in", LIFETIME);
        String scope = String.join(" ", token.all() ? declared : token.scopes());
        if (!scope.isEmpty()) {
            body.put("scope", scope);
        }
        if (granted.renewable()) {
            body.put("refresh_token", token.as(AccessToken.Kind.REFRESH).text());
        }
        return new Response(200, NOT_KEPT, Json.write(body));
    }

    private static Response refused(Grant.Refused refused) {
        var headers = new LinkedHashMap<>(NOT_KEPT);
        if (refused.status() == 401) {
            headers.put("WWW-Authenticate", "Basic realm=\"token\"");
        }
        var body = new LinkedHashMap<String, String>();
        body.put("error", refused.error());
        body.put("error_description", refused.description());
        return new Response(refused.status(), headers, Json.write(body));
    }
}
