package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.data.CustomerBaseBuilder;
import dev.clientele.b2c.scoring.data.CustomerSummary;
import dev.clientele.b2c.scoring.data.TimeStep;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.model.BgBbModel;
import dev.clientele.b2c.scoring.model.CustomerForecast;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * BG/BB on the 11,104 donors of a public-radio station, six yearly opportunities each, and the estimates of Fader, Hardie
 * and Shang (2010), tables 1 and 2.
 */
class DonorsFitTest {
    /** Number of donations, year of the last, number of donors. */
    private static final int[][] DONORS = {
        {6, 6, 1203}, {5, 6, 728}, {4, 6, 512}, {3, 6, 357}, {2, 6, 234}, {1, 6, 129}, {5, 5, 335}, {4, 5, 284},
        {3, 5, 225}, {2, 5, 173}, {1, 5, 119}, {4, 4, 240}, {3, 4, 181}, {2, 4, 155}, {1, 4, 78}, {3, 3, 322},
        {2, 3, 255}, {1, 3, 129}, {2, 2, 613}, {1, 2, 277}, {1, 1, 1091}, {0, 0, 3464}
    };

    @Test
    void bg_bb_has_the_published_estimates() {
        FittedModel fitted = BgBb.oneOpportunityPer(TimeStep.YEAR).fit(donors());
        Map<String, Double> published = Map.of("alpha", 1.2035, "beta", .7497, "gamma", .6568, "delta", 2.7838);

        assertThat(fitted.fit().customers()).isEqualTo(11_104);
        assertThat(fitted.logLikelihood()).isCloseTo(-33225.58, within(.005));
        published.forEach((name, value) ->
                assertThat(fitted.parameters().get(name)).as(name).isCloseTo(value, withinPercentage(.02)));
    }

    @Test
    void expectation_is_the_mean_of_the_number_of_purchases() {
        CustomerForecast outlook = BgBb.oneOpportunityPer(TimeStep.YEAR)
                .withParameters(1.2, .75, .66, 2.78)
                .forecast(CustomerSummary.of(3, 4, 6));
        double sum = 0;
        double mean = 0;
        for (int n = 0; n <= 10; n++) {
            sum += outlook.probability(n, 10);
            mean += n * outlook.probability(n, 10);
        }

        assertThat(sum).isCloseTo(1, within(1e-13));
        assertThat(mean).isCloseTo(outlook.expectedTransactions(10), within(1e-13));
        assertThat(outlook.nextPurchaseQuantile(.3)).hasValue(2);
    }

    @Test
    void discounting_for_ever_is_the_same_by_series_and_by_quadrature() {
        CustomerForecast outlook = BgBb.oneOpportunityPer(TimeStep.YEAR)
                .withParameters(1.2, .75, .66, 2.78)
                .forecast(CustomerSummary.of(3, 4, 6));

        assertThat(outlook.discountedTransactions(.009))
                .isCloseTo(outlook.discountedTransactions(5000, .009), withinPercentage(1e-10));
    }

    @Test
    void part_of_an_opportunity_is_refused() {
        BgBbModel model = BgBb.oneOpportunityPer(TimeStep.YEAR).withParameters(1.2, .75, .66, 2.78);

        assertThatThrownBy(() -> model.logLikelihood(CustomerSummary.of(1, 1.5, 6)))
                .hasMessageContaining("whole numbers of opportunities");
        assertThatThrownBy(() -> model.forecastNewCustomer().expectedTransactions(.5))
                .hasMessageContaining("whole number");
    }

    private static CustomerBase donors() {
        CustomerBaseBuilder builder = CustomerBase.builder(TimeStep.YEAR);
        for (int[] row : DONORS) {
            for (int i = 0; i < row[2]; i++) {
                builder.add(CustomerSummary.of(row[0], row[1], 6));
            }
        }
        return builder.build();
    }
}
