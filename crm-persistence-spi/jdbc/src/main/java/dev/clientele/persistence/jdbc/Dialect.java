package dev.clientele.persistence.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * The dialect of a database: everything in which it differs from others. One class each, stateless and thread-safe.
 *
 * <p>What is not asked of a dialect is plain SQL that all of them understand alike: {@code is not true}, {@code nulls last},
 * {@code limit}, savepoints, quoted lower-case names.
 */
interface Dialect extends ColumnTypes, MeasureSql, SchemaSql, TransactionRules {

    /** Returns the product name that the driver tells; a host's connection to any other database is refused. */
    String productName();

    /** Returns the appender of log entries. */
    LogAppender logAppender();

    /** Returns the writer of many documents at once; null if one after the other is best. */
    default @Nullable BulkWriter bulkWriter() {
        return null;
    }
}
