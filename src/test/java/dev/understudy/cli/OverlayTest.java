package dev.understudy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.live.Catalogue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contracts that overlays amend. */
class OverlayTest {
    private static final String PETS =
            """
            openapi: 3.1.0
            info: {title: Pets, version: '1'}
            tags: [{nam: one}, {nam: two}, {nam: three}]
            paths:
              /pets:
                get: {responses: {'200': {description: Pets}}}
              /dogs:
                get: {responses: {'200': {descripton: Dogs}}}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Path folder;
    private final Path pets;

    OverlayTest(@TempDir Path folder) {
        this.folder = folder;
        this.pets = folder.resolve("pets.yaml");
    }

    @BeforeEach
    void write() throws Exception {
        Files.writeString(pets, PETS);
    }

    @Test
    void a_finding_is_told_where_its_value_was_written() throws Exception {
        String overlay = overlay(
                """
                - target: $.tags[0]
                  remove: true
                - target: $.tags
                  update: {nam: four}
                - target: $.paths['/pets'].get
                  update:
                    parameters:
                    - {name: limit, in: query, schema: {maximum: ten}}
                """);

        assertThat(run("check", pets.toString(), "--overlay", overlay)).isEqualTo(1);
        assertThat(out.toString().lines().filter(line -> !line.contains("missing-key")))
                .anyMatch(line -> line.startsWith(overlay + ":11:41: fault: \"maximum\" must be a number"))
                .anyMatch(line -> line.startsWith(pets + ":8:31: hint: \"descripton\" is no key"))
                .anyMatch(line -> line.startsWith(pets + ":3:21: hint: \"nam\" is no key"))
                .anyMatch(line -> line.startsWith(pets + ":3:33: hint: \"nam\" is no key"))
                .anyMatch(line -> line.startsWith(overlay + ":7:12: hint: \"nam\" is no key"))
                .noneMatch(line -> line.startsWith(pets + ":3:9:"));
    }

    @Test
    void all_actions_are_applied_in_their_order_and_those_of_several_files_too() throws Exception {
        String one = overlay(
                """
                - {target: "$.paths['/dogs']", remove: true}
                - {target: $.paths, update: {/cats: {get: {operationId: cats, responses: {'200': {description: Cats}}}}}}
                """);
        Path other = Files.writeString(
                folder.resolve("other.json"),
                "{\"overlay\": \"1.1.0\", \"actions\": [{\"target\": \"$.paths.*[?@.operationId == 'cats']\","
                        + " \"update\": {\"operationId\": \"tigers\"}}]}");

        assertThat(run("routes", pets.toString(), "--overlay", one, "--overlay", other.toString()))
                .isZero();
        assertThat(out.toString()).contains("GET  /pets", "GET  /cats  tigers").doesNotContain("dogs");
    }

    @Test
    void an_action_that_says_the_same_of_many_places_is_told_once() throws Exception {
        String overlay = overlay("- {target: $.paths.*.get, update: {sumary: A list}}");

        assertThat(run("check", pets.toString(), "--overlay", overlay)).isZero();
        assertThat(out.toString().lines().filter(line -> line.contains("sumary")))
                .hasSize(1);
    }

    @Test
    void extends_names_the_contract_that_is_amended() throws Exception {
        Path zoo = Files.writeString(
                folder.resolve("zoo.yaml"), PETS.replace("/pets:", "/lions:").replace("/dogs:", "/apes:"));
        String action = "- {target: $.paths, update: {/new: {get: {responses: {'200': {description: New}}}}}}";
        String local = overlay(action, "extends: ./zoo.yaml");

        assertThat(run("routes", folder.toString(), "--overlay", local)).isZero();
        assertThat(out.toString().lines().filter(line -> line.contains("/new")))
                .hasSize(1)
                .allMatch(line -> line.contains(zoo.toString()));

        String remote = overlay(action, "extends: https://example.com/apis/zoo.yaml?v=1");
        assertThat(run("routes", folder.toString(), "--overlay", remote)).isZero();
        assertThat(run("serve", pets.toString(), "--overlay", remote, "--port", "0"))
                .isEqualTo(1);
        assertThat(err.toString())
                .startsWith(remote + ":2:1: extends must name a contract of your own, such as " + pets + ", was ");
    }

    @Test
    void it_is_set_in_the_file_beside_the_contract_too() throws Exception {
        overlay("- {target: \"$.paths['/dogs']\", remove: true}");
        Path config = Files.writeString(folder.resolve("u.yaml"), "contracts: pets.yaml\noverlay: overlay.yaml\n");

        assertThat(run("routes", "--config", config.toString())).isZero();
        assertThat(out.toString()).contains("/pets").doesNotContain("/dogs");
    }

    @Test
    void without_a_contract_there_is_nothing_to_amend() throws Exception {
        String overlay = overlay("- {target: $.paths, update: {}}");

        assertThat(run("check", "--overlay", overlay)).isEqualTo(1);
        assertThat(out.toString()).startsWith(overlay + ":1:1: is for contracts of your own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {target: $.nothing, remove: true}          | :4:4: hint: nothing in the document is at "$.nothing", and the action has no effect: correct the target [overlay-target]
                    {target: $.info, updat: {}, update: {}}    | :4:20: hint: "updat" is no key of the action and has no effect; did you mean "update"? [unknown-key]
                    {target: '$.paths[', remove: true}         | :4:4: "$.paths[" is no JSONPath (RFC 9535) that we read: it must have
                    {target: $.paths}                          | :4:3: must have an "update", or remove: true
                    {update: {}}                               | :4:3: must have a "target", a JSONPath such as $.info
                    {target: $, remove: true}                  | :4:3: the whole document cannot be removed
                    {target: $.info, remove: 1}                | :4:20: must be true or false, was 1
                    {target: $.info, copy: $.tags}             | :4:20: "copy" is not supported
                    {target: $.info, update: Pets}             | :4:20: must be an object as /info is, was a plain value
                    {target: $.info, update: {title: [1]}}     | :4:29: must be a plain value as /info/title is, was a list
                    {target: $.info.title, update: Cats}       | pets.yaml:8:31: hint: "descripton"
                    {target: $, update: {components: }}        | pets.yaml:8:31: hint: "descripton"
                    """)
    void what_an_action_gets_wrong_is_told_with_its_place(String action, String message) throws Exception {
        String overlay = overlay("- " + action);

        run("check", pets.toString(), "--overlay", overlay);
        assertThat(out.toString()).contains(message.startsWith(":") ? overlay + message : message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    openapi: 3.1.0                              | :1:1: is no overlay: it has no key "overlay"
                    {overlay: 2.0.0, actions: [{target: $}]}    | :1:2: must be Overlay 1.0 or 1.1, was "2.0.0"
                    {overlay: 1.0.0}                            | :1:1: must be a list of actions
                    {overlay: 1.0.0, actions: []}               | :1:18: must be a list of actions
                    'overlay: ['                                | :1:11: is no YAML
                    """)
    void what_is_no_overlay_ends_the_start(String text, String message) throws Exception {
        Path overlay = Files.writeString(folder.resolve("overlay.yaml"), text);

        assertThat(run("serve", pets.toString(), "--overlay", overlay.toString(), "--port", "0"))
                .isEqualTo(1);
        assertThat(err.toString()).startsWith(overlay + message);
    }

    @Tag("slow")
    @Test
    void an_overlay_cannot_fill_the_memory() throws Exception {
        String overlay = overlay("- {target: $.info, update: {x-grown: {a: {}}}}\n"
                + "- {target: $.info.x-grown..*, update: {a: {}, b: {c: {}}}}\n".repeat(60));

        assertThat(run("check", pets.toString(), "--overlay", overlay)).isEqualTo(1);
        assertThat(out.toString()).contains("adds more than");
    }

    private String overlay(String actions, String... keys) throws Exception {
        String head = keys.length == 0 ? "info: {title: Changes, version: '1'}" : keys[0];
        String text = "overlay: 1.0.0\n" + head + "\nactions:\n" + actions;
        return Files.writeString(folder.resolve("overlay.yaml"), text).toString();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        return Commands.commandLine(Catalogue.builtIn(), Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
