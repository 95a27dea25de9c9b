package dev.clientele.b2b.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Shared;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.exchange.deals.SalesPipelineImport;
import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.hierarchy.Hierarchy;
import dev.clientele.core.value.ExchangeRates;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Scenario 2, sums over a hierarchy of accounts.
 *
 * <p>Acme Corporation has four subsidiaries and Sonron three; the deals that we won with them are those of real files. What a
 * parent is worth to us is its own deals and those of all below it. Nobody can become their own ancestor. And when a company is
 * sold to another, its sums go with it and nothing is lost on the way.
 */
@ParameterizedClass
@EnumSource(Store.class)
class HierarchyRollUpScenarioTest extends StoredTest {

    private static final CurrencyUnit USD = CurrencyUnit.USD;

    HierarchyRollUpScenarioTest(Store store) {
        super(store);
    }

    @BeforeEach
    void the_two_families_and_their_deals() {
        SalesPipelineImport.accounts(session);
        SalesPipelineImport.reps(session);
        Set<String> names = Stream.of("Acme Corporation", "Sonron")
                .flatMap(top -> b2b.accounts().subtree(named(top).id()).records().stream())
                .map(Account::name)
                .collect(Collectors.toSet());
        List<String> lines = Shared.lines("data/sales-pipeline/sales_pipeline.csv");
        String theirs = lines.stream()
                .filter(line -> line.equals(lines.get(0)) || names.contains(line.split(",", -1)[3]))
                .collect(Collectors.joining("\n"));
        assertThat(SalesPipelineImport.deals()
                        .run(session, new StringReader(theirs))
                        .isFullyImported())
                .isTrue();
    }

    private Account named(String name) {
        return b2b.accounts().query(Account.NAME.is(name)).first().orElseThrow();
    }

    /** What was won with each account and all below it. */
    private Map<Id<Account>, Money> wonInFamilies() {
        Map<Id<Account>, Money> own = new HashMap<>();
        b2b.insight()
                .analytics()
                .winLossBy(
                        deal -> deal.require(Opportunity.ACCOUNT),
                        SalesPipelineImport.LAST_DAY,
                        USD,
                        ExchangeRates.none())
                .forEach((account, figures) -> own.put(account, figures.wonValue()));
        return b2b.accounts().hierarchy().rollUp(own, Money.zero(USD), Money::plus);
    }

    private Money won(String name) {
        return wonInFamilies().get(named(name).id());
    }

    private Money total() {
        Map<Id<Account>, Money> sums = wonInFamilies();
        return b2b.accounts().hierarchy().roots().stream()
                .map(top -> sums.get(top.id()))
                .reduce(Money.zero(USD), Money::plus);
    }

    @Test
    void a_parent_is_worth_its_own_deals_and_those_of_all_below() {
        Hierarchy<Account> trees = b2b.accounts().hierarchy();

        assertThat(trees.children(named("Acme Corporation").id())).hasSize(4);
        assertThat(trees.children(named("Sonron").id())).hasSize(3);
        assertThat(won("Acme Corporation")).isEqualTo(usd("519349"));
        assertThat(won("Sonron")).isEqualTo(usd("479028"));
        assertThat(total()).isEqualTo(usd("998377"));
    }

    @Test
    void nobody_is_above_themselves() {
        Account acme = named("Acme Corporation");
        Account bluth = named("Bluth Company");
        Account below = b2b.accounts().changeParent(named("Sonron"), bluth);

        assertThatThrownBy(() -> b2b.accounts().changeParent(acme, acme)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> b2b.accounts().changeParent(acme, bluth)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> b2b.accounts().changeParent(acme, below)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> b2b.accounts().save(acme.withParent(below))).isInstanceOf(InvalidException.class);
        assertThat(b2b.accounts().get(acme.id())).isEqualTo(acme);
        assertThat(b2b.accounts().ancestors(below.id()))
                .extracting(Account::name)
                .containsExactly("Bluth Company", "Acme Corporation");
    }

    @Test
    void re_parenting_moves_the_sums_and_loses_nothing() {
        Money bluth = won("Bluth Company");

        b2b.accounts().changeParent(named("Bluth Company"), named("Sonron"));
        assertThat(won("Acme Corporation")).isEqualTo(usd("519349").minus(bluth));
        assertThat(won("Sonron")).isEqualTo(usd("479028").plus(bluth));
        assertThat(total()).isEqualTo(usd("998377"));

        b2b.accounts().changeParent(named("Sonron"), named("Acme Corporation"));
        assertThat(won("Acme Corporation")).isEqualTo(usd("998377"));
        assertThat(won("Sonron")).isEqualTo(usd("479028").plus(bluth));

        b2b.accounts().changeParent(named("Bluth Company"), null);
        assertThat(won("Acme Corporation")).isEqualTo(usd("998377").minus(bluth));
        assertThat(won("Bluth Company")).isEqualTo(bluth);
        assertThat(total()).isEqualTo(usd("998377"));
    }
}
