package dev.understudy.e2e;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.RestAssuredConfig.config;

import dev.understudy.contract.Contract;
import dev.understudy.http.MockServer;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends requests as they are written, and has each of them and its answer judged: unless it says otherwise, the request
 * must be one that the contract allows.
 */
record Client(int port, Judge judge, Map<String, String> headers) {
    private static final RestAssuredConfig AS_WRITTEN =
            config().encoderConfig(encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false));

    Client {
        var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = sorted;
    }

    static Client of(int port, List<Contract> contracts) {
        return new Client(port, Judge.by(contracts), Map.of("Authorization", "Bearer t", "Accept", "application/json"));
    }

    /** The same, for another server of the same contracts. */
    Client at(MockServer other) {
        return new Client(other.port(), judge, headers);
    }

    /** The same, for requests that the contract does not allow. */
    Client wrongly() {
        return new Client(port, judge.expecting(Judge.Expected.FORBIDDEN), headers);
    }

    /** The same, for requests that we refuse and the judge, for this reason, would not. */
    Client wrongly(Difference overlooked) {
        return new Client(port, judge.expecting(Judge.Expected.ALLOWED), headers);
    }

    /** The same, for requests that we take and the judge, for this reason, would not. */
    Client despite(Difference difference) {
        return new Client(port, judge.expecting(Judge.Expected.FORBIDDEN), headers);
    }

    /** The same, for paths that no contract has. */
    Client besides() {
        return new Client(port, judge.expecting(Judge.Expected.NOT_ITS_BUSINESS), headers);
    }

    /** The same, for what the judge has no words for. */
    Client unjudged() {
        return new Client(port, judge.expecting(Judge.Expected.NOTHING), headers);
    }

    Client with(String header, String value) {
        var more = new TreeMap<>(headers);
        more.put(header, value);
        return new Client(port, judge, more);
    }

    Client without(String header) {
        var less = new TreeMap<>(headers);
        less.remove(header);
        return new Client(port, judge, less);
    }

    /** Asks for a path and query, percent-encoded where they need it. */
    Response get(String target) {
        return send("GET", target);
    }

    /** Posts a JSON body. */
    Response post(String target, String json) {
        Client client = headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
        return client.send("POST", target, json);
    }

    Response send(String method, String target) {
        return specification(target).request(method, address(target));
    }

    Response send(String method, String target, String body) {
        return specification(target).body(body).request(method, address(target));
    }

    private RequestSpecification specification(String target) {
        RequestSpecification request = RestAssured.given()
                .config(AS_WRITTEN)
                .urlEncodingEnabled(false)
                .filter(judge)
                .headers(headers);
        int mark = target.indexOf('?');
        if (mark >= 0) {
            for (String pair : target.substring(mark + 1).split("&", -1)) {
                String[] sides = pair.split("=", 2);
                request.queryParam(sides[0], sides.length == 2 ? sides[1] : "");
            }
        }
        return request;
    }

    private String address(String target) {
        int mark = target.indexOf('?');
        return "http://127.0.0.1:" + port + (mark < 0 ? target : target.substring(0, mark));
    }
}
