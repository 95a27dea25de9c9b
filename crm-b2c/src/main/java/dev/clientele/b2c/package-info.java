/**
 * Selling to consumers.
 *
 * <p>{@link dev.clientele.b2c.B2c} is the door. Behind it are the {@linkplain dev.clientele.b2c.person persons}, their
 * {@linkplain dev.clientele.b2c.purchase purchases}, and {@linkplain dev.clientele.b2c.lifetime what may be expected of
 * them}, by the models of {@link dev.clientele.b2c.scoring}. A {@link dev.clientele.b2c.PersonTimeline} shows a person's
 * purchases among the interactions; they are stored once, in their own log.
 */
@NullMarked
package dev.clientele.b2c;

import org.jspecify.annotations.NullMarked;
