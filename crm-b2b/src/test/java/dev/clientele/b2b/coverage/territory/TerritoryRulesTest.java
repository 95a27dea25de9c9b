package dev.clientele.b2b.coverage.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.coverage.territory.TerritoryReport.TerritoryPair;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.access.Actor;
import dev.clientele.core.customer.Country;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A world (a heading) of EMEA, with Germany as a part, and America. */
@ParameterizedClass
@EnumSource(Store.class)
class TerritoryRulesTest extends StoredTest {

    private static final Country DE = Country.of("DE");
    private static final Country FR = Country.of("FR");
    private static final Country US = Country.of("US");
    private static final Country JP = Country.of("JP");

    private Territory emea;
    private Territory germany;
    private Territory america;

    TerritoryRulesTest(Store store) {
        super(store);
    }

    @BeforeEach
    void divideTheWorld() {
        Territory world = b2b.teams().territories().add(Territory.of("WORLD", "All"));
        emea = part("EMEA", world);
        germany = part("DE", emea);
        america = part("AMER", world);
        b2b.coverage().territoryRules().add(TerritoryRule.of(emea, 1, Account.COUNTRY.in(List.of(DE, FR))));
        b2b.coverage().territoryRules().add(TerritoryRule.of(germany, 1, Account.COUNTRY.is(DE)));
        b2b.coverage().territoryRules().add(TerritoryRule.of(america, 2, Account.COUNTRY.is(US)));
    }

    private Territory part(String code, Territory of) {
        return b2b.teams().territories().add(Territory.of(code, code).with(Territory.PARENT, of.id()));
    }

    private Account account(String name, Country country) {
        return b2b.accounts().add(Account.named(name).with(Account.COUNTRY, country));
    }

    private @Nullable Id<Territory> territory(Account account) {
        return b2b.accounts().get(account.id()).get(Account.TERRITORY);
    }

    @Test
    void an_account_lies_as_deep_as_the_rules_lead_and_the_way_is_told() {
        TerritoryPlan plan = b2b.coverage().territoryRules().plan();

        assertThat(plan.place(account("Siemens", DE), NOW))
                .isEqualTo(new TerritoryPlacement(germany.id(), List.of("WORLD", "EMEA", "DE")));
        assertThat(plan.place(account("Renault", FR), NOW).explanation())
                .isEqualTo("WORLD > EMEA: all rules on the way are met");
        assertThat(plan.place(account("Toyota", JP), NOW)).isEqualTo(TerritoryPlacement.UNASSIGNED);
    }

    @Test
    void a_part_takes_only_what_the_whole_takes_and_the_lower_place_comes_first() {
        b2b.coverage()
                .territoryRules()
                .save(b2b.coverage()
                        .territoryRules()
                        .findByTerritory(germany)
                        .orElseThrow()
                        .withCriteria(Criteria.always()));
        b2b.coverage()
                .territoryRules()
                .save(b2b.coverage()
                        .territoryRules()
                        .findByTerritory(america)
                        .orElseThrow()
                        .withCriteria(Criteria.always()));

        TerritoryPlan plan = b2b.coverage().territoryRules().plan();

        assertThat(plan.place(account("Renault", FR), NOW).territory()).isEqualTo(germany.id());
        assertThat(plan.place(account("Toyota", JP), NOW).territory()).isEqualTo(america.id());
    }

    @Test
    void a_dry_run_says_what_the_run_then_moves_and_a_second_run_moves_nothing() {
        Account siemens = account("Siemens", DE);
        Account ford = account("Ford", US);
        Account toyota = account("Toyota", JP);

        TerritoryReport dry = b2b.coverage().territoryRules().dryRun(Criteria.always());
        assertThat(territory(siemens)).isNull();
        TerritoryReport done = b2b.coverage().territoryRules().run(Criteria.always());

        assertThat(done).isEqualTo(dry);
        assertThat(done.examined()).isEqualTo(3);
        assertThat(done.counts())
                .containsOnlyKeys(new TerritoryPair(null, germany.id()), new TerritoryPair(null, america.id()))
                .containsValue(1L);
        assertThat(territory(siemens)).isEqualTo(germany.id());
        assertThat(territory(ford)).isEqualTo(america.id());
        assertThat(territory(toyota)).isNull();
        assertThat(b2b.coverage().territoryRules().run(Criteria.always()).moved())
                .isZero();
    }

