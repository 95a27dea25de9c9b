/**
 * The storage adapter for relational databases: one engine, and one dialect for each database.
 *
 * <p>Applications open a {@link dev.clientele.persistence.jdbc.SqliteStorage} on a file, and join transactions of their own
 * with {@link dev.clientele.persistence.jdbc.JdbcTransaction}. A server's database is opened by {@link
 * dev.clientele.persistence.jdbc.PostgresStorage}, a file without native code by {@link
 * dev.clientele.persistence.jdbc.H2Storage}. Each tells by {@link dev.clientele.persistence.jdbc.SessionMetrics} how its
 * sessions fare. Nothing else here is for applications.
 *
 * <p>Inside, from the door to the database: {@code JdbcStorage} opens {@code JdbcSession}s, each in a
 * {@code SessionTransaction} (its own, or a joined one) on a {@code JdbcConnection}, which keeps prepared statements and
 * comes from a {@code ConnectionPool}, in whose {@code LeaseQueue} callers wait their turn until a {@code Deadline}. {@code RowQuery} reads pages and scans as {@code IndexRange}s,
 * {@code AggregateQuery} lets the database aggregate, {@code CriteriaSql} compiles conditions, {@code DocumentWriter}
 * writes batches, {@code LogAppender} appends entries and {@code LogPositionReader} follows them. {@code DocumentTable} and
 * {@code LogTable} know columns and statements; {@code SchemaPlan} works out what has to be created, and
 * {@code JdbcMigration} does it. All that differs between databases is in {@code Dialect}.
 *
 * <p>Every statement on stored data carries the tenant as a bound parameter, and nothing that a caller gives becomes text
 * of a statement.
 */
@NullMarked
package dev.clientele.persistence.jdbc;

import org.jspecify.annotations.NullMarked;
