package dev.understudy.server;

import java.net.UnknownHostException;

/** The server cannot have its address; the message is one sentence for the user. */
public final class CannotListen extends Exception {
    private static final long serialVersionUID = 1;

    private CannotListen(String message, Throwable cause) {
        super(message, cause);
    }

    static CannotListen because(Settings settings, Throwable cause) {
        return new CannotListen(sentence(settings, cause), cause);
    }

    static CannotListen because(String sentence, Throwable cause) {
        return new CannotListen(sentence, cause);
    }

    private static String sentence(Settings settings, Throwable cause) {
        String reason = cause.getMessage() == null ? "" : cause.getMessage();
        if (cause instanceof UnknownHostException) {
            return "Host " + settings.host() + " is not known here; --host takes a name or an address of this machine.";
        }
        if (reason.contains("in use")) {
            return "Port " + settings.port() + " on " + settings.host()
                    + " is in use; choose another with --port, or let --port 0 find a free one.";
        }
        if (reason.contains("Permission denied")) {
            return "Port " + settings.port() + " is not ours to open; choose one above 1023 with --port.";
        }
        if (reason.contains("assign requested address")) {
            return "Address " + settings.host() + " is not one of this machine; choose another with --host.";
        }
        return "Cannot listen on " + settings.host() + " port " + settings.port() + ": " + reason;
    }
}
