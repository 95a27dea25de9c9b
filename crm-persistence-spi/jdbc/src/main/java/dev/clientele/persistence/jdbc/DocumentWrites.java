package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateException;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UniqueKey;
import dev.clientele.persistence.Write;
import java.sql.PreparedStatement;
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
            return new Write.Replace(tables.document(write.type()).type().canonical(replace.document()));
        }
        return write;
    }

    private static int rank(Write write) {
        return write instanceof Write.Delete
                ? 0
                : write instanceof Write.Replace ? 1 : write instanceof Write.Insert ? 2 : 3;
    }

    /** Writes what {@link #checked} gave. */
    void write(List<Write> writes) throws SQLException {
        boolean twice = mayPassValuesOn(writes);
        if (twice) {
            link.run("savepoint " + SAVEPOINT);
        }
        try {
            writeOnce(writes, twice);
        } catch (DuplicateException e) {
            if (!twice) {
                throw e;
            }
            link.run("rollback to savepoint " + SAVEPOINT);
            for (Write write : writes) {
                if (write instanceof Write.Replace replace) {
                    clearKeys(replace.document());
                }
            }
            writeOnce(writes, false);
        }
        if (twice) {
            link.run("release savepoint " + SAVEPOINT);
        }
    }

    private void writeOnce(List<Write> writes, boolean again) throws SQLException {
        List<Write> conflicts = new ArrayList<>();
        List<Write> checks = new ArrayList<>();
        for (int i = 0; i < writes.size(); i++) {
            Write write = writes.get(i);
            if (write instanceof Write.Check) {
                checks.add(write);
                continue;
            }
            try {
                if (statement(write).executeUpdate() == 0) {
                    conflicts.add(write);
                }
            } catch (SQLException e) {
                link.forgetStatements();
                if (!dialect.isUniqueViolation(e)) {
                    throw e;
                }
                if (!again) {
                    conflicts.addAll(stale(writes.subList(i, writes.size())));
                    requireNone(conflicts);
                }
                throw duplicate(write, e);
            }
        }
        conflicts.addAll(stale(checks));
        requireNone(conflicts);
    }

    private PreparedStatement statement(Write write) throws SQLException {
        DocumentTable table = tables.document(write.type());
        if (write instanceof Write.Insert insert) {
            return table.insert(link, tenant.value(), insert.document());
        } else if (write instanceof Write.Replace replace) {
            return table.replace(link, tenant.value(), replace.document());
        } else if (write instanceof Write.Delete delete) {
            return table.delete(link, tenant.value(), delete.id(), delete.version());
        }
        throw new IllegalStateException("not a write that changes something: " + write.getClass());
    }

    private static void requireNone(List<Write> conflicts) {
        if (!conflicts.isEmpty()) {
            throw new ConflictException(conflicts.stream().map(Write::id).toList(), null);
        }
    }

    /** Those of some writes not yet done that the stored versions contradict. */
    private List<Write> stale(List<Write> writes) throws SQLException {
        return writes.isEmpty() ? List.of() : new StoredVersions(tables, link, tenant).contradicting(writes);
    }

    private StorageException duplicate(Write write, SQLException violation) {
        DocumentTable table = tables.document(write.type());
        for (UniqueKey key : table.type().uniqueKeys()) {
            if (dialect.isAbout(violation, table.name(), table.indexName(key.name()), key.fields())) {
                return new DuplicateException(write.type(), key.name(), violation);
            }
        }
        return dialect.translate(violation, false);
    }

    /** Whether a document of the batch may need a value that another one gives up. */
    private boolean mayPassValuesOn(List<Write> writes) {
        return writes.size() > 1
                && writes.stream()
                        .anyMatch(write -> write instanceof Write.Replace
                                && tables.document(write.type()).hasKeys());
    }

    private void clearKeys(Document document) throws SQLException {
        DocumentTable table = tables.document(document.type());
        if (table.hasKeys()) {
            table.clearKeys(link, tenant.value(), document).executeUpdate();
        }
    }
}
