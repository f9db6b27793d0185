package dev.understudy.cli.config;

/**
 * The value of an option, from elsewhere than the command line.
 *
 * @param value as the command line would have it
 * @param origin the name of the variable, or the place in the file
 */
record Preset(String value, String origin) {}
