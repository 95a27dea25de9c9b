/**
 * Selling to consumers.
 *
 * <p>{@link dev.clientele.b2c.B2c} is the door. Behind it are the {@linkplain dev.clientele.b2c.person persons}, their
 * {@linkplain dev.clientele.b2c.purchase purchases}, and {@linkplain dev.clientele.b2c.scoring what may be expected of them}.
 */
@NullMarked
package dev.clientele.b2c;

import org.jspecify.annotations.NullMarked;
