package dev.clientele.b2c.scoring.model;

import dev.clientele.b2c.scoring.data.SpendSummary;
import dev.clientele.b2c.scoring.dropout.RandomVariates;
import dev.clientele.core.numerics.ArgumentChecks;
import dev.clientele.core.numerics.NamedParameters;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The Gamma-Gamma model of spend per purchase with known parameters (Fader and Hardie 2013, "The Gamma-Gamma Model of
 * Monetary Value"): a customer's purchases vary by a gamma distribution whose scale differs between customers by another.
 *
 * @param p shape of one customer's purchases, above 0
 * @param q shape between customers, above 0; with 1 or less the population has no mean
 * @param gamma scale between customers in units of currency, above 0
 */
public record GammaGammaModel(double p, double q, double gamma) implements SpendModel {
    /** The name in the literature: {@value}. */
    public static final String NAME = "Gamma-Gamma";

    /** The parameters' names in the literature, in the order there. */
    public static final List<String> PARAMETERS = List.of("p", "q", "gamma");

    public GammaGammaModel {
        ArgumentChecks.requireParameter("p", p);
        ArgumentChecks.requireParameter("q", q);
        ArgumentChecks.requireParameter("gamma", gamma);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Double> parameters() {
        return NamedParameters.of(PARAMETERS, p, q, gamma);
    }

    /** Computes equation 1a of the note, in logarithms. */
    @Override
    public double logLikelihood(SpendSummary spend) {
        if (spend.purchases() == 0) {
            throw new IllegalArgumentException("spend must have one purchase or more, had none");
        }
        double total = spend.purchases() * spend.mean();
        double shape = p * spend.purchases();
        // ln 1/B(shape, q) + shape ln(total/(γ+total)) + q ln(γ/(γ+total)) − ln mean
        return -LogBeta.value(shape, q)
                - shape * Math.log1p(gamma / total)
                - q * Math.log1p(total / gamma)
                - Math.log(spend.mean());
    }

    @Override
    public double expectedSpend(SpendSummary spend) {
        return expectedSpend(spend.purchases(), spend.mean());
    }

    /** Computes equation 5 of the note. */
    @Override
    public double expectedSpend(int purchases, double mean) {
        SpendSummary.requireValid(purchases, mean);
        double weight = p * purchases + q - 1;
        if (!(weight > 0)) {
            throw new NoMeanException("with p = " + p + " and q = " + q + " a customer with " + purchases
                    + " purchases has no expected spend");
        }
        return p * (gamma + purchases * mean) / weight;
    }

    @Override
    public double sampleTotal(SpendSummary spend, int purchases, RandomGenerator random) {
        if (purchases == 0) {
            return 0;
        }
        double scale =
                RandomVariates.gamma(random, p * spend.purchases() + q) / (gamma + spend.purchases() * spend.mean());
        return Math.min(Double.MAX_VALUE, RandomVariates.gamma(random, p * purchases) / scale);
    }
}
