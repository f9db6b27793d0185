package dev.understudy.openapi.served;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A tree as YAML that readers of YAML 1.1 and 1.2 read alike: texts that are a date or a boolean to one are quoted. */
final class WrittenYaml {
    private static final Pattern OTHERWISE_TO_OTHERS =
            Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|(?i:y|n|yes|no|on|off)|[0-9]+(:[0-9]{1,2})+");

    private WrittenYaml() {}

    static byte[] of(JsonNode value) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(120)
                .setIndent(2)
                .setSchema(new Cautious())
                .build();
        Object plain = new ObjectMapper().convertValue(value, Object.class);
        return new Dump(settings).dumpToString(plain).getBytes(UTF_8);
    }

    private static final class Cautious extends CoreSchema {
        @Override
        public ScalarResolver getScalarResolver() {
            var resolver = new CoreScalarResolver(false);
            var other = new Tag(Tag.PREFIX + "timestamp");
            resolver.addImplicitResolver(other, OTHERWISE_TO_OTHERS, "0123456789yYnNoO");
            return resolver;
        }
    }
}
