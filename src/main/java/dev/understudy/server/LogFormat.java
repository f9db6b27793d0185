package dev.understudy.server;

/** How a line of the log is written. */
public enum LogFormat {
    TEXT,
    JSON
}
