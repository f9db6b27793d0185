/**
 * Rules: which calls are answered otherwise than their API would, how, and how often. They are read as
 * specs/control.yaml defines them; what happens on the wire is data for whoever has the socket.
 */
@NullMarked
package dev.understudy.rules;

import org.jspecify.annotations.NullMarked;
