package dev.understudy.mocks.anyspec.roles.corrections;

/**
 * Something that {@code x-understudy} says and that is not so in the document.
 *
 * @param pointer where it says so
 * @param message what is wrong
 * @param repair what to write instead; empty where nothing is near
 */
public record Mistake(String pointer, String message, String repair) {}
