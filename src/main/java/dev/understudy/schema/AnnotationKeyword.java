package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.KeywordValidator;
import org.jspecify.annotations.Nullable;

/** A keyword that decides nothing: the validator passes it over, where its own would be called for each value. */
final class AnnotationKeyword extends AbstractKeyword {
    AnnotationKeyword(String name) {
        super(name);
    }

    @Override
    public @Nullable KeywordValidator newValidator(
            SchemaLocation at, JsonNode value, Schema schema, SchemaContext context) {
        return null;
    }
}
