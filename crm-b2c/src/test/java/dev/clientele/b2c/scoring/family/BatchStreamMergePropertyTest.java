package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.purchase.CountingRule;
import dev.clientele.b2c.purchase.PurchaseHistory;
import dev.clientele.b2c.purchase.PurchaseHistoryBuilder;
import dev.clientele.b2c.purchase.PurchaseSummary;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.CustomerHistogram;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.Fit;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.model.BatchScoring;
import dev.clientele.b2c.scoring.model.CustomerScores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The same purchases give the same scores to the last bit in one batch, one by one, shuffled, and merged from parts. */
class BatchStreamMergePropertyTest {
    private static final int PERSONS = 400;
    private static final LocalDate START = LocalDate.of(2025, 1, 1);
    private static final LocalDate END = START.plusDays(280);
    private static final CountingRule RULE = CountingRule.standard();
    private static final List<Bought> PURCHASES = simulated();
    private static final Outcome BATCH = outcome(batch(PURCHASES));

    private record Bought(int person, LocalDate day, Money amount) {}

    private record Outcome(Fit fit, List<Double> scores) {}

    @Property(tries = 8)
    void shuffled_purchases_give_the_same_scores_as_the_batch(@ForAll long seed) {
        assertThat(outcome(batch(shuffled(seed)))).isEqualTo(BATCH);
    }

    @Property(tries = 4)
    void purchases_one_by_one_in_any_order_give_the_same_scores_as_the_batch(@ForAll long seed) {
        PurchaseHistory[] histories = empty();
        CustomerHistogram cells = new CustomerHistogram();
        for (Bought bought : shuffled(seed)) {
            PurchaseHistory before = histories[bought.person];
            PurchaseHistory now = before.plus(bought.day, bought.amount);
            Optional<PurchaseSummary> was = before.summary(END, RULE);
            PurchaseSummary is = now.summary(END, RULE).orElseThrow();
            was.ifPresentOrElse(old -> cells.replace(old, is), () -> cells.add(is));
            histories[bought.person] = now;
        }

        assertThat(outcome(Arrays.asList(histories))).isEqualTo(BATCH);
        assertThat(BgNbd.weekly().fit(cells.asOf(END, TimeStep.WEEK)).fit()).isEqualTo(BATCH.fit);
    }

    @Property(tries = 8)
    void parts_merged_in_any_order_give_the_same_scores_as_the_batch(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int parts) {
        Random random = new Random(seed);
        List<List<Bought>> split = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            split.add(new ArrayList<>());
        }
        PURCHASES.forEach(bought -> split.get(random.nextInt(parts)).add(bought));
        PurchaseHistory[] merged = empty();
        Collections.shuffle(split, random);
        for (List<Bought> part : split) {
            List<PurchaseHistory> histories = batch(part);
            for (int i = 0; i < PERSONS; i++) {
                merged[i] = random.nextBoolean()
                        ? merged[i].merge(histories.get(i))
                        : histories.get(i).merge(merged[i]);
            }
        }

        assertThat(outcome(Arrays.asList(merged))).isEqualTo(BATCH);
    }

    @Property(tries = 8)
    void histograms_merged_from_parts_of_the_customers_give_the_same_fit(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 7) int parts) {
        Random random = new Random(seed);
        List<CustomerHistogram> cells = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            cells.add(new CustomerHistogram());
        }
        batch(PURCHASES)
                .forEach(history -> history.summary(END, RULE)
                        .ifPresent(summary -> cells.get(random.nextInt(parts)).add(summary)));
        Collections.shuffle(cells, random);
        CustomerHistogram whole = new CustomerHistogram();
        cells.forEach(whole::merge);

        assertThat(BgNbd.weekly().fit(whole.asOf(END, TimeStep.WEEK)).fit()).isEqualTo(BATCH.fit);
    }

    private static Outcome outcome(List<PurchaseHistory> histories) {
        CustomerBaseBuilder builder = CustomerBase.builder(TimeStep.WEEK);
        int[] x = new int[PERSONS];
        double[] tx = new double[PERSONS];
        double[] t = new double[PERSONS];
        for (int i = 0; i < PERSONS; i++) {
            PurchaseSummary summary = histories.get(i).summary(END, RULE).orElseThrow();
            builder.add(summary);
            CustomerSummary customer = CustomerSummary.of(summary, TimeStep.WEEK);
            x[i] = customer.repeats();
            tx[i] = customer.recency();
            t[i] = customer.age();
        }
        FittedModel fitted = BgNbd.weekly().fit(builder.build());
        CustomerScores scores =
                BatchScoring.over(fitted.model(), 52).withDiscountRate(.002).score(x, tx, t);
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < PERSONS; i++) {
            Collections.addAll(all, scores.pAlive(i), scores.expectedTransactions(i), scores.discountedTransactions(i));
        }
        return new Outcome(fitted.fit(), all);
    }

    private static List<PurchaseHistory> batch(List<Bought> purchases) {
        PurchaseHistoryBuilder[] builders = new PurchaseHistoryBuilder[PERSONS];
        Arrays.setAll(builders, i -> PurchaseHistory.builder(CurrencyUnit.EUR));
        purchases.forEach(bought -> builders[bought.person].addPurchase(bought.day, bought.amount));
        return Arrays.stream(builders).map(PurchaseHistoryBuilder::build).toList();
    }

    private static PurchaseHistory[] empty() {
        PurchaseHistory[] histories = new PurchaseHistory[PERSONS];
        Arrays.fill(histories, PurchaseHistory.empty(CurrencyUnit.EUR));
        return histories;
    }

    private static List<Bought> shuffled(long seed) {
        List<Bought> shuffled = new ArrayList<>(PURCHASES);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    private static List<Bought> simulated() {
        SplittableRandom random = new SplittableRandom(17);
        List<Bought> all = new ArrayList<>();
        for (int person = 0; person < PERSONS; person++) {
            double rate = Draw.gamma(random, .8) / 40;
            double p = Draw.beta(random, 1, 3);
            double day = random.nextInt(90);
            while (day <= 280) {
                all.add(new Bought(
                        person,
                        START.plusDays((long) day),
                        Money.ofMinor(CurrencyUnit.EUR, 500 + random.nextInt(9000))));
                day = random.nextDouble() < p ? Double.MAX_VALUE : day - Math.log(1 - random.nextDouble()) / rate;
            }
        }
        return all;
    }
}
