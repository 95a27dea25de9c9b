/**
 * The conformance kit: what every storage adapter must pass, for our adapters and for anybody's.
 *
 * <p>An adapter's author writes a {@link dev.clientele.persistence.tck.StorageFixture}, which makes and removes a database,
 * and two small test classes, one extending {@link dev.clientele.persistence.tck.StorageConformance} and one {@link
 * dev.clientele.persistence.tck.StorageProperties}. Each test's name begins with the rule that it checks, as numbered in
 * {@link dev.clientele.persistence.Storage}, {@link dev.clientele.persistence.StorageSession} and {@link
 * dev.clientele.persistence.criteria}. What an adapter may lack is listed in {@link
 * dev.clientele.persistence.tck.Capability}.
 *
 * <p>The suites by subject: {@link dev.clientele.persistence.tck.DocumentContract},
 * {@link dev.clientele.persistence.tck.KeyContract}, {@link dev.clientele.persistence.tck.RoundTripContract} and
 * {@link dev.clientele.persistence.tck.CriteriaContract} for documents,
 * {@link dev.clientele.persistence.tck.PagingContract} and {@link dev.clientele.persistence.tck.AggregationContract}
 * for answers, {@link dev.clientele.persistence.tck.LogContract} and
 * {@link dev.clientele.persistence.tck.FollowContract} for logs,
 * {@link dev.clientele.persistence.tck.TransactionContract}, {@link dev.clientele.persistence.tck.RaceContract} and
 * {@link dev.clientele.persistence.tck.TenantContract} for sessions,
 * {@link dev.clientele.persistence.tck.SchemaContract} for schemas,
 * {@link dev.clientele.persistence.tck.ReopeningContract} for several storages on one database,
 * {@link dev.clientele.persistence.tck.HostTransactionContract} for a host that plays its part by a
 * {@link dev.clientele.persistence.tck.HostTransactionHandle},
 * {@link dev.clientele.persistence.tck.CapabilityContract} for what an adapter declares.
 *
 * <p>Properties are {@link dev.clientele.persistence.tck.ProgramPropertyContract} and
 * {@link dev.clientele.persistence.tck.QueryPropertyContract}, both a
 * {@link dev.clientele.persistence.tck.PropertyContract}. Processes are killed by
 * {@link dev.clientele.persistence.tck.CrashContract}, and {@link dev.clientele.persistence.tck.StreamContract} moves
 * more than fits in memory; both are a {@link dev.clientele.persistence.tck.ProcessSuite} that opens storages by a
 * {@link dev.clientele.persistence.tck.StorageOpener}. {@link dev.clientele.persistence.tck.StorageContract} and
 * {@link dev.clientele.persistence.tck.SchemaSuite} are the common parts of the rest, and
 * {@link dev.clientele.persistence.tck.RuleDisplayNames} writes their names as sentences.
 */
@NullMarked
package dev.clientele.persistence.tck;

import org.jspecify.annotations.NullMarked;
