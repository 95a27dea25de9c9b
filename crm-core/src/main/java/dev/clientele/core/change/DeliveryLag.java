package dev.clientele.core.change;

import java.time.Instant;
import java.util.Optional;

/**
 * What a listener hasn't been told of yet, for one tenant at one moment.
 *
 * @param listener name of the listener
 * @param waiting the number of entries that wait, counted up to {@value #MAX_COUNTED}
 * @param oldest when the first of them was made, by the clock of who made it; empty if none waits
 * @param parked the number of parked deliveries
 */
public record DeliveryLag(String listener, int waiting, Optional<Instant> oldest, long parked) {

    /** The number up to which entries are counted. */
    public static final int MAX_COUNTED = 10_000;
}
