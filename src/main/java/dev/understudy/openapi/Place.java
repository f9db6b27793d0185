package dev.understudy.openapi;

import dev.understudy.api.Position;

/**
 * Where a value of a document stands.
 *
 * @param source the file as its owner would type it
 */
record Place(String source, Position position) {}
