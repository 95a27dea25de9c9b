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
 * <p>The suites by subject:
 *
 * <ul>
 *   <li>documents: {@link dev.clientele.persistence.tck.DocumentContract}, {@link dev.clientele.persistence.tck.KeyContract},
 *       {@link dev.clientele.persistence.tck.RoundTripContract}, {@link dev.clientele.persistence.tck.ComputedContract}, {@link
 *       dev.clientele.persistence.tck.IndexUpkeepContract};
 *   <li>answers: {@link dev.clientele.persistence.tck.CriteriaContract}, {@link
 *       dev.clientele.persistence.tck.SetCriteriaContract}, {@link dev.clientele.persistence.tck.PagingContract}, {@link
 *       dev.clientele.persistence.tck.LimitContract}, {@link dev.clientele.persistence.tck.AggregationContract}, {@link
 *       dev.clientele.persistence.tck.SelectiveReadContract};
 *   <li>logs: {@link dev.clientele.persistence.tck.LogContract}, {@link dev.clientele.persistence.tck.LogKeyContract}, {@link
 *       dev.clientele.persistence.tck.FollowContract}, {@link dev.clientele.persistence.tck.ChangeOrderContract}, {@link
 *       dev.clientele.persistence.tck.PruningContract}, {@link dev.clientele.persistence.tck.RedactionContract};
 *   <li>sessions: {@link dev.clientele.persistence.tck.TransactionContract}, {@link
 *       dev.clientele.persistence.tck.ReadPathContract}, {@link dev.clientele.persistence.tck.ArgumentContract}, {@link
 *       dev.clientele.persistence.tck.RaceContract}, {@link dev.clientele.persistence.tck.WaitingContract}, {@link
 *       dev.clientele.persistence.tck.TenantContract}, {@link dev.clientele.persistence.tck.TenantListContract};
 *   <li>schemas: {@link dev.clientele.persistence.tck.SchemaContract}, {@link
 *       dev.clientele.persistence.tck.SchemaLifecycleContract};
 *   <li>several storages on one database: {@link dev.clientele.persistence.tck.ReopeningContract}, {@link
 *       dev.clientele.persistence.tck.ConcurrentStoragesContract};
 *   <li>a host that plays its part by a {@link dev.clientele.persistence.tck.HostTransactionHandle}: {@link
 *       dev.clientele.persistence.tck.HostTransactionContract};
 *   <li>what an adapter declares: {@link dev.clientele.persistence.tck.CapabilityContract}.
 * </ul>
 *
 * <p>Properties are {@link dev.clientele.persistence.tck.ProgramPropertyContract} and
 * {@link dev.clientele.persistence.tck.QueryPropertyContract}, both a
 * {@link dev.clientele.persistence.tck.PropertyContract}. Processes are killed by
 * {@link dev.clientele.persistence.tck.CrashContract}, and {@link dev.clientele.persistence.tck.StreamContract} moves
 * more than fits in memory; both are a {@link dev.clientele.persistence.tck.ProcessSuite} that opens storages by a
 * {@link dev.clientele.persistence.tck.StorageOpener}. {@link dev.clientele.persistence.tck.StorageContract}, {@link
 * dev.clientele.persistence.tck.TenantSuite} and {@link dev.clientele.persistence.tck.SchemaSuite} are the common parts of the
 * rest, and {@link dev.clientele.persistence.tck.RuleDisplayNames} writes their names as sentences.
 *
 * <p>For tests beside these, a {@link dev.clientele.persistence.tck.ForwardingStorage} with its {@link
 * dev.clientele.persistence.tck.ForwardingSession}s does what another storage does, but for what a subclass changes.
 */
@NullMarked
package dev.clientele.persistence.tck;

import org.jspecify.annotations.NullMarked;
