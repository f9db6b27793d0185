package dev.understudy.contract.form;

import dev.understudy.api.text.Percent;
import java.util.Optional;

/** What a form has under one of its keys, once. */
sealed interface RawField permits RawField.Typed, FormPart {
    /** In the percent-encoding of a query, in which the styles read it. */
    String raw();

    /** Empty if it is no text. */
    Optional<String> text();

    /** A value of {@code application/x-www-form-urlencoded}. */
    record Typed(String raw) implements RawField {
        @Override
        public Optional<String> text() {
            return Percent.decode(raw, true);
        }
    }
}
