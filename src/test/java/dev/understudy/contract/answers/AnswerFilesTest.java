package dev.understudy.contract.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.api.Fault;
import dev.understudy.contract.Answer;
import dev.understudy.contract.Content;
import dev.understudy.contract.Contract;
import dev.understudy.contract.Example;
import dev.understudy.contract.Operation;
import dev.understudy.openapi.Documents;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the names of files in the folder answers mean, and what is wrong with them. */
class AnswerFilesTest {
    private static final Contract CONTRACT = Contract.brought(
            "harbour",
            Documents.read(
                    "harbour.yaml",
                    """
                    openapi: 3.0.3
                    info: {title: Harbour, version: "1"}
                    paths:
                      /kites:
                        get:
                          operationId: kites/list
                          responses:
                            '200':
                              description: D
                              content:
                                application/json: {schema: {type: array, items: {type: object, required: [id], properties: {id: {type: integer}, pin: {type: string, writeOnly: true}}}}, examples: {one: {value: [{id: 1}]}, two: {value: [{id: 1}, {id: 2}]}}}
                                text/plain: {schema: {type: string, maxLength: 9}}
                            '204': {description: D}
                            4XX: {description: D, content: {application/problem+json: {schema: {type: object, required: [title]}}}}
                      /kites/{id}/photo:
                        get:
                          operationId: kites.photo
                          parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                          responses:
                            '200': {description: D, content: {image/*: {}}}
                      /kites/{id}/report:
                        get:
                          parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                          responses:
                            '200': {description: D, content: {application/pdf: {}, application/octet-stream: {}}}
                      /kites/versions:
                        get:
                          operationId: versions
                          responses:
                            '200':
                              description: D
                              content:
                                application/json;v=1: {schema: {type: object}}
                                application/json;v=2: {schema: {type: array}}
                    """
                            .getBytes(UTF_8)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            kites/list.200.json       | [{\"id\": 7}]    | 200 | application/json         | [{\"id\":7}]
            kites/list.200.Json       | [{\"id\": 7}]    | 200 | application/json         | [{\"id\":7}]
            kites/list.200.json       | [{\"id\": 7, \"pin\": \"x\"}] | 200 | application/json | [{\"id\":7}]
            kites/list.200.txt        | seven            | 200 | text/plain               | \"seven\"
            kites/list.404.json       | {\"title\": \"No\"} | 404 | application/problem+json | {\"title\":\"No\"}
            kites.photo.200.jpg       | x                | 200 | image/jpeg               | \"eA==\"
            kites.photo.200.png       | x                | 200 | image/png                | \"eA==\"
            get-kites-by-id-report.200.pdf | x           | 200 | application/pdf          | \"eA==\"
            get-kites-by-id-report.200.rar | x           | 200 | application/octet-stream | \"eA==\"
            versions.200.json         | []               | 200 | application/json;v=2     | []
            versions.200.json         | {}               | 200 | application/json;v=1     | {}
            """)
    void a_file_is_the_first_example_of_the_answer_that_its_name_says(
            String name, String text, int status, String type, String value) {
        AnswerFiles.Read read = read(file(name, text));

        assertThat(read.faults()).isEmpty();
        assertThat(read.own()).hasSize(1);
        Operation.Own own = read.own().values().iterator().next();
        assertThat(own.files()).containsExactly(name);
        Answer answer = Objects.requireNonNull(own.byStatus().get(status));
        Content content = answer.content(type).orElseThrow();
        assertThat(content.sentAs()).isEqualTo(type);
        assertThat(content.examples().get(0).value()).hasToString(value);
    }

    @Test
    void one_without_a_name_goes_first_and_one_of_a_name_takes_the_place_of_the_documented_one() {
        AnswerFiles.Read read = read(
                file("kites/list.200.a.json", "[]"),
                file("kites/list.200.two.json", "[]"),
                file("kites/list.200.json", "[]"));

        Answer answer = Objects.requireNonNull(
                Objects.requireNonNull(read.own().get("kites/list")).byStatus().get(200));
        assertThat(answer.content("application/json").orElseThrow().examples())
                .extracting(Example::name)
                .containsExactly("", "a", "two", "one");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            kites/lost.200.json       | []             | must begin with the name of an operation, was named "kites/lost" (did you mean "kites/list.200.json"?)
            elsewhere.200.json        | []             | must begin with the name of an operation, was named "elsewhere" (understudy routes lists them)
            kites.json                | []             | must be called OPERATION.STATUS.EXT or OPERATION.STATUS.EXAMPLE.EXT, was named "kites.json"
            kites/list.json           | []             | must be called OPERATION.STATUS.EXT or OPERATION.STATUS.EXAMPLE.EXT, was of another form
            kites/list.201.json       | []             | must be for a status of kites/list: 200, 204 or 4XX, was for 201 (did you mean "200"?)
            kites/list.100.json       | []             | must be for a status of kites/list: 200, 204 or 4XX, was for 100 (did you mean "200"?)
            kites/list.204.json       | []             | must be left out, as the status 204 of kites/list has no content, was there
            kites/list.200.pdf        | x              | must be of a type that this answer has: application/json (.json) or text/plain (.txt), was .pdf
            kites/list.200.json       | [              | must be whole, was cut off here
            kites/list.200.json       | [{\"id\": \"x\"}] | /0/id must be an integer, was "x"
            kites/list.200.txt        | seventy kites  | must have at most 9 characters, was "seventy kites"
            versions.200.json         | 7              | must be an object, was 7
            """)
    void a_file_that_is_for_no_answer_or_breaks_its_own_is_a_fault(String name, String text, String sentence) {
        AnswerFiles.Read read = read(file(name, text));

        assertThat(read.own()).isEmpty();
        assertThat(read.faults()).extracting(Fault::sentence).containsExactly(sentence);
        assertThat(read.faults()).extracting(Fault::file).containsExactly("mine/" + name);
    }

    @Test
    void a_fault_says_where_in_the_file_it_is() {
        AnswerFiles.Read read = read(file("kites/list.200.json", "[\n  {\"id\": 1},\n  {\"id\": \"x\"}\n]"));

        assertThat(read.faults().get(0).text())
                .startsWith("mine/kites/list.200.json:3:10: /1/id must be an integer, was \"x\"");
    }

    @Test
    void two_files_for_the_same_are_a_fault() {
        AnswerFiles.Read read = read(file("kites.photo.200.jpeg", "x"), file("kites.photo.200.jpg", "x"));

        assertThat(read.faults())
                .extracting(Fault::sentence)
                .containsExactly(
                        "must be the only file of its answer, was beside mine/kites.photo.200.jpeg (remove one of them)");
    }

    private static AnswerFiles.Read read(AnswerFile... files) {
        return AnswerFiles.of(CONTRACT, List.of(files));
    }

    private static AnswerFile file(String name, String text) {
        return new AnswerFile(name, "mine/" + name, text.getBytes(UTF_8));
    }
}
