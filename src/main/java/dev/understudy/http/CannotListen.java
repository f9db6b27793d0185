package dev.understudy.http;

import java.net.UnknownHostException;

/** Thrown when the server cannot listen on its address; the message is one sentence for the user. */
public final class CannotListen extends Exception {
    private static final long serialVersionUID = 1;

    private CannotListen(String message, Throwable cause) {
        super(message, cause);
    }

    static CannotListen because(Address address, Throwable cause) {
        return new CannotListen(sentence(address, cause), cause);
    }

    static CannotListen because(String sentence, Throwable cause) {
        return new CannotListen(sentence, cause);
    }

    private static String sentence(Address address, Throwable cause) {
        String reason = cause.getMessage() == null ? "" : cause.getMessage();
        if (cause instanceof UnknownHostException) {
            return "Host " + address.host() + " is not known here; --host takes a name or an address of this machine.";
        }
        if (reason.contains("in use")) {
            return "Port " + address.port() + " on " + address.host()
                    + " is in use; choose another with --port, or let --port 0 find a free one.";
        }
        if (reason.contains("Permission denied")) {
            return "Port " + address.port() + " is not ours to open; choose one above 1023 with --port.";
        }
        if (reason.contains("assign requested address")) {
            return "Address " + address.host() + " is not one of this machine; choose another with --host.";
        }
        return "Cannot listen on " + address.host() + " port " + address.port() + ": " + reason;
    }
}
