package dev.clientele.persistence.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Everything in which one database differs from another. One class each, stateless and thread-safe.
 *
 * <p>What is not asked of a dialect is plain SQL that all of them understand alike: {@code is not true}, {@code nulls last},
 * {@code limit}, savepoints, quoted lower-case names.
 */
interface Dialect extends ColumnTypes, MeasureSql, SchemaSql, TransactionRules {

    /** As the driver tells its database's name; a host's connection to any other is refused. */
    String productName();

    /** How entries are appended to a log. */
    LogAppender logAppender();

    /** How many documents are written at once; null if one after the other is best. */
    default @Nullable BulkWriter bulkWriter() {
        return null;
    }
}
