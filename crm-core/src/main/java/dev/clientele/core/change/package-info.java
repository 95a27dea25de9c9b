/** The one record of every change: audit trail, field history, feed. */
@NullMarked
package dev.clientele.core.change;

import org.jspecify.annotations.NullMarked;
