package dev.clientele.persistence.tck.journal;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.persistence.tck.ForwardingSession;
import dev.clientele.persistence.tck.ForwardingStorage;
import dev.clientele.persistence.tck.journal.JournalStep.Appended;
import dev.clientele.persistence.tck.journal.JournalStep.Change;
import dev.clientele.persistence.tck.journal.JournalStep.Computation;
import dev.clientele.persistence.tck.journal.JournalStep.Pruned;
import dev.clientele.persistence.tck.journal.JournalStep.Redacted;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Memory with a journal, so that the suites that kill processes have something to kill: just enough for them, and for one
 * writing session at a time.
 */
class JournalStorage extends ForwardingStorage {

    private final Journal journal;

    JournalStorage(Journal journal) {
        super(MemoryStorage.create());
        this.journal = journal;
    }

    /** How a transaction that is about to commit gets on file. */
    void record(Journal file, Transaction transaction) {
        file.append(transaction, true);
    }

    /** How long a schema is in the making. */
    void prepare() {}

    @Override
    public Migration migration(Schema schema) {
        Migration planned = inner.migration(schema);
        return new Migration() {
            @Override
            public List<Step> steps() {
                return planned.steps();
            }

            @Override
            public void apply() {
                if (!planned.steps().isEmpty()) {
                    prepare();
                    planned.apply();
                    journal.read().forEach(JournalStorage.this::replay);
                }
            }

            @Override
            public void validate() {
                apply();
            }
        };
    }

    @Override
    public StorageSession write(TenantId tenant) {
        Transaction transaction = new Transaction(tenant);
        return new ForwardingSession(inner.write(tenant)) {
            @Override
            public void write(List<? extends Write> batch) {
                inner.write(batch);
                batch.forEach(write -> transaction.steps().add(Change.of(write)));
            }

            @Override
            public Set<UUID> compute(String type, Set<String> fields, List<ComputedValues> rows) {
                Set<UUID> leftOut = inner.compute(type, fields, rows);
                rows.forEach(row -> transaction.steps().add(Computation.of(type, fields, row)));
                return leftOut;
            }

            @Override
            public Set<String> append(String log, List<LogEntry> entries) {
                Set<String> leftOut = inner.append(log, entries);
                entries.forEach(entry -> transaction.steps().add(Appended.of(log, entry)));
                return leftOut;
            }

            @Override
            public Set<String> redact(String log, List<Redaction> redactions) {
                Set<String> leftOut = inner.redact(log, redactions);
                redactions.forEach(redaction -> transaction.steps().add(Redacted.of(log, redaction)));
                return leftOut;
            }

            @Override
            public int prune(Pruning pruning) {
                transaction.steps().add(Pruned.of(pruning));
                return inner.prune(pruning);
            }

            @Override
            public void commit() {
                record(journal, transaction);
                inner.commit();
            }
        };
    }

    @Override
    public StorageSession write(TenantId tenant, Duration patience) {
        return write(tenant);
    }

    @Override
    public void close() {
        super.close();
        journal.close();
    }

    private void replay(Transaction transaction) {
        try (StorageSession session = inner.write(TenantId.of(transaction.tenant()))) {
            transaction.replay(session);
            session.commit();
        }
    }
}
