package dev.understudy.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.function.Function;

/** A keyword of ours in the validator, in front of its own that judges wrongly, or where it has none. */
final class KeywordOverride extends AbstractKeyword {
    private final String told;
    private final Function<JsonNode, Keyword> keyword;

    /**
     * @param told the keyword that is told to be broken
     * @param keyword makes the test of what stands beside the name
     */
    KeywordOverride(String name, String told, Function<JsonNode, Keyword> keyword) {
        super(name);
        this.told = told;
        this.keyword = keyword;
    }

    @Override
    public KeywordValidator newValidator(SchemaLocation at, JsonNode value, Schema schema, SchemaContext context) {
        Keyword test = keyword.apply(value);
        return new BaseKeywordValidator(this, value, at, schema, context) {
            @Override
            public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath instance) {
                if (!test.isKeptBy(node)) {
                    execution.addError(error().keyword(told)
                            .instanceNode(node)
                            .instanceLocation(instance)
                            .evaluationPath(execution.getEvaluationPath())
                            .locale(execution.getExecutionConfig().getLocale())
                            .build());
                }
            }
        };
    }
}
