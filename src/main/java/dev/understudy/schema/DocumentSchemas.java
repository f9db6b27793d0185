package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import dev.understudy.api.Pointers;
import dev.understudy.api.text.Percent;
import dev.understudy.openapi.Lowered;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All schemas of one document, compiled for the validator when first asked for. Nothing outside the document is loaded.
 */
public final class DocumentSchemas {
    private final Lowered lowered;
    private final Map<String, SchemaCheck> checks = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> schemas = new ConcurrentHashMap<>();
    private final @Nullable SchemaCompiler compiler;
    private @Nullable Schema root;

    /** @param compiling whether schemas are compiled, or the validator alone judges */
    public DocumentSchemas(Lowered lowered, boolean compiling) {
        this.lowered = lowered;
        this.compiler = compiling && lowered.oneResource() ? new SchemaCompiler(this) : null;
    }

    /** The check of the schema at this place of the document. */
    public SchemaCheck at(String pointer) {
        return checks.computeIfAbsent(pointer, p -> new SchemaCheck(this, p));
    }

    /** Whether each reference is to a place of the document. */
    boolean isOneResource() {
        return lowered.oneResource();
    }

    /** The schema itself, lowered. */
    public JsonNode schema(String pointer) {
        return schemas.computeIfAbsent(pointer, lowered.tree()::at);
    }

    /** The place as a message names it: {@code specs/pets.yaml#/components/schemas/Pet}. */
    public String place(String pointer) {
        return lowered.document().source() + "#" + lowered.written(pointer);
    }

    /** The schema as values are judged by it: its discriminator, if that decides, is in keywords that say the same. */
    public JsonNode judged(String pointer) {
        return lowered.judged().at(pointer);
    }

    /** The place that a reference names. */
    public Optional<String> target(String reference) {
        if (!reference.startsWith("#/")) {
            return Optional.empty();
        }
        String fragment = reference.substring(1);
        return Optional.of(Percent.decode(fragment, false).orElse(fragment));
    }

    /** The schema as a yes or no; {@link CompiledSchema#NONE} if only the validator can judge by it. */
    public CompiledSchema compiled(String pointer) {
        return compiler == null ? CompiledSchema.NONE : compiler.compile(pointer);
    }

    public Schema validator(String pointer) {
        NodePath path = new NodePath(PathType.JSON_POINTER);
        JsonNode here = lowered.judged();
        for (String token : pointer.substring(1).split("/", -1)) {
            String key = Pointers.unescaped(token);
            path = here.isArray() ? path.append(Integer.parseInt(key)) : path.append(key);
            here = here.isArray() ? here.path(Integer.parseInt(key)) : here.path(key);
        }
        return root().getRefSchema(path);
    }

    /** Made when it is first asked for: compiled schemas seldom leave it anything to do. */
    private synchronized Schema root() {
        if (root == null) {
            root = ReferenceValidator.of(lowered.judged());
        }
        return root;
    }
}
