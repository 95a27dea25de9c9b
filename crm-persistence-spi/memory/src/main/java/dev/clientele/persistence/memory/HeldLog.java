package dev.clientele.persistence.memory;

import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import java.util.Set;

/**
 * A log as the storage holds it; see {@link HeldDocuments}.
 *
 * @param declared the log that sessions see
 * @param held the log with every field ever declared
 */
record HeldLog(LogType declared, LogType held) {

    static HeldLog of(LogType declared) {
        return new HeldLog(declared, declared);
    }

    HeldLog under(LogType later) {
        return new HeldLog(
                later, new LogType(later.name(), HeldDocuments.union(held.fields(), later.fields()), later.indexes()));
    }

    LogEntry visible(LogEntry stored) {
        Set<String> retired = HeldDocuments.retired(held.fields(), declared.fields());
        if (retired.isEmpty()) {
            return stored;
        }
        return new LogEntry(
                stored.key(),
                stored.subjects(),
                stored.occurredAt(),
                HeldDocuments.without(stored.fields(), retired),
                stored.body(),
                stored.position());
    }
}
