package dev.clientele.b2c.scoring.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.scoring.data.CustomerSummary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for every model, all parameters and all customers, far beyond what data bring. */
class FiniteEverywherePropertyTest {
    private static final double SLACK = 1 + 1e-10;
    /**
     * A probability of which no digit is told. Survival of (M)BG/CNBD-k over long times is the mean of 1 less the chance of leaving, each
     * of which is known to the rounding of numbers near 1.
     */
    private static final double NONE = 1e-15;

    @Property(tries = 500)
    void everything_is_finite(
            @ForAll("models") RepeatPurchaseModel model,
            @ForAll("customers") CustomerSummary customer,
            @ForAll("times") double time) {
        CustomerForecast outlook = model.forecast(customer);

        assertThat(model.logLikelihood(customer)).isFinite();
        assertThat(outlook.logAlive()).isFinite().isLessThanOrEqualTo(0);
        assertThat(outlook.pAliveAfter(time)).isBetween(0.0, outlook.pAlive() * SLACK);
        assertThat(outlook.nextPurchaseWithin(time)).isBetween(0.0, 1.0);
        assertThat(outlook.probability(0, time)).isBetween(0.0, 1.0);
        assertThat(outlook.probability(3, time)).isBetween(0.0, 1.0);
        assertThat(outlook.expectedTransactions(time)).isFinite().isGreaterThanOrEqualTo(0);
        assertThat(outlook.discountedTransactions(0.001)).isFinite().isGreaterThanOrEqualTo(0);
        assertThat(model.forecastNewCustomer().expectedTransactions(time))
                .isFinite()
                .isGreaterThanOrEqualTo(0);
    }

    @Property(tries = 300)
    void more_time_brings_more_purchases_and_fewer_survivors(
            @ForAll("models") RepeatPurchaseModel model,
            @ForAll("customers") CustomerSummary customer,
            @ForAll("times") double time) {
        CustomerForecast outlook = model.forecast(customer);

        assertThat(outlook.expectedTransactions(time))
                .isLessThanOrEqualTo(outlook.expectedTransactions(time * 1.5) * SLACK);
        assertThat(outlook.pAliveAfter(time * 1.5)).isLessThanOrEqualTo(outlook.pAliveAfter(time) * SLACK + NONE);
        assertThat(outlook.nextPurchaseWithin(time))
                .isLessThanOrEqualTo(outlook.nextPurchaseWithin(time * 1.5) * SLACK);
    }

    /** Of whom after 17 weeks 8e-53 are left; after 25 weeks the computed probability is 6e-19. */
    @Example
    void a_probability_near_zero_is_right_to_the_rounding_of_one() {
        CustomerForecast outlook = new CnbdKModel(
                        true, 5, 29.955902244287266, 0.18705354651768044, 235.95740307528695, 0.2089695376008546)
                .forecast(CustomerSummary.of(3, 0.5100573246481911, 0.5100573246481911));

        assertThat(outlook.pAliveAfter(16.984148160148997)).isBetween(0.0, NONE);
        assertThat(outlook.pAliveAfter(1.5 * 16.984148160148997)).isBetween(0.0, NONE);
    }

    @Property(tries = 300)
    void a_more_recent_last_purchase_makes_it_likelier_that_the_customer_is_alive(
            @ForAll("models") RepeatPurchaseModel model, @ForAll("repeaters") CustomerSummary customer) {
        double middle = (customer.recency() + customer.age()) / 2;
        double before = model.forecast(customer).logAlive();

        assertThat(model.forecast(new CustomerSummary(customer.repeats(), middle, customer.age()))
                        .logAlive())
                .isGreaterThanOrEqualTo(before + 1e-10 * before);
    }

    @Property(tries = 100)
    void discounting_takes_value_away(
            @ForAll("models") RepeatPurchaseModel model, @ForAll("customers") CustomerSummary customer) {
        CustomerForecast outlook = model.forecast(customer);

        assertThat(outlook.discountedTransactions(52, 0.003))
                .isBetween(
                        outlook.expectedTransactions(52) * Math.exp(-52 * 0.003) / SLACK,
                        outlook.expectedTransactions(52) * SLACK);
    }

    @Provide
    Arbitrary<RepeatPurchaseModel> models() {
        Arbitrary<Double> one = Arbitraries.oneOf(powers(-4, 4), Arbitraries.just(1.0));
        Arbitrary<Double> scale = powers(-3, 5);
        return Arbitraries.oneOf(
                Combinators.combine(powers(-4, 4), scale, one, one).as(BgNbdModel::new),
                Combinators.combine(powers(-4, 4), scale, one, one).as(MbgNbdModel::new),
                Combinators.combine(
                                Arbitraries.of(true, false),
                                Arbitraries.integers().between(1, 6),
                                powers(-4, 4),
                                scale,
                                one,
                                one)
                        .as(CnbdKModel::new),
                Combinators.combine(powers(-4, 4), scale, one, scale).as(ParetoNbdModel::new),
                Combinators.combine(powers(-4, 4), scale, powers(-4, 1), one, powers(-4, 4))
                        .as(GGompertzNbdModel::new),
                scale.map(equal -> new ParetoNbdModel(.5, equal, 1, equal)),
                Combinators.combine(powers(-4, 4), scale).as(NbdModel::new));
    }

    @Provide
    Arbitrary<CustomerSummary> customers() {
        return Arbitraries.oneOf(powers(-3, 4).map(age -> CustomerSummary.of(0, 0, age)), repeaters());
    }

    @Provide
    Arbitrary<CustomerSummary> repeaters() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 10_000),
                        Arbitraries.doubles().between(0, 1),
                        powers(-3, 4))
                .as((x, share, age) -> CustomerSummary.of(x, share * age, age));
    }

    @Provide
    Arbitrary<Double> times() {
        return powers(-4, 4);
    }

    private static Arbitrary<Double> powers(int from, int to) {
        return Arbitraries.doubles().between(from, to).map(e -> Math.pow(10, e)).withoutEdgeCases();
    }
}
