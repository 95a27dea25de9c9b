/**
 * Which account lies in which territory, by rules.
 *
 * <p>A {@link dev.clientele.b2b.coverage.territory.TerritoryRule} is a criteria over accounts; {@link
 * dev.clientele.b2b.coverage.territory.TerritoryPlan} takes all of them down the tree of territories and says where an account lies and
 * by which way. {@link dev.clientele.b2b.coverage.territory.TerritoryRules} keeps them, says what would move and moves it.
 *
 * <pre>{@code
 * b2b.coverage().territoryRules().add(TerritoryRule.of(germany, 1, Account.COUNTRY.is(Country.of("DE"))));
 * TerritoryReport what = b2b.coverage().territoryRules().dryRun(Criteria.always());
 * b2b.coverage().territoryRules().run(Criteria.always());
 * }</pre>
 */
@NullMarked
package dev.clientele.b2b.coverage.territory;

import org.jspecify.annotations.NullMarked;
