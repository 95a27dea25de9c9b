package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * An attempt to write a batch. Notes the writes that met another version than expected and goes on, so that all are found.
 *
 * <p>A database in this process is given one statement after the other, so that it is known which one failed; one behind a
 * network gets those of a kind together.
 */
final class BatchAttempt {

    private final SchemaTables tables;
    private final Dialect dialect;
    private final JdbcConnection link;
    private final TenantId tenant;
    private final boolean changesOnly;
    private final List<Write> conflicts = new ArrayList<>();
    private final List<Write> checks = new ArrayList<>();

    /**
     * Creates an attempt in this transaction.
     *
     * @param changesOnly true if what is in the database is what was read from it, so that only what differs needs writing
     */
    BatchAttempt(SchemaTables tables, JdbcConnection link, TenantId tenant, boolean changesOnly) {
        this.tables = tables;
        this.dialect = tables.dialect();
        this.link = link;
        this.tenant = tenant;
        this.changesOnly = changesOnly;
    }

    List<Write> conflicts() {
        return conflicts;
    }

    /** Writes everything but checks. */
    void writeAll(List<Write> writes) throws SQLException, KeyTakenException {
        BulkWriter batching = dialect.bulkWriter();
        int start = 0;
        while (start < writes.size()) {
            int end = start + 1;
            while (end < writes.size() && isSameKind(writes.get(start), writes.get(end))) {
                end++;
            }
            if (writes.get(start) instanceof Write.Check) {
                checks.addAll(writes.subList(start, end));
            } else if (batching == null || end == start + 1) {
                writeEach(writes, start, end);
            } else {
                writeBulk(batching, writes, start, end);
            }
            start = end;
        }
    }

    private static boolean isSameKind(Write left, Write right) {
        return left.getClass() == right.getClass() && left.type().equals(right.type());
    }

    private void writeEach(List<Write> writes, int start, int end) throws SQLException, KeyTakenException {
        for (int i = start; i < end; i++) {
            Write write = writes.get(i);
            try {
                if (statement(write).executeUpdate() == 0) {
                    conflicts.add(write);
                }
            } catch (SQLException e) {
                if (dialect.isSkippedInsert(e, tables.document(write.type()).name())) {
                    conflicts.add(write);
                } else {
                    throw keyTaken(write, e, writes.subList(i, writes.size()));
                }
            }
        }
    }

    private void writeBulk(BulkWriter batching, List<Write> writes, int start, int end)
            throws SQLException, KeyTakenException {
        List<Write> some = writes.subList(start, end);
        Write first = some.get(0);
        try {
            Set<UUID> done = batching.writeAll(tables.document(first.type()), link, tenant, some);
            for (Write write : some) {
                if (!done.contains(write.id())) {
                    conflicts.add(write);
                }
            }
        } catch (SQLException e) {
            throw keyTaken(first, e, writes.subList(start, writes.size()));
        }
    }

    private KeyTakenException keyTaken(Write write, SQLException error, List<Write> notDone) throws SQLException {
        if (dialect.isUniqueViolation(error)) {
            return new KeyTakenException(write.type(), error, notDone);
        }
        throw error;
    }

    private PreparedStatement statement(Write write) throws SQLException {
        DocumentTable table = tables.document(write.type());
        if (write instanceof Write.Insert insert) {
            return table.insert(link, tenant.value(), insert.document());
        } else if (write instanceof Write.Replace replace) {
            Document before = replace.before();
            return changesOnly && before != null
                    ? table.replaceChanged(link, tenant.value(), before, replace.document())
                    : table.replace(link, tenant.value(), replace.document());
        } else if (write instanceof Write.Delete delete) {
            return table.delete(link, tenant.value(), delete.id(), delete.version());
        }
        throw new IllegalStateException("not a write that changes something: " + write.getClass());
    }

    /** Compares the checks of the batch with what is stored. */
    void runChecks() throws SQLException {
        if (!checks.isEmpty()) {
            conflicts.addAll(new StoredVersionCheck(tables, link, tenant).findConflicts(checks));
        }
    }
}
