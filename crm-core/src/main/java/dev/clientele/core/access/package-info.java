/** Who acts, and what they may see and do. */
@NullMarked
package dev.clientele.core.access;

import org.jspecify.annotations.NullMarked;
