package dev.understudy.kept;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a list as usual, unless the page that is being written takes its records instead. The page is found as the
 * output target of the generator. As an attribute of the writer, it would stay in memory forever: the serializers that
 * Jackson 2.22.1 creates and caches meanwhile would hold the first page and its records (GarbageTest).
 */
final class ListSerializer extends JsonSerializer<List<?>> implements ContextualSerializer {
    private final JsonSerializer<Object> inner;

    private ListSerializer(JsonSerializer<Object> inner) {
        this.inner = inner;
    }

    /** Wraps the serializer of each list type. */
    static final class Modifier extends BeanSerializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        @SuppressWarnings("unchecked")
        public JsonSerializer<?> modifyCollectionSerializer(
                SerializationConfig config, CollectionType type, BeanDescription bean, JsonSerializer<?> serializer) {
            return List.class.isAssignableFrom(type.getRawClass())
                    ? new ListSerializer((JsonSerializer<Object>) serializer)
                    : serializer;
        }
    }

    @Override
    public void serialize(List<?> list, JsonGenerator generator, SerializerProvider provider) throws IOException {
        // The output target of a page's generator is the page itself.
        boolean taken = generator.getOutputTarget() instanceof Page page
                && page.takes(list.toArray(), generator, provider::defaultSerializeValue);
        if (!taken) {
            inner.serialize(list, generator, provider);
        }
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, List<?> list) {
        return list.isEmpty();
    }

    @Override
    @SuppressWarnings("unchecked")
    public JsonSerializer<?> createContextual(SerializerProvider provider, @Nullable BeanProperty property)
            throws JsonMappingException {
        JsonSerializer<?> contextual = provider.handleSecondaryContextualization(inner, property);
        return new ListSerializer((JsonSerializer<Object>) contextual);
    }
}
