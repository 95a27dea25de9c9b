package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.ConflictException;
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

/**
 * Writes batches of documents in a transaction.
 *
 * <p>Removals go first, then replacements, then insertions, then checks, so that within a batch a value of a unique key can
 * pass from a document that gives it up to another. Where that order isn't enough (two documents swap values) the database
 * reports a duplicate, and the batch is done once more with the old values cleared before.
 */
final class DocumentWrites {

    private static final String SAVEPOINT = "clientele_batch";

    private final Tables tables;
    private final Dialect dialect;
    private final Link link;
    private final TenantId tenant;

    DocumentWrites(Tables tables, Link link, TenantId tenant) {
        this.tables = tables;
        this.dialect = tables.dialect();
        this.link = link;
        this.tenant = tenant;
    }

    /** The batch in canonical form and in the order in which it is written. */
    List<Write> checked(List<? extends Write> batch) {
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
        canonical.sort(Comparator.comparingInt(DocumentWrites::rank));
        return canonical;
    }

    private Write canonical(Write write) {
        if (write instanceof Write.Insert insert) {
            return new Write.Insert(tables.document(write.type()).type().canonical(insert.document()));
        } else if (write instanceof Write.Replace replace) {
            return new Write.Replace(
                    tables.document(write.type()).type().canonical(replace.document()), replace.before());
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

    /** Writes what {@link #checked} gave. */
    void write(List<Write> writes) throws SQLException {
        boolean passing = writes.size() > 1 && writes.stream().anyMatch(this::mayGiveUpKeys);
        boolean guarded = passing || (writes.size() > 1 && !dialect.survivesErrors());
        if (guarded) {
            link.run("savepoint " + SAVEPOINT);
        }
        WriteRun run = new WriteRun(tables, link, tenant, dialect.writesAlone());
        try {
            run.all(writes);
        } catch (KeyTakenException e) {
            link.forgetStatements();
            if (guarded) {
                link.run("rollback to savepoint " + SAVEPOINT);
            }
            requireNoConflicts(guarded ? List.of() : run.conflicts(), guarded ? writes : e.notDone());
            if (!passing) {
                throw duplicate(e);
            }
            run = againWithoutOldKeys(writes);
        }
        run.check();
        requireNone(run.conflicts());
        if (guarded) {
            link.run("release savepoint " + SAVEPOINT);
        }
    }

    private WriteRun againWithoutOldKeys(List<Write> writes) throws SQLException {
        for (Write write : writes) {
            if (write instanceof Write.Replace replace && mayGiveUpKeys(write)) {
                DocumentTable table = tables.document(write.type());
                table.clearKeys(link, tenant.value(), replace.document()).executeUpdate();
            }
        }
        WriteRun run = new WriteRun(tables, link, tenant, false);
        try {
            run.all(writes);
        } catch (KeyTakenException e) {
            throw duplicate(e);
        }
        return run;
    }

    /** Before a duplicate is told, conflicts are: of writes done, and of others as far as the database still answers. */
    private void requireNoConflicts(List<Write> found, List<Write> notDone) throws SQLException {
        List<Write> conflicts = new ArrayList<>(found);
        if (dialect.survivesErrors() || notDone.size() > 1) {
            conflicts.addAll(new StoredVersions(tables, link, tenant).contradicting(notDone));
        }
        requireNone(conflicts);
    }

    private static void requireNone(List<Write> conflicts) {
        if (!conflicts.isEmpty()) {
            throw new ConflictException(conflicts.stream().map(Write::id).toList(), null);
        }
    }

    private StorageException duplicate(KeyTakenException taken) {
        return tables.document(taken.type()).duplicate(taken.violation());
    }

    /** Whether a document of the batch may have a value of a unique key that another one needs. */
    private boolean mayGiveUpKeys(Write write) {
        return write instanceof Write.Replace && tables.document(write.type()).hasKeys();
    }
}
