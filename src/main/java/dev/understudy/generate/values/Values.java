package dev.understudy.generate.values;

import dev.understudy.generate.values.GenerationResult.Impossible;
import dev.understudy.openapi.Lowered;
import dev.understudy.schema.DocumentSchemas;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/**
 * Makes values that the schemas of a document admit: what its constants, its valid examples and its defaults say, and
 * else what the names and formats of properties suggest. Each value was judged by the compiled schema. The same
 * document, schema and seed give the same value on any machine and day. Safe for use by several threads.
 */
public final class Values {
    /** How many values are in one, roughly. */
    private static final int BUDGET = 400;

    private final Lowered document;
    private final DocumentSchemas documentSchemas;
    private final Map<Direction, Schemas> schemas = new EnumMap<>(Direction.class);

    /** @param document its references are all to places of its own */
    public Values(Lowered document) {
        this(document, new DocumentSchemas(document, true));
    }

    /** @param documentSchemas the schemas of the document, compiled */
    public Values(Lowered document, DocumentSchemas documentSchemas) {
        this.document = document;
        this.documentSchemas = documentSchemas;
    }

    /**
     * A value that the schema admits; a valid example of the document wins.
     *
     * @param pointer where the document has the schema
     * @param seed another seed gives another value, where the document leaves a choice
     */
    public GenerationResult value(String pointer, long seed, Direction direction) {
        return made(pointer, seed, direction, false);
    }

    /** The same for one of many things: its examples are used only where names and formats do not say more. */
    public GenerationResult another(String pointer, long seed, Direction direction) {
        return made(pointer, seed, direction, true);
    }

    private GenerationResult made(String pointer, long seed, Direction direction, boolean varied) {
        try {
            return new ValueGeneration(schemas(direction), seed)
                    .make(ValueConstraints.of(pointer), Place.whole(seed, varied, BUDGET));
        } catch (PatternSyntaxException e) {
            return new Impossible("the pattern " + e.getPattern() + " is no regular expression", pointer);
        } catch (Schemas.Unusable e) {
            return e.result();
        } catch (StackOverflowError e) {
            return new Impossible("its schemas refer to each other without end", pointer);
        }
    }

    private synchronized Schemas schemas(Direction direction) {
        return schemas.computeIfAbsent(direction, way -> new Schemas(document, documentSchemas, way));
    }
}
