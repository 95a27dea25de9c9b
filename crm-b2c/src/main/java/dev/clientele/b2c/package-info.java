/**
 * Selling to consumers.
 *
 * <p>{@link dev.clientele.b2c.B2c} is the door. It opens the {@linkplain dev.clientele.b2c.person persons}, their
 * {@linkplain dev.clientele.b2c.purchase purchases} and the {@linkplain dev.clientele.b2c.scoring scoring} of what they will
 * buy. {@link dev.clientele.b2c.analytics} describes what was bought. The timeline of a
 * person shows purchases among the interactions; they are stored once, in their own log.
 */
@NullMarked
package dev.clientele.b2c;

import org.jspecify.annotations.NullMarked;
