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
 * Writes a list as it is written anyway, unless the page that is being written takes its records instead. The page is
 * found as the target of the generator: were it an attribute of the writer, the serializers that Jackson 2.22.1 makes
 * meanwhile and remembers would keep the first page and its records for ever (GarbageTest).
 */
final class ListSerializer extends JsonSerializer<List<?>> implements ContextualSerializer {
    private final JsonSerializer<Object> inner;

    private ListSerializer(JsonSerializer<Object> inner) {
        this.inner = inner;
    }

    /** Puts one around the serializer of each kind of list. */
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
        // A page is what its generator writes to.
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
