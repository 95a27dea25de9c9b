package dev.clientele.persistence.memory;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A transaction's changes of one log, which can be made again on what others have committed meanwhile. */
final class LogChanges {

    private final Map<String, LogEntryHolder> appended = new LinkedHashMap<>();
    private final Map<String, Redaction> redacted = new LinkedHashMap<>();
    private final Set<String> pruned = new TreeSet<>();

    LogEntryCollection append(LogEntryCollection held, List<LogEntry> entries, Set<String> leftOut) {
        LogEntryCollection next = held;
        for (LogEntry entry : entries) {
            if (next.containsKey(entry.key())) {
                leftOut.add(entry.key());
            } else {
                LogEntryHolder slot = new LogEntryHolder(withoutPosition(entry));
                next = next.with(slot);
                appended.put(entry.key(), slot);
            }
        }
        return next;
    }

    LogEntryCollection prune(LogEntryCollection held, List<LogEntryHolder> slots) {
        LogEntryCollection next = held;
        for (LogEntryHolder slot : slots) {
            next = next.prune(slot);
            pruned.add(slot.entry().key());
        }
        return next;
    }

    LogEntryCollection redact(LogEntryCollection held, List<Redaction> redactions, Set<String> leftOut) {
        LogEntryCollection next = held;
        for (Redaction redaction : redactions) {
            LogEntryHolder slot = next.find(redaction.key());
            if (slot == null) {
                leftOut.add(redaction.key());
                continue;
            }
            LogEntryHolder after = new LogEntryHolder(next.redact(slot.entry(), redaction));
            next = next.replace(after);
            if (appended.replace(redaction.key(), after) == null) {
                redacted.put(redaction.key(), redaction);
            }
        }
        return next;
    }

    /**
     * Makes the changes again on what is committed by now.
     *
     * @throws ConflictException if another has appended under a key that this transaction appends under
     */
    LogEntryCollection reapply(LogEntryCollection current) {
        LogEntryCollection next = current;
        for (Redaction redaction : redacted.values()) {
            LogEntryHolder slot = next.find(redaction.key());
            next = slot == null ? next : next.replace(new LogEntryHolder(next.redact(slot.entry(), redaction)));
        }
        for (String key : pruned) {
            LogEntryHolder slot = next.find(key);
            next = slot == null ? next : next.prune(slot);
        }
        for (LogEntryHolder slot : appended.values()) {
            if (next.containsKey(slot.entry().key())) {
                throw new ConflictException(List.of(), null);
            }
            next = next.with(slot);
        }
        return next;
    }

    /** Gives the appended entries their positions, in the order in which they were appended. */
    LogEntryCollection assignPositions(LogEntryCollection prepared, Supplier<Position> positions) {
        LogEntryCollection next = prepared;
        for (LogEntryHolder slot : appended.values()) {
            slot.assignPosition(positions.get());
            next = next.withPosition(slot);
        }
        return next;
    }

    private static LogEntry withoutPosition(LogEntry entry) {
        @Nullable Position position = entry.position();
        return position == null
                ? entry
                : LogEntry.of(entry.key(), entry.subjects(), entry.occurredAt(), entry.fields(), entry.body());
    }
}
