package dev.understudy.http;

/**
 * Where a server listens.
 *
 * @param host a name or an address of this machine
 * @param port 0 for any free one
 */
public record Address(String host, int port) {}
