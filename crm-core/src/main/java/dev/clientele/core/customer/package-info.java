/** Who one does business with: identity, contact points, addresses, consent. */
@NullMarked
package dev.clientele.core.customer;

import org.jspecify.annotations.NullMarked;
