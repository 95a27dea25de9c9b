package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.coverage.territory.TerritoryReport;
import dev.clientele.b2b.coverage.territory.TerritoryRule;
import dev.clientele.b2b.coverage.territory.TerritoryRules;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.team.Territory;
import dev.clientele.core.error.StaleVersionException;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.testing.Race;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The invariants of territories when 32 move accounts at once. */
@ParameterizedClass
@EnumSource(Store.class)
class TerritoryRaceTest extends StoredTest {

    private static final int ACCOUNTS = 10;

    private Territory north;
    private Territory south;
    private TerritoryRule northern;
    private TerritoryRule southern;
    private List<Account> accounts;

    TerritoryRaceTest(Store store) {
        super(store);
    }

    @BeforeEach
    void everything_lies_in_the_north() {
        north = b2b.teams().territories().add(Territory.of("N", "North"));
        south = b2b.teams().territories().add(Territory.of("S", "South"));
        TerritoryRules rules = b2b.coverage().territoryRules();
        northern = rules.add(TerritoryRule.of(north, 1, Criteria.always()));
        southern = rules.add(TerritoryRule.of(south, 2, Criteria.always()));
        Pipeline pipeline = b2b.deals().pipelines().add(Pipeline.standard());
        accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> account("Customer " + i))
                .toList();
        accounts.forEach(account -> b2b.deals().open(account, pipeline, "Deal", eur("1")));
    }

    private void assertEverythingLiesIn(Territory territory) {
        assertThat(b2b.accounts().query(Account.TERRITORY.is(territory.id())).count())
                .isEqualTo(ACCOUNTS);
        assertThat(b2b.deals().query(Opportunity.TERRITORY.is(territory.id())).count())
                .isEqualTo(ACCOUNTS);
    }

    @Test
    void runs_beside_each_other_move_each_account_once_with_its_deals() {
        List<TerritoryReport> reports =
                Race.all(i -> actor(i).coverage().territoryRules().run(Criteria.always()));

        assertEverythingLiesIn(north);
        assertThat(reports.stream().mapToLong(TerritoryReport::moved).sum()).isEqualTo(ACCOUNTS);
    }

    @Test
    void an_account_that_many_place_is_moved_once() {
        Race.count(i -> actor(i).coverage().territoryRules().place(accounts.get(0)), StaleVersionException.class);

        Account moved = b2b.accounts().get(accounts.get(0).id());
        assertThat(moved.get(Account.TERRITORY)).isEqualTo(north.id());
        assertThat(moved.version()).isEqualTo(accounts.get(0).version() + 1);
    }

    @Test
    void no_account_goes_back_by_a_rule_that_no_longer_stands() {
        b2b.coverage().territoryRules().run(Criteria.always());

        Race.all(i -> {
            TerritoryRules rules = actor(i).coverage().territoryRules();
            if (i == 7) {
                rules.saveAll(List.of(northern.with(TerritoryRule.RANK, 2L), southern.with(TerritoryRule.RANK, 1L)));
            }
            return rules.run(Criteria.always());
        });

        assertEverythingLiesIn(south);
    }
}
