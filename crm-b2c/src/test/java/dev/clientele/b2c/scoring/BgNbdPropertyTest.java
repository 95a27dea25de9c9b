package dev.clientele.b2c.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that hold for all parameters and all customers, far beyond what data bring. */
class BgNbdPropertyTest {
    @Property(tries = 400)
    void everything_is_finite_everywhere(
            @ForAll("models") BgNbdModel model,
            @ForAll("customers") CustomerSummary customer,
            @ForAll("times") double time) {
        Outlook outlook = model.given(customer);

        assertThat(model.logLikelihood(customer)).isFinite();
        assertThat(outlook.logAlive()).isFinite().isLessThanOrEqualTo(0);
        assertThat(outlook.pAlive()).isBetween(0.0, 1.0);
        assertThat(outlook.pAliveAfter(time)).isBetween(0.0, outlook.pAlive());
        assertThat(outlook.nextPurchaseWithin(time)).isBetween(0.0, 1.0);
        assertThat(outlook.probability(0, time)).isBetween(0.0, 1.0);
        assertThat(outlook.probability(3, time)).isBetween(0.0, 1.0);
        assertThat(outlook.expectedTransactions(time)).isFinite().isGreaterThanOrEqualTo(0);
        assertThat(outlook.discountedTransactions(0.001)).isFinite().isGreaterThanOrEqualTo(0);
    }

    @Property(tries = 300)
    void more_time_brings_more_purchases_and_fewer_survivors(
            @ForAll("models") BgNbdModel model,
            @ForAll("customers") CustomerSummary customer,
            @ForAll("times") double time) {
        Outlook outlook = model.given(customer);
        double slack = 1 + 1e-11;

        assertThat(outlook.expectedTransactions(time))
                .isLessThanOrEqualTo(outlook.expectedTransactions(time * 1.5) * slack);
        assertThat(outlook.pAliveAfter(time * 1.5)).isLessThanOrEqualTo(outlook.pAliveAfter(time) * slack);
        assertThat(outlook.nextPurchaseWithin(time)).isLessThanOrEqualTo(outlook.nextPurchaseWithin(time * 1.5));
    }

    @Property(tries = 300)
    void a_more_recent_last_purchase_makes_it_likelier_that_the_customer_is_alive(
            @ForAll("models") BgNbdModel model, @ForAll("repeaters") CustomerSummary customer) {
        CustomerSummary later =
                new CustomerSummary(customer.repeats(), (customer.recency() + customer.age()) / 2, customer.age());

        assertThat(model.given(later).logAlive())
                .isGreaterThanOrEqualTo(model.given(customer).logAlive());
    }

    @Property(tries = 300)
    void nobody_is_expected_to_buy_more_often_than_if_they_never_left(
            @ForAll("models") BgNbdModel model,
            @ForAll("customers") CustomerSummary customer,
            @ForAll("times") double time) {
        double pace = (model.r() + customer.repeats()) / (model.alpha() + customer.age());

        assertThat(model.expectedTransactions(time, customer)).isLessThanOrEqualTo(pace * time * (1 + 1e-11));
    }

    @Provide
    Arbitrary<BgNbdModel> models() {
        Arbitrary<Double> one = Arbitraries.oneOf(powers(-4, 4), Arbitraries.just(1.0));
        return Combinators.combine(powers(-4, 4), powers(-3, 5), one, one).as(BgNbdModel::new);
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
