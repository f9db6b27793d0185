package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.PathType;
import dev.understudy.openapi.Lowering;
import dev.understudy.openapi.SchemaKeyword;
import dev.understudy.schema.format.TextFormats;
import dev.understudy.schema.pattern.EcmaPattern;
import java.util.List;
import java.util.Map;

/**
 * The validator that compiled schemas must agree with: networknt in the dialect 2020-12. It takes its time to load, and
 * compiled schemas leave it little to do.
 */
final class ReferenceValidator {
    /**
     * Its enum, const and uniqueItems tell 1 from 1.0 inside of others, its multipleOf goes by way of a double, its
     * bounds beside the type integer by way of a long, so that 1e30 is less than 3.
     */
    private static final List<KeywordOverride> CORRECTIONS = List.of(
            new KeywordOverride("minimum", "minimum", NumberKeywords::minimum),
            new KeywordOverride("maximum", "maximum", NumberKeywords::maximum),
            new KeywordOverride("exclusiveMinimum", "exclusiveMinimum", NumberKeywords::exclusiveMinimum),
            new KeywordOverride("exclusiveMaximum", "exclusiveMaximum", NumberKeywords::exclusiveMaximum),
            new KeywordOverride("enum", "enum", ValueKeywords::oneOf),
            new KeywordOverride("const", "const", ValueKeywords::equalTo),
            new KeywordOverride("uniqueItems", "uniqueItems", ValueKeywords::unique),
            new KeywordOverride("multipleOf", "multipleOf", NumberKeywords::multipleOf),
            new KeywordOverride(Lowering.NO_FRACTION, "type", value -> ValueKeywords::hasNoFraction));

    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .formats(Map::clear)
            .formats(TextFormats.checked())
            .keywords(CORRECTIONS)
            .keywords(SchemaKeyword.notes().stream()
                    // In there it looks for schemas with names of their own.
                    .filter(name -> !name.equals("$defs"))
                    .map(AnnotationKeyword::new)
                    .toList())
            // These say that they contradict each other; contains asks them by itself.
            .keywords(List.of(new AnnotationKeyword("minContains"), new AnnotationKeyword("maxContains")))
            // The grammar has let nothing unknown through but extensions, and the document around the schemas.
            .unknownKeywordFactory((keyword, context) -> new AnnotationKeyword(keyword))
            .build();
    private static final SchemaLocation HERE = SchemaLocation.of("contract:document");

    private ReferenceValidator() {}

    /** All schemas of a document; nothing outside it is loaded. */
    static Schema of(JsonNode document) {
        return SchemaRegistry.withDefaultDialect(DIALECT, registry -> registry.schemaLoader(
                                loader -> loader.fetchRemoteResources(false).block(iri -> true))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .pathType(PathType.JSON_POINTER)
                                .preloadSchema(false)
                                .regularExpressionFactory(EcmaPattern::of)
                                .build()))
                .getSchema(HERE, document);
    }
}
