package dev.understudy.contract;

import dev.understudy.contract.form.FormBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request is made of that the API sends.
 *
 * @param headers by name, without Content-Type
 * @param query by name
 * @param body null if it has none
 */
public record RequestParts(Map<String, String> headers, Map<String, String> query, FormBody.@Nullable Written body) {}
