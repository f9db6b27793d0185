/** The border: reads an OpenAPI file, admits requests that keep it, and releases replies that keep it. */
@NullMarked
package dev.understudy.contract;

import org.jspecify.annotations.NullMarked;
