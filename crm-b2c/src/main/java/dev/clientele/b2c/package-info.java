/** Selling to consumers: persons, purchases and repeat-purchase scoring. */
@NullMarked
package dev.clientele.b2c;

import org.jspecify.annotations.NullMarked;
