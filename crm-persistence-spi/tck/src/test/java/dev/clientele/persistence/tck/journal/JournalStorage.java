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
import dev.clientele.persistence.tck.journal.Journal.Appended;
import dev.clientele.persistence.tck.journal.Journal.Change;
import dev.clientele.persistence.tck.journal.Journal.Transaction;
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
                batch.forEach(write -> transaction.changes().add(Change.of(write)));
            }

            @Override
            public Set<String> append(String log, List<LogEntry> entries) {
                Set<String> leftOut = inner.append(log, entries);
                entries.stream()
                        .filter(entry -> !leftOut.contains(entry.key()))
                        .forEach(entry -> transaction.appended().add(Appended.of(log, entry)));
                return leftOut;
            }

            @Override
            public Set<UUID> compute(String type, Set<String> fields, List<ComputedValues> rows) {
                throw new UnsupportedOperationException("this journal records writes and appends only");
            }

            @Override
            public int prune(Pruning pruning) {
                throw new UnsupportedOperationException("this journal records writes and appends only");
            }

            @Override
            public Set<String> redact(String log, List<Redaction> redactions) {
                throw new UnsupportedOperationException("this journal records writes and appends only");
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
            session.write(transaction.changes().stream().map(Change::write).toList());
            transaction.appended().forEach(entry -> session.append(entry.log(), List.of(entry.entry())));
            session.commit();
        }
    }
}
