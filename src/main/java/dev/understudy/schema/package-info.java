/** JSON Schema: values are judged by compiled schemas, and what they break is explained. */
@NullMarked
package dev.understudy.schema;

import org.jspecify.annotations.NullMarked;
