package dev.understudy.openapi;

/** A place in a text file, both counted from 1. */
record Position(int line, int column) {}
