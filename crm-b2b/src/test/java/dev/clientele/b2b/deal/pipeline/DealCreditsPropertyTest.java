package dev.clientele.b2b.deal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Credit is neither lost nor made by splitting it, whatever becomes of the deal. */
class DealCreditsPropertyTest {

    private static final int UNITS = 1_000_000; // of a ten-thousandth of a percent each
    private static final int REPS = 6;
    private static final Instant NOW = Instant.parse("2027-01-10T12:00:00Z");

    private static final Pipeline PIPELINE = Pipeline.standard().withId(Id.of(new UUID(1, 1)));

    private static Id<SalesRep> rep(int number) {
        return Id.of(new UUID(5, number));
    }

    /** Amounts in currencies of 0, 2 and 3 decimals. */
    @Provide
    Arbitrary<Money> amounts() {
        Arbitrary<CurrencyUnit> currencies = Arbitraries.of("JPY", "EUR", "BHD").map(CurrencyUnit::of);
        Arbitrary<Long> minor = Arbitraries.longs().between(0, 1_000_000_000_000L);
        return currencies.flatMap(currency -> minor.map(count -> Money.ofMinor(currency, count)));
    }

    /** Parts that total a hundred, of as many people as there are pieces. */
    @Provide
    Arbitrary<List<CreditSplit>> splits() {
        return Arbitraries.integers()
                .between(1, UNITS - 1)
                .list()
                .uniqueElements()
                .ofMaxSize(REPS - 1)
                .map(DealCreditsPropertyTest::pieces);
    }

    private static List<CreditSplit> pieces(List<Integer> cuts) {
        List<Integer> places = new ArrayList<>(cuts.stream().sorted().toList());
        places.add(UNITS);
        List<CreditSplit> splits = new ArrayList<>();
        int before = 0;
        for (int place : places) {
            splits.add(new CreditSplit(rep(splits.size()), BigDecimal.valueOf(place - before, CreditSplit.SCALE)));
            before = place;
        }
        return splits;
    }

    private static Opportunity deal(Money amount, List<CreditSplit> splits) {
        return Opportunity.named("Deal")
                .with(Opportunity.AMOUNT, amount)
                .with(Opportunity.OWNER, rep(0))
                .openedIn(PIPELINE, NOW)
                .withSplits(splits);
    }

    private static void requireWhole(Opportunity deal) {
        Money amount = deal.require(Opportunity.AMOUNT);
        Map<Id<SalesRep>, Money> credits = deal.credits().amounts();
        assertThat(Opportunity.TYPE.validate(deal)).isEmpty();
        assertThat(credits.values().stream().reduce(Money.zero(amount.getCurrencyUnit()), Money::plus))
                .isEqualTo(amount);
        assertThat(credits.values()).noneMatch(Money::isNegative);
    }

    @Property(tries = 300)
    void the_amounts_add_up_to_the_deals(@ForAll("amounts") Money amount, @ForAll("splits") List<CreditSplit> splits) {
        requireWhole(deal(amount, splits));
    }

    @Property(tries = 300)
    void they_do_after_the_amount_has_changed(
            @ForAll("amounts") Money before,
            @ForAll("amounts") Money after,
            @ForAll("splits") List<CreditSplit> splits) {
        Opportunity changed = deal(before, splits).with(Opportunity.AMOUNT, after);

        requireWhole(changed);
        assertThat(changed.splits()).isEqualTo(splits);
    }

    @Property(tries = 300)
    void they_do_after_any_number_of_handovers(
            @ForAll("amounts") Money amount,
            @ForAll("splits") List<CreditSplit> splits,
            @ForAll List<@IntRange(min = 0, max = REPS) Integer> hands,
            @ForAll CreditRule rule) {
        Opportunity deal = deal(amount, splits);
        for (int i = 1; i < hands.size(); i++) {
            deal = deal.credits().transferred(rep(hands.get(i - 1)), rep(hands.get(i)), rule);
            requireWhole(deal);
        }
    }

    @Property(tries = 300)
    void each_part_is_less_than_one_minor_unit_from_its_exact_share(
            @ForAll("amounts") Money amount, @ForAll("splits") List<CreditSplit> splits) {
        Map<Id<SalesRep>, Money> credits = deal(amount, splits).credits().amounts();

        BigDecimal unit = BigDecimal.ONE.movePointLeft(amount.getScale());
        assertThat(splits).allSatisfy(split -> {
            BigDecimal exact = amount.getAmount().multiply(split.percent()).movePointLeft(2);
            assertThat(credits.get(split.rep()).getAmount().subtract(exact).abs())
                    .isLessThan(unit);
        });
    }

