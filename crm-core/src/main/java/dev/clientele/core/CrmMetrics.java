package dev.clientele.core;

import java.time.Duration;

/**
 * Figures of what a {@code Crm} has done in this process since it was built, read at one moment. Immutable.
 *
 * <p>How far listeners are behind is told for one tenant by {@link Crm#waiting(dev.clientele.persistence.TenantId)}.
 *
 * @param transactions the transactions that have been committed
 * @param failures the transactions that have been given up, for whatever reason
 * @param collisions the runs that ended because transactions collided
 * @param retries the runs after the first of each transaction
 * @param paused the time that threads have paused between runs, altogether
 * @param openStreams the streams that are open now
 * @param delivered the entries that listeners have been told of
 * @param deliveryFailures the failures of listeners
 * @param parked the deliveries that have been parked
 */
public record CrmMetrics(
        long transactions,
        long failures,
        long collisions,
        long retries,
        Duration paused,
        long openStreams,
        long delivered,
        long deliveryFailures,
        long parked) {}
