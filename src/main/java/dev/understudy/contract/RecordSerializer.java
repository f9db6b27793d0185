package dev.understudy.contract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.ResolvableSerializer;
import java.io.IOException;

/** Writes a record as it is written anyway, unless the page that is being written takes its kept bytes instead. */
final class RecordSerializer extends JsonSerializer<Object> implements ContextualSerializer, ResolvableSerializer {
    private final JsonSerializer<Object> inner;

    private RecordSerializer(JsonSerializer<Object> inner) {
        this.inner = inner;
    }

    /** Puts one around the serializer of each record class. */
    static final class Modifier extends BeanSerializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        @SuppressWarnings("unchecked")
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
            return Record.class.isAssignableFrom(bean.getBeanClass())
                    ? new RecordSerializer((JsonSerializer<Object>) serializer)
                    : serializer;
        }
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        // A page is what its generator writes to.
        boolean taken = generator.getOutputTarget() instanceof Page page
                && page.takes(value, generator, own -> inner.serialize(value, own, provider));
        if (!taken) {
            inner.serialize(value, generator, provider);
        }
    }

    @Override
    public void resolve(SerializerProvider provider) throws JsonMappingException {
        if (inner instanceof ResolvableSerializer resolvable) {
            resolvable.resolve(provider);
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
            throws JsonMappingException {
        JsonSerializer<?> contextual = provider.handleSecondaryContextualization(inner, property);
        return contextual == inner ? this : new RecordSerializer((JsonSerializer<Object>) contextual);
    }
}
