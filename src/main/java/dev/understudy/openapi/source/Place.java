package dev.understudy.openapi.source;

import dev.understudy.api.Position;

/**
 * Where a value of a document stands.
 *
 * @param source the file as its owner would type it
 */
public record Place(String source, Position position) {}
