package dev.understudy.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.understudy.api.Pointers;
import dev.understudy.openapi.SchemaKeyword;
import dev.understudy.openapi.SchemaKeyword.Effect;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the validator has found: it tells the way that it took through the schemas, a {@link BrokenKeyword} says where
 * that led.
 */
final class ValidatorError {
    /** It tells these with the key that they are about. */
    private static final Set<String> ABOUT_KEYS =
            Set.of("required", "additionalProperties", "unevaluatedProperties", "propertyNames");

    private ValidatorError() {}

    /**
     * Follows the way up to its end, or up to the first choice between variants.
     *
     * @param schema where it began
     */
    static BrokenKeyword broken(DocumentSchemas schemas, String schema, Error error) {
        List<String> way = steps(error.getEvaluationPath());
        List<String> where = steps(error.getInstanceLocation());
        String here = schema;
        int depth = 0;
        if (!schemas.isOneResource()) {
            // Where its references lead is known to the validator alone.
            return new BrokenKeyword(here, Pointers.of(where), error.getKeyword(), key(error));
        }
        for (int i = 0; i < way.size() - 1; i++) {
            String step = way.get(i);
            SchemaKeyword keyword = SchemaKeyword.lowered(step).orElseThrow();
            if (step.equals("oneOf") || step.equals("anyOf")) {
                return new BrokenKeyword(here, Pointers.of(where.subList(0, depth)), step, null);
            } else if (step.equals("$ref")) {
                here = schemas.target(schemas.judged(here).path(step).asText()).orElseThrow();
                continue;
            }
            here = Pointers.child(here, step);
            if (keyword.hasManySchemas()) {
                here = Pointers.child(here, way.get(++i));
            }
            depth += keyword.effect() == Effect.PARTS ? 1 : 0;
        }
        return new BrokenKeyword(here, Pointers.of(where), error.getKeyword(), key(error));
    }

    private static @Nullable String key(Error error) {
        if (error.getKeyword().equals("dependentRequired")) {
            return String.valueOf(error.getArguments()[0]);
        }
        return ABOUT_KEYS.contains(error.getKeyword()) ? error.getProperty() : null;
    }

    /** The steps of a path from its root; a path knows only its last one, and to ask it for each takes long. */
    private static List<String> steps(NodePath path) {
        var steps = new ArrayDeque<String>();
        for (NodePath here = path; here.getParent() != null; here = here.getParent()) {
            steps.addFirst(String.valueOf(here.getElement(-1)));
        }
        return new ArrayList<>(steps);
    }
}
