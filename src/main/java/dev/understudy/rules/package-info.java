/**
 * Rules: which calls get other answers than their API would give, which answers, and how often. Rules are read as
 * specs/control.yaml defines them; effects on the wire are data for the code that owns the socket.
 */
@NullMarked
package dev.understudy.rules;

import org.jspecify.annotations.NullMarked;
