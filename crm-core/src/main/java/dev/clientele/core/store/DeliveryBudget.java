package dev.clientele.core.store;

import dev.clientele.core.change.Delivery;

/** The number of entries and the time that serving a lane may take once. Not thread-safe. */
final class DeliveryBudget {

    private final ElapsedTime time;
    private final long start;
    private final int maxEntries;
    private final long maxNanos;
    private final boolean pausing;
    private int entries;

    private DeliveryBudget(ElapsedTime time, int maxEntries, long maxNanos, boolean pausing) {
        this.time = time;
        this.start = time.nanoTime();
        this.maxEntries = maxEntries;
        this.maxNanos = maxNanos;
        this.pausing = pausing;
    }

    /** Returns the budget that a listener is served with by itself. */
    static DeliveryBudget of(Delivery delivery, ElapsedTime time) {
        return new DeliveryBudget(
                time, delivery.maxEntries(), delivery.maxTime().toNanos(), true);
    }

    /** Returns a budget without end, for who asks for everything, also of a listener that has failed just now. */
    static DeliveryBudget unlimited(ElapsedTime time) {
        return new DeliveryBudget(time, Integer.MAX_VALUE, Long.MAX_VALUE, false);
    }

    /** Returns whether one more entry is within the budget; the first always is. */
    boolean allowsMore() {
        return entries == 0 || (entries < maxEntries && time.nanoTime() - start < maxNanos);
    }

    void spend() {
        entries++;
    }

    /** Returns whether the pauses of a listener that has failed are heeded. */
    boolean heedsPauses() {
        return pausing;
    }
}
