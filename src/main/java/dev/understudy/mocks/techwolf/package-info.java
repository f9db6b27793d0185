/** What TechWolf's exports share: the walk by cursor, the filter on the time of last update, the error body. */
@NullMarked
package dev.understudy.mocks.techwolf;

import org.jspecify.annotations.NullMarked;
