/**
 * The storage adapter for relational databases: one engine, and one dialect for each database.
 *
 * <p>Applications open a {@link dev.clientele.persistence.jdbc.SqliteStorage} on a file, and join transactions of their own
 * with {@link dev.clientele.persistence.jdbc.JdbcTransaction}. Nothing else here is public.
 *
 * <p>Inside, from the door to the database: {@code JdbcStorage} opens {@code JdbcSession}s, each in a {@code Transaction}
 * (its own, or a joined one) on a {@code Link}, a connection with its prepared statements that comes from
 * {@code ConnectionPool}. {@code RowQuery} reads pages and scans as {@code Segment}s of an index, {@code AggregateQuery} lets the
 * database compute figures, {@code CriteriaSql} compiles conditions, {@code DocumentWriter} and {@code LogWrites} write.
 * {@code DocumentTable} and {@code LogTable} know columns and statements; {@code SchemaPlan} works out what has to be
 * created, and {@code JdbcMigration} does it. All that differs between databases is in {@code Dialect}.
 *
 * <p>Every statement on stored data carries the tenant as a bound parameter, and nothing that a caller gives becomes text
 * of a statement.
 */
@NullMarked
package dev.clientele.persistence.jdbc;

import org.jspecify.annotations.NullMarked;
