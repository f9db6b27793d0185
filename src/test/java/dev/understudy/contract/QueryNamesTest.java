package dev.understudy.contract;

import static dev.understudy.contract.Requests.get;
import static dev.understudy.contract.Samples.messages;
import static dev.understudy.contract.Samples.withParameters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Admission;
import dev.understudy.api.Call;
import dev.understudy.api.IgnoredKey;
import dev.understudy.api.Refusal;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Spelt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryNamesTest {
    private static final Contract CONTRACT = withParameters(
            """
            - {name: status, in: query, x-comma-list: {schema: Status, alias: 'status[]'}, schema: {type: string}}
            - {name: 'status[]', in: query, x-alias-of: status, schema: {type: array, items: {type: string}}}
            - {name: tag, in: query, schema: {type: array, items: {type: string}}}
            - {name: numbers, in: query, explode: false, schema: {type: array, items: {type: integer}}}
            - {name: per_page, in: query, schema: {type: integer}}
            - {name: dueDateFrom, in: query, schema: {type: string}}
            - {name: sort, in: query, schema: {type: string}}
            - {name: 'page[size]', in: query, schema: {type: integer}}
            - {name: q, in: query, schema: {type: string}}
            - {name: api-key, in: query, schema: {type: string}}
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            status[0]=todo&status[1]=done | status[0]    | status=todo&status=done  | with an index
            status.0=todo                 | status.0     | status=todo              | with an index
            status%5B0%5D=todo            | status[0]    | status=todo              | with an index
            status[eq]=todo               | status[eq]   | status=todo              | with brackets
            status[][]=todo               | status[][]   | status=todo              | with brackets
            Status[]=todo                 | Status[]     | status=todo              | with brackets
            Status=todo&STATUS=done       | Status       | status=todo&status=done  | in another case
            tag[]=a&tag=b                 | tag[]        | tag=b&tag=a              | with brackets
            Tag=a                         | Tag          | tag=a                    | in another case
            numbers[]=1&numbers[]=2       | numbers[]    | numbers=1,2              | with brackets
            perPage=2                     | perPage      | per_page=2               | in another spelling
            per-page=2                    | per-page     | per_page=2               | in another spelling
            per.page=2                    | per.page     | per_page=2               | in another spelling
            per+page=2                    | per page     | per_page=2               | in another spelling
            PerPage=2&perpage=3           | PerPage      | per_page=2               | in another spelling
            due_date_from=2026-01-01      | due_date_from| dueDateFrom=2026-01-01   | in another spelling
            due-date-from=2026-01-01      | due-date-from| dueDateFrom=2026-01-01   | in another spelling
            duedatefrom=2026-01-01        | duedatefrom  | dueDateFrom=2026-01-01   | in another case
            sort[due_date]=asc            | sort[due_date] | sort=asc               | with brackets
            pageSize=2                    | pageSize     | page[size]=2             | in another spelling
            page.size=2                   | page.size    | page[size]=2             | in another spelling
            Q=x                           | Q            | q=x                      | in another case
            status[]=x&status[0]=todo     | status[0]    | status=todo              | with an index""")
    void a_parameter_in_another_spelling_is_refused_with_the_right_one(
            String query, String sent, String read, String difference) {
        assertThat(messages(CONTRACT.admit(get("/things?" + query))))
                .contains("query \"" + sent + "\" must be sent as " + read + ", was sent " + difference);
    }

    @Test
    void all_keys_that_mean_one_parameter_are_told_together_as_sent_and_as_read() {
        Violation violation = violation(CONTRACT.admit(get("/things?status[0]=todo&q=x&status[1]=do%20ne")));

        assertThat(violation.help().spelt())
                .isEqualTo(new Spelt("status[0]=todo&status[1]=do%20ne", "status=todo&status=do%20ne"));
    }

    @ParameterizedTest
    @CsvSource({
        "statuss, status",
        "statu, status",
        "stauts, status",
        "statts, status",
        "Stattus, status",
        "statuss[], status",
        "statuss[0], status",
        "numberss, numbers",
        "per_pages, per_page",
        "prePage, per_page",
        "dueDateFom, dueDateFrom",
        "due_date_form, dueDateFrom"
    })
    void a_name_of_five_letters_and_more_with_one_wrong_is_refused_with_the_one_that_was_meant(
            String sent, String meant) {
        Violation violation = violation(CONTRACT.admit(get("/things?" + sent + "=1")));

        assertThat(violation.message())
                .isEqualTo("query \"" + sent + "\" must be a parameter of this operation (did you mean \"" + meant
                        + "\"?), was unknown");
        assertThat(violation.suggestion()).isEqualTo(meant);
        assertThat(violation.help().spelt()).isEqualTo(new Spelt(sent + "=1", meant + "=1"));
    }

    @ParameterizedTest
    @CsvSource({"sorts, sort", "srot, sort", "port, sort", "sot, sort", "tags, tag", "tug, tag", "Sortt[], sort"})
    void a_shorter_name_with_one_letter_wrong_passes_and_is_told(String sent, String meant) {
        assertThat(call(CONTRACT.admit(get("/things?q=a&" + sent + "=1"))).ignored())
                .containsExactly(new IgnoredKey(sent, meant));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utm_source",
                "_",
                "sig",
                "x[]",
                "X-Amz-Signature",
                "fbclid",
                "r",
                "page",
                "page[number]",
                "filter[status]",
                "statusss",
                "state",
                "%C3%A9",
                "..",
                "[0]",
                "numerals"
            })
    void what_is_near_no_parameter_passes(String sent) {
        assertThat(call(CONTRACT.admit(get("/things?" + sent + "=1"))).ignored())
                .extracting(IgnoredKey::meant)
                .containsExactly((String) null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=todo",
                "status[]=todo",
                "status=todo,done&status[]=open",
                "page[size]=1",
                "api-key=1",
                "&&"
            })
    void what_is_declared_is_read(String query) {
        assertThat(call(CONTRACT.admit(get("/things?" + query))).ignored()).isEmpty();
    }

    @Test
    void a_key_that_holds_credentials_is_none_of_these() {
        var contract = Samples.contract(
                """
                security: [{key: []}]
                paths:
                  /things:
                    get:
                      operationId: listThings
                      parameters: [{name: api_keys, in: query, schema: {type: string}}]
                      responses: {'200': {description: A}}
                components: {securitySchemes: {key: {type: apiKey, in: query, name: api_key}}}
                """);

        assertThat(call(contract.admit(get("/things?api_key=1"))).ignored()).isEmpty();
        assertThat(call(contract.withoutSecurity().admit(get("/things?api_key=1")))
                        .ignored())
                .isEmpty();
    }

    @Test
    void a_secret_is_not_repeated_in_whatever_spelling() {
        assertThat(violation(CONTRACT.admit(get("/things?apiKey=s3cr3t"))).toString())
                .contains("api-key=…")
                .doesNotContain("s3cr3t");
        assertThat(new Spelt("pass_word=s3cr3t", "password=s3cr3t").sent()).isEqualTo("pass_word=…");
    }

    @Test
    void nothing_in_a_key_forges_a_line_and_a_long_value_is_cut() {
        assertThat(messages(CONTRACT.admit(get("/things?status%0a%e2%80%ae=" + "x".repeat(100)))))
                .containsExactly(
                        "query \"status\\u000a\\u202e\" must be sent as status=…, was sent in another spelling");
    }

    @Test
    void equal_calls_are_the_same_whatever_was_ignored() {
        Call plain = call(CONTRACT.admit(get("/things?q=a")));

        assertThat(call(CONTRACT.admit(get("/things?utm_source=x&q=a&sorts=1"))).withoutIgnored())
                .isEqualTo(plain);
        assertThat(plain.withoutIgnored()).isSameAs(plain);
    }

    private static Call call(Admission admission) {
        assertThat(admission).as("%s", messages(admission)).isInstanceOf(Call.class);
        return (Call) admission;
    }

    private static Violation violation(Admission admission) {
        assertThat(admission).isInstanceOf(Refusal.class);
        assertThat(((Refusal) admission).violations()).hasSize(1);
        return ((Refusal) admission).violations().get(0);
    }
}
