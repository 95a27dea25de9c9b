package dev.clientele.core.store;

import dev.clientele.persistence.Storage;
import java.time.Clock;

/**
 * The parts that all lanes of a process share. Thread-safe.
 *
 * @param process names this process in leases
 */
record DeliveryContext(
        Storage storage,
        Clock clock,
        ElapsedTime time,
        IdGenerator ids,
        TransactionCounters counters,
        String process,
        ListenerPositions positions,
        ParkedEntries parked,
        DeliveryLanes lanes,
        DeliveryBackOff backOff) {

    DeliveryContext(Storage storage, Clock clock, ElapsedTime time, IdGenerator ids, TransactionCounters counters) {
        this(
                storage,
                clock,
                time,
                ids,
                counters,
                ids.next().toString(),
                new ListenerPositions(storage),
                new ParkedEntries(storage),
                new DeliveryLanes(),
                new DeliveryBackOff(time));
    }
}
