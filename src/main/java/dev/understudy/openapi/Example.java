package dev.understudy.openapi;

/**
 * A value that a document gives for what a schema describes.
 *
 * @param schema it is meant to keep
 */
public record Example(Part value, Part schema) {}
