package dev.understudy.contract.text;

import dev.understudy.openapi.Part;

/** What of the description of a body is lawful and not supported, to be noted where there is no other body. */
public record Gap(Part part, String kind, String message, String repair) {
    /** Notes it at its place. */
    public void note() {
        part.gap(kind, message, repair);
    }
}
