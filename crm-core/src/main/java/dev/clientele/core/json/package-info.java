/** JSON text and data, read and written by {@link dev.clientele.core.json.Json}; not exported. */
@NullMarked
package dev.clientele.core.json;

import org.jspecify.annotations.NullMarked;
