/**
 * How the doors of the core reach storage. Nobody's business but the core's: not exported.
 *
 * <p>A {@link dev.clientele.core.store.SessionContext} says for whom and in which transaction; repositories, selections, event logs and
 * the change feed are thin shells over it.
 */
@NullMarked
package dev.clientele.core.store;

import org.jspecify.annotations.NullMarked;
