package dev.clientele.b2c.scoring;

import dev.clientele.b2c.scoring.internal.LogRising;
import java.util.Map;

/**
 * The MBG/NBD model with known parameters (Batislam, Denizel and Filiztekin 2007, "Empirical Validation and Comparison of
 * Models for Customer Base Analysis", International Journal of Research in Marketing 24): like {@link BgNbdModel}, but a
 * customer may also leave right after the first purchase.
 *
 * @param r shape of the purchase rates, above 0
 * @param alpha rate parameter of the purchase rates in units of time, above 0
 * @param a first shape of the dropout probabilities, above 0
 * @param b second shape of the dropout probabilities, above 0
 */
public record MbgNbdModel(double r, double alpha, double a, double b) implements RepeatPurchaseModel {
    public MbgNbdModel {
        Require.parameter("r", r);
        Require.parameter("alpha", alpha);
        Require.parameter("a", a);
        Require.parameter("b", b);
    }

    @Override
    public String name() {
        return MbgNbd.NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return Parameters.ordered(MbgNbd.PARAMETERS, r, alpha, a, b);
    }

    /** Equation 2 of the paper, in logarithms. */
    @Override
    public double logLikelihood(CustomerSummary customer) {
        int x = customer.repeats();
        double stayed = LogRising.of(r, x)
                + LogRising.of(b, x + 1)
                - LogRising.of(a + b, x + 1)
                - r * Math.log1p(customer.age() / alpha)
                - x * Math.log(alpha + customer.age());
        return stayed + Softplus.of(logOddsGone(customer));
    }

    /** Equation 7 of the paper; who is new has had one chance to leave. */
    @Override
    public Outlook newCustomer() {
        return new BetaGeometricOutlook(-Math.log1p(a / b), r, alpha, a, b + 1);
    }

    /** P(alive) and conditional expectation as in equations 3 and 8. */
    @Override
    public Outlook given(CustomerSummary customer) {
        int x = customer.repeats();
        return new BetaGeometricOutlook(
                -Softplus.of(logOddsGone(customer)), r + x, alpha + customer.age(), a, b + x + 1);
    }

    /** ln of the odds that the customer left right after the last purchase. */
    private double logOddsGone(CustomerSummary customer) {
        int x = customer.repeats();
        double silence = (customer.age() - customer.recency()) / (alpha + customer.recency());
        return Math.log(a / (b + x)) + (r + x) * Math.log1p(silence);
    }
}
