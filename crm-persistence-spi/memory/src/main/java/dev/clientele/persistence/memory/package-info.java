/** The reference storage adapter: transactional, deterministic, in memory. */
@NullMarked
package dev.clientele.persistence.memory;

import org.jspecify.annotations.NullMarked;