    @Test
    void changed_rules_move_accounts_with_their_open_deals_and_not_their_closed_ones() {
        Account siemens = b2b.coverage().territoryRules().place(account("Siemens", DE));
        Opportunity open = b2b.deals().open(siemens, Pipeline.standard(), "Turbines", eur("10"));
        Opportunity won = b2b.deals().win(b2b.deals().open(siemens, Pipeline.standard(), "Pumps", eur("10")));
        Opportunity abroad = b2b.deals()
                .open(Opportunity.of(siemens, "Valves").with(Opportunity.TERRITORY, america.id()), Pipeline.standard());

        b2b.coverage()
                .territoryRules()
                .remove(b2b.coverage().territoryRules().findByTerritory(germany).orElseThrow());
        b2b.coverage()
                .territoryRules()
                .save(b2b.coverage()
                        .territoryRules()
                        .findByTerritory(emea)
                        .orElseThrow()
                        .withCriteria(Criteria.never()));
        b2b.coverage().territoryRules().add(TerritoryRule.of(germany, 1, Criteria.never()));
        TerritoryReport dry = b2b.coverage().territoryRules().dryRun(Account.COUNTRY.is(DE));
        TerritoryReport done = b2b.coverage().territoryRules().run(Account.COUNTRY.is(DE));

        assertThat(done).isEqualTo(dry);
        assertThat(done.deals()).isEqualTo(1);
        assertThat(territory(siemens)).isNull();
        assertThat(b2b.deals().get(open.id()).get(Opportunity.TERRITORY)).isNull();
        assertThat(b2b.deals().get(won.id())).isEqualTo(won);
        assertThat(b2b.deals().get(abroad.id())).isEqualTo(abroad);
    }

    @Test
    void what_was_put_somewhere_by_hand_stays_until_it_is_released() {
        Account siemens = b2b.coverage().territoryRules().pin(account("Siemens", DE), america);

        b2b.coverage().territoryRules().run(Criteria.always());
        assertThat(territory(siemens)).isEqualTo(america.id());
        b2b.coverage().territoryRules().release(b2b.accounts().get(siemens.id()));
        b2b.coverage().territoryRules().run(Criteria.always());

        assertThat(territory(siemens)).isEqualTo(germany.id());
    }

    @Test
    void an_account_that_no_rule_covers_stays_in_a_territory_without_one() {
        Territory named = b2b.teams().territories().add(Territory.of("NAMED", "Named accounts"));
        Account toyota = account("Toyota", JP);
        b2b.accounts().save(toyota.with(Account.TERRITORY, named.id()));

        assertThat(b2b.coverage().territoryRules().run(Criteria.always()).moved())
                .isZero();
    }

    @Test
    void many_accounts_are_placed_in_several_transactions() {
        b2b.accounts()
                .addAll(IntStream.range(0, 450)
                        .mapToObj(i -> Account.named("Company " + i).with(Account.COUNTRY, i % 2 == 0 ? DE : US))
                        .toList());

        TerritoryReport done = b2b.coverage().territoryRules().run(Criteria.always());

        assertThat(done.counts())
                .containsEntry(new TerritoryPair(null, germany.id()), 225L)
                .containsEntry(new TerritoryPair(null, america.id()), 225L);
        assertThat(b2b.accounts().query(Account.TERRITORY.isMissing()).count()).isZero();
    }

    @Test
    void a_rule_that_does_not_fit_accounts_is_refused() {
        Territory asia = b2b.teams().territories().add(Territory.of("APAC", "Asia"));

        assertThatThrownBy(() ->
                        b2b.coverage().territoryRules().add(TerritoryRule.of(asia, 1, Criteria.equal("colour", "red"))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("doesn't fit account");
    }

    @Test
    void another_tenant_has_no_rules() {
        B2b other = B2b.in(crm.session(TenantId.of("other"), Actor.user("eve")));
        other.accounts().add(Account.named("Siemens").with(Account.COUNTRY, DE));

        assertThat(other.coverage().territoryRules().dryRun(Criteria.always()).moved())
                .isZero();
    }
}
