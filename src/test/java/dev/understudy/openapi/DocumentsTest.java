package dev.understudy.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.openapi.source.Bounds;
import dev.understudy.openapi.source.ContractException;
import dev.understudy.openapi.source.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that no reader should have to meet: each is refused in words, in little time and memory. */
class DocumentsTest {
    private static final String START = "openapi: 3.1.1\ninfo: {title: T, version: '1'}\n";

    @TempDir
    Path folder;

    @Test
    void a_file_that_is_not_there_a_folder_and_a_device_are_refused() {
        assertThatThrownBy(() -> Documents.read(folder.resolve("none.yaml"), folder))
                .hasMessage(folder + "/none.yaml: is not there: check the name");
        assertThatThrownBy(() -> Documents.read(folder, folder)).hasMessageContaining("is a folder: name a file in it");
        assertThatThrownBy(() -> Documents.read(Path.of("/dev/zero"), folder))
                .hasMessage("/dev/zero: is no plain file: copy what it gives to one");
    }

    @Test
    void a_device_in_place_of_a_file_that_is_referred_to_is_a_fault() throws IOException {
        Files.createSymbolicLink(folder.resolve("zero.yaml"), Path.of("/dev/zero"));

        assertThat(read(START + "paths: {/a: {$ref: zero.yaml}}").findings())
                .extracting(Finding::message)
                .anyMatch(message -> message.contains("lies outside the contract root"));
    }

    @Test
    void a_large_file_is_refused() {
        assertThatThrownBy(() -> Documents.read("api.yaml", new byte[Bounds.FILE + 1]))
                .hasMessage("api.yaml: is larger than 32 MiB: divide it into several files");
    }

    @Test
    void aliases_that_unfold_to_millions_of_values_are_refused() {
        var bomb = new StringBuilder(START).append("x-0: &a0 [0,0,0,0,0,0,0,0,0,0]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("x-%d: &a%d [".formatted(i, i));
            bomb.append("*a%d,".formatted(i - 1).repeat(10)).append("]\n");
        }

        assertThatThrownBy(() -> Documents.read("api.yaml", bomb.toString().getBytes(UTF_8)))
                .hasMessageContaining("holds more than 2000000 values, aliases unfolded");
    }

    @Test
    void an_alias_that_holds_itself_and_deep_nesting_are_refused() {
        assertThatThrownBy(() -> Documents.read("api.yaml", (START + "x-a: &a [*a]\n").getBytes(UTF_8)))
                .hasMessageContaining("nests deeper than 200 levels");
        assertThatThrownBy(() -> Documents.read("api.yaml", (START + "x-a: " + "[".repeat(5000)).getBytes(UTF_8)))
                .isInstanceOf(ContractException.class);
        assertThatThrownBy(() -> Documents.read("api.json", ("{\"a\":" + "[".repeat(5000)).getBytes(UTF_8)))
                .isInstanceOf(ContractException.class);
    }

    @Test
    void files_that_refer_to_each_other_are_read_once_each() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "A: {properties: {b: {$ref: 'b.yaml#/B'}}}");
        Files.writeString(folder.resolve("b.yaml"), "B: {properties: {a: {$ref: 'a.yaml#/A'}, self: {$ref: '#/B'}}}");
        Document document = read(START + "paths: {}\ncomponents: {schemas: {A: {$ref: 'a.yaml#/A'}}}");

        assertThat(document.findings()).extracting(Finding::kind).containsOnly("unused-component");
        assertThat(document.tree()
                        .at("/x-understudy-files/b.yaml/B/properties/a/$ref")
                        .textValue())
                .isEqualTo("#/x-understudy-files/a.yaml/A");
        assertThat(document.source("/x-understudy-files/b.yaml/B")).isEqualTo(folder + "/b.yaml");
    }

    @Test
    void a_key_of_yaml_1_1_merges() {
        Document document = Documents.read(
                "api.yaml", (START + "x-a: &a {b: 1, c: 2}\nx-d: {<<: *a, c: 3}\npaths: {}").getBytes(UTF_8));

        assertThat(document.tree().path("x-d").toString()).isEqualTo("{\"c\":3,\"b\":1}");
        assertThat(document.findings()).isEmpty();
    }

    @Test
    void each_reference_is_local_whatever_it_looked_like() throws IOException {
        Files.createDirectories(folder.resolve("more files"));
        Files.writeString(folder.resolve("more files/ä b.json"), "{\"a/b\": {\"%c\": {\"type\": \"string\"}}}");
        Document document = read(
                START + "paths: {}\ncomponents: {schemas: {A: {$ref: 'more%20files/%C3%A4%20b.json#/a~1b/%25c'}}}");

        Part schema = document.part("/components/schemas/A");
        assertThat(schema.at("$ref").text()).startsWith("#/x-understudy-files/more%20files~1");
        assertThat(schema.resolved().at("type").text()).isEqualTo("string");
    }

    private Document read(String yaml) throws IOException {
        Path file = folder.resolve("api.yaml");
        Files.writeString(file, yaml);
        return Documents.read(file, folder);
    }
}
