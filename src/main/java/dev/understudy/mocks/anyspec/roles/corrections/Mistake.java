package dev.understudy.mocks.anyspec.roles.corrections;

/**
 * A declaration of {@code x-understudy} that does not match the document.
 *
 * @param pointer the place of the declaration
 * @param message what is wrong
 * @param repair what to write instead; empty if nothing is similar
 */
public record Mistake(String pointer, String message, String repair) {}
