package dev.understudy.contract.form;

import dev.understudy.api.Expected;
import dev.understudy.api.Violation;
import dev.understudy.api.Violation.Place;

/** A body that is not of the media type that it is sent as. */
final class MalformedForm extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Expected expected;
    private final String got;

    MalformedForm(String expected, String got) {
        this(Expected.to(expected), got);
    }

    private MalformedForm(Expected expected, String got) {
        super(expected.text() + ", was " + got);
        this.expected = expected;
        this.got = got;
    }

    Violation violation() {
        return new Violation(Place.BODY, "", "", "form", expected, got);
    }
}
