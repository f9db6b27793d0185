package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import dev.understudy.openapi.Lowering;

/**
 * The validator, whose judgement counts: networknt in the dialect 2020-12. It takes its time to load, and compiled
 * schemas leave it little to do.
 */
final class Reference {
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .formats(SchemaBook.FORMATS.values())
            .keyword(new Correction(Lowering.NO_FRACTION, "type", value -> ValueKeywords::hasNoFraction))
            // The grammar has let nothing unknown through but extensions, and the document around the schemas.
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build();
    private static final SchemaLocation HERE = SchemaLocation.of("contract:document");

    private Reference() {}

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
