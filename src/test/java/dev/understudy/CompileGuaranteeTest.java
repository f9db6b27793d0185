package dev.understudy;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.api.MockApi;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the generated interfaces make impossible: the compiler refuses it. */
class CompileGuaranteeTest {
    private static final String REFUSE =
            "public dev.understudy.api.Reply refuse(dev.understudy.api.Refusal refusal) { throw new Error(); }"
                    + " public java.util.List<dev.understudy.api.Fixture<?>> fixtures() { throw new Error(); }";

    private final Path classes;

    CompileGuaranteeTest(@TempDir Path classes) {
        this.classes = classes;
    }

    @Test
    void a_handler_that_answers_every_operation_as_documented_compiles() {
        assertThat(
                        complaints(
                                """
                        public ListTasksReply listTasks(ListTasksCall call, dev.understudy.fixture.State state) {
                            return new ListTasksReply.Status200(new TaskIdPage(java.util.List.of(), 0, ""));
                        }
                        """))
                .isEmpty();
    }

    @Test
    void a_handler_that_lacks_an_operation_does_not_compile() {
        assertThat(complaints("")).contains("does not override abstract method listTasks(ListTasksCall,State)");
    }

    @Test
    void a_handler_that_answers_an_undocumented_status_does_not_compile() {
        assertThat(
                        complaints(
                                """
                        public ListTasksReply listTasks(ListTasksCall call, dev.understudy.fixture.State state) {
                            return new ListTasksReply.Status404(new ApiError(ApiErrorCode.NOT_FOUND, ""));
                        }
                        """))
                .contains("cannot find symbol", "class Status404");
    }

    @Test
    void a_handler_that_answers_another_body_than_the_documented_one_does_not_compile() {
        assertThat(
                        complaints(
                                """
                        public ListTasksReply listTasks(ListTasksCall call, dev.understudy.fixture.State state) {
                            return new ListTasksReply.Status200(new ApiError(ApiErrorCode.NOT_FOUND, ""));
                        }
                        """))
                .contains("ApiError cannot be converted to TaskListing");
    }

    /** What the compiler says of a handler of Quant's API with these operations. */
    private String complaints(String operations) {
        String source = "package dev.understudy.mocks.quant.aitasks; class Tried implements AiTasksApi {%s %s}"
                .formatted(REFUSE, operations);
        var file = new SimpleJavaFileObject(URI.create("string:///Tried.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        var said = new StringWriter();
        var options = List.of("-proc:none", "-d", classes.toString(), "-cp", classPath());
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(said, null, null, options, null, List.of(file))
                .call();
        assertThat(compiled).isEqualTo(said.toString().isEmpty());
        return said.toString();
    }

    private static String classPath() {
        return Stream.of(MockApi.class, JsonGenerator.class, JsonNode.class, Nullable.class)
                .map(CompileGuaranteeTest::home)
                .collect(joining(System.getProperty("path.separator")));
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
