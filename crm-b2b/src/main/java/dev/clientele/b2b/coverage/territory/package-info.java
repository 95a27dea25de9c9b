/**
 * Placement of accounts in territories, by rules.
 *
 * <p>A {@link dev.clientele.b2b.coverage.territory.TerritoryRule} is a criteria over accounts; {@link
 * dev.clientele.b2b.coverage.territory.TerritoryPlan} takes all of them down the hierarchy of territories and finds the
 * territory of an account, with the path to it. {@link dev.clientele.b2b.coverage.territory.TerritoryRules} stores
 * them, reports what would move and moves it.
 *
 * <p>A plan's answer is a {@link dev.clientele.b2b.coverage.territory.TerritoryPlacement}; a run's report lists each
 * {@link dev.clientele.b2b.coverage.territory.TerritoryMove}.
 *
 * <pre>{@code
 * b2b.coverage().territoryRules().add(TerritoryRule.of(germany, 1, Account.COUNTRY.is(Country.of("DE"))));
 * TerritoryReport report = b2b.coverage().territoryRules().dryRun(Criteria.always());
 * b2b.coverage().territoryRules().run(Criteria.always());
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.coverage.territory;

import org.jspecify.annotations.NullMarked;
