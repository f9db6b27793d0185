/** The served contracts and fixtures: reads, checks and serves them, and reloads them when they change. */
@NullMarked
package dev.understudy.live;

import org.jspecify.annotations.NullMarked;
