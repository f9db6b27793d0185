package dev.understudy.contract;

import static dev.understudy.contract.Requests.get;
import static dev.understudy.contract.Requests.post;
import static dev.understudy.contract.Samples.withBody;
import static dev.understudy.contract.Samples.withParameters;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Admission;
import dev.understudy.api.Refusal;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Spelt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a violation says beside its sentence, so that nothing has to read the sentence. */
class ViolationsTest {
    private static final Contract QUERY = withParameters(
            """
            - {name: state, in: query, schema: {type: string, enum: [open, closed]}}
            - {name: only, in: query, schema: {type: string, enum: [open]}}
            - {name: not, in: query, schema: {type: string, not: {enum: [open, closed]}}}
            - {name: tag, in: query, schema: {type: array, items: {type: string}}}
            - {name: n, in: query, explode: false, schema: {type: array, items: {type: integer}}}
            - {name: client_secret, in: query, schema: {type: string}}
            """);

    private static final Contract BODY = withBody(
            """
            Thing:
              oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
              discriminator: {propertyName: kind}
            Cat: {type: object, properties: {kind: {type: string}, lives: {type: integer}}, additionalProperties: false}
            Dog: {type: object, properties: {kind: {type: string}, size: {type: integer, enum: [10, 20]}}}
            """);

    @Test
    void an_enum_lists_its_options_and_suggests_the_nearest() {
        Violation violation = violation(QUERY.admit(get("/things?state=opne")));
        assertThat(violation.allowed()).containsExactly("open", "closed");
        assertThat(violation.suggestion()).isEqualTo("open");
        assertThat(violation.message()).isEqualTo("query \"state\" must be one of open, closed, was \"opne\"");
    }

    @ParameterizedTest
    @CsvSource({"state=archived", "only=opne", "not=open"})
    void nothing_is_suggested_where_nothing_is_near_or_there_is_no_choice(String query) {
        assertThat(violation(QUERY.admit(get("/things?" + query))).suggestion()).isNull();
    }

    @Test
    void what_must_not_be_sent_is_no_option() {
        assertThat(violation(QUERY.admit(get("/things?not=open"))).allowed()).isEmpty();
    }

    @Test
    void a_discriminator_lists_its_variants_and_suggests_the_nearest() {
        Violation violation = violation(BODY.admit(post("{\"kind\":\"Dgo\"}")));
        assertThat(violation.allowed()).containsExactly("Cat", "Dog");
        assertThat(violation.suggestion()).isEqualTo("Dog");
    }

    @Test
    void an_option_that_is_no_text_is_suggested_too() {
        assertThat(violation(BODY.admit(post("{\"kind\":\"Dog\",\"size\":100}")))
                        .suggestion())
                .isEqualTo("10");
    }

    @Test
    void a_key_that_is_too_much_has_no_options_and_its_suggestion_is_in_the_sentence() {
        Violation violation = violation(BODY.admit(post("{\"kind\":\"Cat\",\"lifes\":9}")));
        assertThat(violation.allowed()).isEmpty();
        assertThat(violation.suggestion()).isEqualTo("lives");
        assertThat(violation.expected().text()).isEqualTo("be left out");
        assertThat(violation.plainly()).isEqualTo("must be left out, was 9");
        assertThat(violation.demand()).isEqualTo("must be left out (did you mean \"lives\"?), was 9");
    }

    @Test
    void paths_methods_and_media_types_are_options() {
        assertThat(violation(QUERY.admit(get("/thing"))).allowed()).containsExactly("/things");
        assertThat(violation(BODY.admit(get("/things"))).allowed()).containsExactly("POST");
        assertThat(violation(BODY.admit(post("{}", "Content-Type: text/html"))).allowed())
                .containsExactly("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "state[]=open,       state[]=open,      state=open",
        "tag[]=a&tag[]=b%20, tag[]=a&tag[]=b%20, tag=a&tag=b%20",
        "n%5B%5D=1&n[]=2,    n[]=1&n[]=2,       'n=1,2'",
    })
    void a_misspelt_argument_is_told_as_sent_and_as_read(String query, String sent, String read) {
        assertThat(violation(QUERY.admit(get("/things?" + query))).help().spelt())
                .isEqualTo(new Spelt(sent, read));
    }

    @Test
    void a_misspelt_secret_is_not_repeated() {
        assertThat(violation(QUERY.admit(get("/things?client_secret[]=s3cr3t")))
                        .help()
                        .spelt())
                .isEqualTo(new Spelt("client_secret[]=…", "client_secret=…"));
    }

    private static Violation violation(Admission admission) {
        assertThat(admission).isInstanceOf(Refusal.class);
        assertThat(((Refusal) admission).violations()).hasSize(1);
        return ((Refusal) admission).violations().get(0);
    }
}
