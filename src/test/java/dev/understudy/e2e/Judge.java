package dev.understudy.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.RestAssuredRequest;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Match;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URLDecoder;
import java.util.List;
import java.util.Optional;

/**
 * Judges requests and answers with a validator that none of us wrote. Every answer must keep its contract; the request
 * must be judged as the test expects.
 */
record Judge(List<JudgesCopy> contracts, Expected expected) implements Filter {
    enum Expected {
        ALLOWED,
        FORBIDDEN,
        NOT_ITS_BUSINESS,
        NOTHING
    }

    static Judge by(List<Contract> contracts) {
        return new Judge(contracts.stream().map(JudgesCopy::of).toList(), Expected.ALLOWED);
    }

    Judge expecting(Expected other) {
        return new Judge(contracts, other);
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification ignored, FilterContext context) {
        Response response = context.next(request, ignored);
        Optional<JudgesCopy> contract = contracts.stream()
                .filter(copy -> !(copy.contract().match(request.getMethod(), request.getDerivedPath())
                        instanceof Match.Nowhere))
                .findFirst();
        if (expected == Expected.NOTHING) {
            return response;
        }
        if (expected == Expected.NOT_ITS_BUSINESS) {
            assertThat(contract)
                    .as("the contract of a path that no contract has")
                    .isEmpty();
        } else {
            assertThat(contract)
                    .as("the contract of " + request.getDerivedPath())
                    .isPresent();
            judge(contract.orElseThrow(), request, response);
        }
        return response;
    }

    private void judge(JudgesCopy contract, FilterableRequestSpecification request, Response response) {
        ValidationReport ofRequest = contract.validator().validateRequest(request(request));
        assertThat(ofRequest.hasErrors())
                .as("%s %s is forbidden: %s", request.getMethod(), request.getURI(), complaints(ofRequest))
                .isEqualTo(expected == Expected.FORBIDDEN);
        ValidationReport ofAnswer =
                contract.judged(request.getDerivedPath(), request.getMethod(), RestAssuredResponse.of(response));
        assertThat(complaints(ofAnswer))
                .as("what is wrong with the answer %s %s", response.statusCode(), response.asString())
                .isEmpty();
    }

    /**
     * The request as the judge's own filter takes it, but decoded: it would judge the texts with their percent signs.
     */
    private static Request request(FilterableRequestSpecification raw) {
        Request taken = RestAssuredRequest.of(raw);
        var decoded = new SimpleRequest.Builder(taken.getMethod(), taken.getPath());
        taken.getHeaders().forEach((name, values) -> values.forEach(value -> decoded.withHeader(name, value)));
        taken.getRequestBody().ifPresent(decoded::withBody);
        for (String name : taken.getQueryParameters()) {
            decoded.withQueryParam(
                    JudgesCopy.spelled(decode(name)),
                    taken.getQueryParameterValues(name).stream()
                            .map(Judge::decode)
                            .toList());
        }
        return decoded.build();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static String complaints(ValidationReport report) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .map(message -> message.getKey() + " " + message.getMessage())
                .collect(joining("\n"));
    }
}
