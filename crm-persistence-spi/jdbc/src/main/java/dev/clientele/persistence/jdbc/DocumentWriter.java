package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.DocumentKey;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The writer of batches of documents in a transaction.
 *
 * <p>Removals go first, then replacements, then insertions, then checks, so that within a batch a value of a unique key can
 * pass from a document that gives it up to another. Where that order isn't enough (two documents swap values) the database
 * reports a duplicate, and the batch is done once more with the old values cleared before.
 */
final class DocumentWriter {

    private static final String SAVEPOINT = "clientele_batch";

    private final SchemaTables tables;
    private final Dialect dialect;
    private final JdbcConnection link;
    private final TenantId tenant;
    private final DocumentsRead documentsRead;

    DocumentWriter(SchemaTables tables, JdbcConnection link, TenantId tenant, DocumentsRead documentsRead) {
        this.tables = tables;
        this.dialect = tables.dialect();
        this.link = link;
        this.tenant = tenant;
        this.documentsRead = documentsRead;
    }

    /** Returns the batch in canonical form and in the order in which it is written. */
    List<Write> canonicalBatch(List<? extends Write> batch) {
        record Target(String type, UUID id) {}
        Set<Target> targets = new HashSet<>();
        for (Write write : batch) {
            tables.document(write.type());
            if (!targets.add(new Target(write.type(), write.id()))) {
                throw new IllegalArgumentException(
                        "two writes of the batch concern " + write.type() + " " + write.id());
            }
        }
        List<Write> canonical = new ArrayList<>(batch.size());
        for (Write write : batch) {
            canonical.add(canonical(write));
        }
        canonical.sort(Comparator.comparingInt(DocumentWriter::rank));
        return canonical;
    }

    private Write canonical(Write write) {
        if (write instanceof Write.Insert insert) {
            return new Write.Insert(tables.document(write.type()).type().canonical(insert.document()));
        } else if (write instanceof Write.Replace replace) {
            return new Write.Replace(
                    tables.document(write.type()).type().canonical(replace.document()), documentsRead.before(replace));
        }
        return write;
    }

    private static int rank(Write write) {
        if (write instanceof Write.Delete) {
            return 0;
        } else if (write instanceof Write.Replace) {
            return 1;
        }
        return write instanceof Write.Insert ? 2 : 3;
    }

    /** Writes a batch from {@link #canonicalBatch}. */
    void write(List<Write> writes) throws SQLException {
        boolean passing = writes.size() > 1 && writes.stream().anyMatch(this::mayReleaseKeys);
        boolean guarded = passing || (writes.size() > 1 && !dialect.continuesAfterError());
        if (guarded) {
            link.execute("savepoint " + SAVEPOINT);
        }
        BatchAttempt run = new BatchAttempt(tables, link, tenant, dialect.hasSingleWriter());
        try {
            run.writeAll(writes);
        } catch (KeyTakenException e) {
            link.closeStatements();
            if (guarded) {
                link.execute("rollback to savepoint " + SAVEPOINT);
            }
            requireNoConflicts(guarded ? List.of() : run.conflicts(), guarded ? writes : e.remaining());
            if (!passing) {
                throw duplicate(e);
            }
            run = retryWithoutOldKeys(writes);
        }
        run.runChecks();
        requireNone(run.conflicts());
        relist(writes);
        if (guarded) {
            link.execute("release savepoint " + SAVEPOINT);
        }
    }

    private void relist(List<Write> writes) throws SQLException {
        if (dialect.keepsSetIndexes()) {
            return;
        }
        SetIndexUpkeep upkeep = new SetIndexUpkeep(dialect, link, tenant);
        for (String type : writes.stream().map(Write::type).collect(Collectors.toSet())) {
            List<UUID> changed = writes.stream()
                    .filter(write -> write.type().equals(type) && !(write instanceof Write.Check))
                    .map(Write::id)
                    .toList();
            upkeep.relist(tables.document(type).source(), changed);
        }
    }

    private BatchAttempt retryWithoutOldKeys(List<Write> writes) throws SQLException {
        for (Write write : writes) {
            if (write instanceof Write.Replace replace && mayReleaseKeys(write)) {
                DocumentTable table = tables.document(write.type());
                table.clearKeys(link, tenant.value(), replace.document()).executeUpdate();
            }
        }
        BatchAttempt run = new BatchAttempt(tables, link, tenant, false);
        try {
            run.writeAll(writes);
        } catch (KeyTakenException e) {
            throw duplicate(e);
        }
        return run;
    }

    /** Reports conflicts before a duplicate: of writes done, and of others as far as the database still answers. */
    private void requireNoConflicts(List<Write> found, List<Write> notDone) throws SQLException {
        List<Write> conflicts = new ArrayList<>(found);
        if (dialect.continuesAfterError() || notDone.size() > 1) {
            conflicts.addAll(new StoredVersionCheck(tables, link, tenant).findConflicts(notDone));
        }
        requireNone(conflicts);
    }

    private static void requireNone(List<Write> conflicts) {
        if (!conflicts.isEmpty()) {
            throw new ConflictException(conflicts.stream().map(DocumentKey::of).toList(), null);
        }
    }

    private StorageException duplicate(KeyTakenException taken) {
        return tables.document(taken.type()).duplicate(taken.violation());
    }

    /** Tells whether a document of the batch may have a value of a unique key that another one needs. */
    private boolean mayReleaseKeys(Write write) {
        return write instanceof Write.Replace && tables.document(write.type()).hasKeys();
    }
}
