/** Reading and writing JSON; not exported. */
@NullMarked
package dev.clientele.core.json;

import org.jspecify.annotations.NullMarked;
