package dev.clientele.b2b.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.B2b;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.insight.forecast.ForecastPeriod;
import dev.clientele.core.Crm;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.value.ExchangeRates;
import dev.clientele.core.value.MoneyTotals;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class ChannelRevenuePropertyTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final ForecastPeriod YEAR = ForecastPeriod.ofYear(2027);
    private static final int PARTNERS = 3;

    /** A deal in short; partner 0 stands for none. */
    record Deal(int cents, boolean dollars, boolean won, int day, int source, Set<Integer> helpers) {
        Money amount() {
            return Money.ofMinor(dollars ? CurrencyUnit.USD : CurrencyUnit.EUR, cents);
        }
    }

    @Provide
    Arbitrary<List<Deal>> deals() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1_000_000),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(-30, 400),
                        Arbitraries.integers().between(0, PARTNERS),
                        Arbitraries.integers().between(1, PARTNERS).set().ofMaxSize(PARTNERS))
                .as(Deal::new)
                .list()
                .ofMaxSize(25);
    }

    private static final ExchangeRates RATES = ExchangeRates.builder()
            .quote(CurrencyUnit.USD, CurrencyUnit.EUR, LocalDate.of(2026, 1, 1), new BigDecimal("0.9137"))
            .quote(CurrencyUnit.USD, CurrencyUnit.EUR, LocalDate.of(2027, 6, 1), new BigDecimal("0.8519"))
            .build();

    private static B2b stored(List<Deal> deals) {
        B2b b2b = B2b.in(Crm.on(MemoryStorage.create())
                .types(B2b.types())
                .build()
                .session(TenantId.of("acme"), Actor.process("test")));
        List<Id<Account>> partners = new ArrayList<>();
        for (int i = 1; i <= PARTNERS; i++) {
            Account account = b2b.accounts().add(Account.named("Partner " + i));
            partners.add(b2b.partners().enroll(account, PartnerType.RESELLER).account());
        }
        Pipeline pipeline = b2b.deals().pipelines().add(Pipeline.standard());
        for (Deal deal : deals) {
            Opportunity opened = Opportunity.named("Deal")
                    .with(Opportunity.AMOUNT, deal.amount())
                    .with(Opportunity.SOURCED_BY, deal.source() == 0 ? null : partners.get(deal.source() - 1))
                    .openedIn(pipeline, Instant.EPOCH);
            LocalDate day = START.plusDays(deal.day());
            Opportunity stored = b2b.deals().add(deal.won() ? opened.won(pipeline, Instant.EPOCH, day, null) : opened);
            deal.helpers().stream()
                    .filter(helper -> helper != deal.source())
                    .forEach(helper -> b2b.partners().addInfluence(stored, partners.get(helper - 1), null));
        }
        return b2b;
    }

    private static List<Deal> wonInTheYear(List<Deal> deals) {
        return deals.stream()
                .filter(deal -> deal.won() && YEAR.contains(START.plusDays(deal.day())))
                .toList();
    }

    @Property(tries = 60)
    void what_partners_brought_and_what_is_our_own_is_everything_that_was_won(@ForAll("deals") List<Deal> deals) {
        B2b b2b = stored(deals);

        ChannelRevenue revenue = b2b.partners().revenue(YEAR, CurrencyUnit.EUR, RATES);

        assertThat(revenue.total()).isEqualTo(revenue.sourced().plus(revenue.direct()));
        assertThat(revenue.total())
                .isEqualTo(b2b.insight()
                        .forecast()
                        .closingIn(YEAR)
                        .by(Opportunity.SOURCED_BY)
                        .in(CurrencyUnit.EUR, RATES)
                        .closed());
        assertThat(revenue.deals()).isEqualTo(wonInTheYear(deals).size());
    }

    @Property(tries = 60)
    void in_one_currency_not_a_cent_is_lost_or_counted_twice(@ForAll("deals") List<Deal> deals) {
        List<Deal> euros = deals.stream().filter(deal -> !deal.dollars()).toList();

        ChannelRevenue revenue = stored(euros).partners().revenue(YEAR, CurrencyUnit.EUR, ExchangeRates.none());

        assertThat(revenue.total()).isEqualTo(sum(wonInTheYear(euros)));
        assertThat(revenue.influenced())
                .isEqualTo(sum(wonInTheYear(euros).stream()
                        .filter(deal -> deal.helpers().stream().anyMatch(helper -> helper != deal.source()))
                        .toList()));
        assertThat(revenue.influenced().isGreaterThan(revenue.total())).isFalse();
    }

    private static Money sum(List<Deal> deals) {
        return deals.stream().map(Deal::amount).collect(MoneyTotals.summing()).amountIn(CurrencyUnit.EUR);
    }
}
