package dev.understudy.cli.config;

/**
 * What an option is set to.
 *
 * @param value as it would be written on the command line
 * @param origin where it was set: the name of a variable, or a place in a file
 */
record Preset(String value, String origin) {}