    @Property(tries = 100)
    void parts_that_do_not_total_a_hundred_are_refused(@ForAll("splits") List<CreditSplit> splits) {
        Opportunity deal = deal(Money.parse("EUR 10"), splits);
        List<CreditSplit> fewer = splits.subList(1, splits.size());

        assertThat(Opportunity.TYPE.validate(deal.withSplits(fewer))).hasSize(fewer.isEmpty() ? 0 : 1);
    }

    @Test
    void an_owner_alone_is_credited_with_all() {
        Opportunity deal = deal(Money.parse("EUR 10"), List.of());

        assertThat(deal.credits().amounts()).containsOnlyKeys(rep(0)).containsValue(Money.parse("EUR 10"));
        assertThat(deal.without(Opportunity.OWNER).credits().amounts()).isEmpty();
        assertThat(deal.without(Opportunity.AMOUNT).credits().amounts()).isEmpty();
    }

    @Test
    void nobody_is_named_twice_or_for_nothing() {
        Opportunity deal = deal(Money.parse("EUR 10"), List.of());

        assertThat(Opportunity.TYPE.validate(
                        deal.withSplits(List.of(CreditSplit.of(rep(1), "50"), CreditSplit.of(rep(1), "50")))))
                .hasSize(1);
        assertThatThrownBy(() -> CreditSplit.of(rep(1), "0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> CreditSplit.of(rep(1), "33.33333")).isInstanceOf(IllegalArgumentException.class);
        assertThat(CreditSplit.of(rep(1), "100.0")).isEqualTo(CreditSplit.of(rep(1), "1e2"));
    }

    @Test
    void whoever_takes_over_takes_the_part_and_keeps_their_own() {
        Opportunity deal = deal(
                Money.parse("EUR 100"),
                List.of(CreditSplit.of(rep(0), "50"), CreditSplit.of(rep(1), "30"), CreditSplit.of(rep(2), "20")));

        Opportunity passed = deal.credits().transferred(rep(0), rep(2), CreditRule.PASSES_ON);
        Opportunity stayed = deal.credits().transferred(rep(0), rep(2), CreditRule.STAYS);

        assertThat(passed.get(Opportunity.OWNER)).isEqualTo(rep(2));
        assertThat(passed.splits()).containsExactly(CreditSplit.of(rep(2), "70"), CreditSplit.of(rep(1), "30"));
        assertThat(stayed.get(Opportunity.OWNER)).isEqualTo(rep(2));
        assertThat(stayed.splits()).isEqualTo(deal.splits());
    }

    @Test
    void credit_that_stays_stays_with_an_owner_who_had_no_splits() {
        Opportunity deal = deal(Money.parse("EUR 100"), List.of());

        assertThat(deal.credits()
                        .transferred(rep(0), rep(1), CreditRule.STAYS)
                        .credits()
                        .amounts())
                .containsOnlyKeys(rep(0));
        assertThat(deal.credits()
                        .transferred(rep(0), rep(1), CreditRule.PASSES_ON)
                        .credits()
                        .amounts())
                .containsOnlyKeys(rep(1));
    }

    @Test
    void a_closed_deal_stays_credited_as_it_is() {
        Opportunity won =
                deal(Money.parse("EUR 100"), List.of()).won(PIPELINE, NOW, LocalDate.parse("2027-01-10"), null);

        assertThat(won.credits()
                        .transferred(rep(0), rep(1), CreditRule.PASSES_ON)
                        .credits()
                        .amounts())
                .containsOnlyKeys(rep(0));
    }

    @Test
    void overlays_need_not_total_anything() {
        Opportunity deal = deal(Money.parse("JPY 1001"), List.of(CreditSplit.full(rep(0))))
                .withOverlays(List.of(CreditSplit.of(rep(3), "100"), CreditSplit.of(rep(4), "50")));

        assertThat(Opportunity.TYPE.validate(deal)).isEmpty();
        assertThat(deal.credits().overlayAmounts())
                .containsEntry(rep(3), Money.parse("JPY 1001"))
                .containsEntry(rep(4), Money.parse("JPY 500"));
        assertThat(deal.get(Opportunity.CREDITED_REPS)).hasSize(3);
    }
}
