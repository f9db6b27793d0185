package dev.understudy.mocks.anyspec;

import dev.understudy.api.Reply;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A reply with a documented status. */
record AnyReply(int status, @Nullable Object body, String mediaType, Map<String, Object> headers) implements Reply {}
