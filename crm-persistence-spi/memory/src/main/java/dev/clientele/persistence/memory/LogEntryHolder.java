package dev.clientele.persistence.memory;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.Comparator;

/**
 * The holder of an entry in a log's trees. The entry gets its position when its transaction commits, which happens once,
 * under the storage's lock, and before the trees that hold it are published.
 */
final class LogEntryHolder {

    static final Comparator<LogEntryHolder> BY_TIME = Comparator.comparing(
                    (LogEntryHolder slot) -> slot.entry().occurredAt())
            .thenComparing(slot -> slot.entry().key(), ValueOrder.TEXT);

    private LogEntry entry;

    LogEntryHolder(LogEntry entry) {
        this.entry = entry;
    }

    LogEntry entry() {
        return entry;
    }

    void assignPosition(Position position) {
        entry = entry.atPosition(position);
    }
}
