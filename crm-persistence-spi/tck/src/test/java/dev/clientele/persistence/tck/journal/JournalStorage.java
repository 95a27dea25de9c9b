package dev.clientele.persistence.tck.journal;

import dev.clientele.persistence.HostTransaction;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.persistence.tck.journal.Journal.Appended;
import dev.clientele.persistence.tck.journal.Journal.Change;
import dev.clientele.persistence.tck.journal.Journal.Transaction;
import dev.clientele.persistence.tck.sabotage.ForwardingSession;
import java.util.List;
import java.util.Set;

/**
 * Memory with a journal, so that the suites that kill processes have something to kill: just enough for them, and for one
 * writing session at a time.
 */
class JournalStorage implements Storage {

    private final MemoryStorage memory = MemoryStorage.create();
    private final Journal journal;

    JournalStorage(Journal journal) {
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
        Migration inner = memory.migration(schema);
        return new Migration() {
            @Override
            public List<Step> steps() {
                return inner.steps();
            }

            @Override
            public void apply() {
                if (!inner.steps().isEmpty()) {
                    prepare();
                    inner.apply();
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
    public StorageSession read(TenantId tenant) {
        return memory.read(tenant);
    }

    @Override
    public StorageSession write(TenantId tenant) {
        Transaction transaction = new Transaction(tenant);
        return new ForwardingSession(memory.write(tenant)) {
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
            public void commit() {
                record(journal, transaction);
                inner.commit();
            }
        };
    }

    @Override
    public StorageSession join(TenantId tenant, HostTransaction host) {
        return memory.join(tenant, host);
    }

    @Override
    public void close() {
        memory.close();
        journal.close();
    }

    private void replay(Transaction transaction) {
        try (StorageSession session = memory.write(TenantId.of(transaction.tenant()))) {
            session.write(transaction.changes().stream().map(Change::write).toList());
            transaction.appended().forEach(entry -> session.append(entry.log(), List.of(entry.entry())));
            session.commit();
        }
    }
}
