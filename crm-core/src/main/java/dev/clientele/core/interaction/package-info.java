/** What happened between a customer and the company, on one timeline. */
@NullMarked
package dev.clientele.core.interaction;

import org.jspecify.annotations.NullMarked;
