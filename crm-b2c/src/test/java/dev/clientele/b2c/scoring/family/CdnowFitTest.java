package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.b2c.scoring.Cdnow;
import dev.clientele.b2c.scoring.data.CustomerBase;
import dev.clientele.b2c.scoring.fit.FitRemark;
import dev.clientele.b2c.scoring.fit.FittedModel;
import dev.clientele.b2c.scoring.fit.FittedSpendModel;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Fits on the CDNOW sample against published figures: BG/NBD as in Fader, Hardie and Lee (2005), table 2, to the digits
 * that exact days / 7 gives; Gamma-Gamma as in Fader and Hardie (2013), section 4.
 */
class CdnowFitTest {
    private static final double PERCENT = 0.01; // 1e-4 relative

    @Test
    void bg_nbd_has_the_published_estimates() {
        FittedModel fitted = BgNbd.weekly().fit(Cdnow.customers());

        assertThat(fitted.fit().customers()).isEqualTo(2357);
        assertThat(fitted.fit().repeatCustomers()).isEqualTo(946);
        assertThat(fitted.converged()).isTrue();
        assertThat(fitted.asOf()).contains(Cdnow.CALIBRATION_END);
        assertClose(fitted.parameters(), Map.of("r", .2425945, "alpha", 4.413602, "a", .792922, "b", 2.425908));
        assertThat(fitted.logLikelihood()).isCloseTo(-9582.429207, within(1e-5));
    }

    @Test
    void bg_nbd_has_the_published_standard_errors() {
        Map<String, Double> errors = BgNbd.weekly().fit(Cdnow.customers()).standardErrors();

        assertClose(errors, Map.of("r", .012557, "alpha", .37822, "a", .18573, "b", .70541));
    }

    /** Fader, Hardie and Lee (2005), table 2: .553, 10.578, .606, 11.669, LL −9595.0. */
    @Test
    void pareto_nbd_has_the_published_estimates() {
        FittedModel fitted = ParetoNbd.weekly().fit(Cdnow.customers());

        assertClose(fitted.parameters(), Map.of("r", .553277, "alpha", 10.57768, "s", .60624, "beta", 11.66873));
        assertThat(fitted.logLikelihood()).isCloseTo(-9594.976179, within(1e-5));
    }

    /** Batislam, Denizel and Filiztekin (2007) by their estimator: .525, 6.183, .891, 1.614. */
    @Test
    void mbg_nbd_has_the_published_estimates() {
        FittedModel fitted = MbgNbd.weekly().fit(Cdnow.customers());

        assertClose(fitted.parameters(), Map.of("r", .524843, "alpha", 6.183086, "a", .891359, "b", 1.614002));
        assertThat(fitted.logLikelihood()).isCloseTo(-9582.135716, within(1e-5));
    }

    /** Fader, Hardie and Lee (2005), table 2: .385, 12.072, LL −9763.7. */
    @Test
    void nbd_has_the_published_estimates() {
        FittedModel fitted = Nbd.weekly().fit(Cdnow.customers());

        assertClose(fitted.parameters(), Map.of("r", .384766, "alpha", 12.07202));
        assertThat(fitted.logLikelihood()).isCloseTo(-9763.657615, within(1e-5));
    }

    /** On these data the likelihood has no maximum but the limit b = 0, where GGompertz/NBD is Pareto/NBD: LL −9594.98. */
    @Test
    void ggompertz_nbd_is_pareto_nbd_and_says_so() {
        FittedModel fitted = GGompertzNbd.weekly().fit(Cdnow.customers());

        assertThat(fitted.name()).isEqualTo("Pareto/NBD");
        assertThat(fitted.fit())
                .isEqualTo(ParetoNbd.weekly().fit(Cdnow.customers()).fit());
        assertThat(fitted.remarks())
                .singleElement()
                .extracting(FitRemark::text)
                .asString()
                .contains("b goes to zero: Pareto/NBD describes these data as well; Pareto/NBD is fitted instead");
    }

    @Test
    void gamma_gamma_has_the_published_estimates() {
        FittedSpendModel fitted = GammaGamma.standard().fit(Cdnow.spend());

        assertThat(fitted.fit().customers()).isEqualTo(946);
        assertClose(fitted.parameters(), Map.of("p", 6.249572, "q", 3.744225, "gamma", 15.44352));
        assertThat(fitted.logLikelihood()).isCloseTo(-4055.917695, within(1e-5));
    }

    @Test
    void parameters_stand_in_the_order_of_the_literature() {
        assertThat(BgNbd.weekly().fit(Cdnow.customers()).parameters().keySet()).containsExactly("r", "alpha", "a", "b");
    }

    @Test
    void a_fit_in_days_is_the_fit_in_weeks_with_alpha_seven_times_as_large() {
        CustomerBase customers = Cdnow.customers();
        Map<String, Double> weeks = BgNbd.weekly().fit(customers).parameters();
        Map<String, Double> days = BgNbd.daily().fit(customers).parameters();

        assertThat(days.get("alpha")).isCloseTo(7 * weeks.get("alpha"), withinPercentage(1e-5));
        assertThat(days.get("r")).isCloseTo(weeks.get("r"), withinPercentage(1e-5));
    }

    private static void assertClose(Map<String, Double> actual, Map<String, Double> expected) {
        assertThat(actual).containsOnlyKeys(expected.keySet());
        expected.forEach(
                (name, value) -> assertThat(actual.get(name)).as(name).isCloseTo(value, withinPercentage(PERCENT)));
    }
}
