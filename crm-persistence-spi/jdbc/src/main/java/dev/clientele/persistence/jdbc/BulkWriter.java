package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A writer of many documents in one statement, for databases behind a network. */
interface BulkWriter {

    /**
     * Writes documents of one type by writes of one kind.
     *
     * @return the ids of those that were done; the others met another version than expected
     */
    Set<UUID> writeAll(DocumentTable table, JdbcConnection link, TenantId tenant, List<? extends Write> writes)
            throws SQLException;

    /**
     * Stores the values of computed columns.
     *
     * @return the ids of the documents that are there
     */
    Set<UUID> compute(
            DocumentTable table,
            JdbcConnection link,
            TenantId tenant,
            List<FieldColumn> columns,
            List<ComputedValues> rows)
            throws SQLException;
}
