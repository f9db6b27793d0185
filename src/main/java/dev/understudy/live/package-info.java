/** What is served now: contracts and fixtures are read, checked, served, and read again when they change. */
@NullMarked
package dev.understudy.live;

import org.jspecify.annotations.NullMarked;
