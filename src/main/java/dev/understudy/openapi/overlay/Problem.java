package dev.understudy.openapi.overlay;

/**
 * What is wrong with an overlay.
 *
 * @param fault whether the overlay cannot be meant, and not only has no effect
 * @param pointer of the value in the overlay
 * @param kind the same word for all of a kind
 * @param message what must be and what was
 * @param repair what to do instead; empty where the message says it
 */
public record Problem(boolean fault, String pointer, String kind, String message, String repair) {
    static Problem fault(String pointer, String message, String repair) {
        return new Problem(true, pointer, "overlay", message, repair);
    }

    static Problem hint(String pointer, String kind, String message, String repair) {
        return new Problem(false, pointer, kind, message, repair);
    }
}
