package dev.clientele.core.experiment;

import static dev.clientele.core.experiment.HillstromRow.CONTROL;
import static dev.clientele.core.experiment.HillstromRow.plain;
import static dev.clientele.core.experiment.HillstromRow.withFacts;
import static dev.clientele.core.experiment.MarketingFigures.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The estimates of the e-mail experiment against figures computed elsewhere, to nine digits. */
@SuppressWarnings("NullAway.Init")
class HillstromTest {
    private static List<HillstromRow> rows;
    private static Map<?, ?> reference;
    private static List<?> effects;

    @BeforeAll
    static void read() {
        rows = HillstromRow.readAll();
        reference = MarketingFigures.section("hillstrom");
        effects = MarketingFigures.list(reference, "effects");
        assertThat(effects).hasSize(6);
    }

    @Test
    void the_difference_in_means_is_welchs() {
        for (Object effect : effects) {
            requireEffect(EffectEstimate.ofMeans(treatment(effect), control(effect), 0.95), effect, "welch");
        }
    }

    @Test
    void the_relative_lift_is_the_delta_methods() {
        for (Object effect : effects) {
            RelativeLift lift = RelativeLift.between(
                    ArmEstimate.ofMean(treatment(effect)), ArmEstimate.ofMean(control(effect)), 0.95);

            requireClose(lift.lift(), effect, "relative", "lift");
            requireClose(lift.standardError(), effect, "relative", "standardErrorDelta");
        }
    }

    @Test
    void cuped_on_history_is_the_references() {
        for (Object effect : effects) {
            requireCuped(
                    Cuped.adjust(onHistory(effect, arm(effect)), onHistory(effect, CONTROL)), effect, "cupedOnHistory");
        }
    }

    @Test
    void cuped_on_five_facts_is_the_references() {
        for (Object effect : effects) {
            requireCuped(Cuped.adjust(treatment(effect), control(effect)), effect, "cupedOnFive");
        }
    }

    @Test
    void lins_regression_with_hc2_is_the_references() {
        for (Object effect : effects) {
            LinRegression regression = LinRegression.fit(treatment(effect), control(effect));
            EffectEstimate estimate = regression.effect(
                    residuals(regression.treatmentResiduals(), effect, arm(effect)),
                    residuals(regression.controlResiduals(), effect, CONTROL),
                    0.95);

            requireClose(estimate.difference(), effect, "linOnFive", "difference");
            requireClose(estimate.standardError(), effect, "linOnFive", "standardErrorHc2");
        }
    }

    @Test
    void post_stratification_by_history_segment_is_the_references() {
        List<String> segments =
                rows.stream().map(HillstromRow::segment).distinct().toList();
        for (Object effect : effects) {
            String outcome = outcome(effect);
            List<Stratum> strata = segments.stream()
                    .map(segment -> new Stratum(
                            plain(
                                    rows,
                                    outcome,
                                    row -> row.arm().equals(arm(effect))
                                            && row.segment().equals(segment)),
                            plain(
                                    rows,
                                    outcome,
                                    row -> row.arm().equals(CONTROL)
                                            && row.segment().equals(segment))))
                    .toList();
            EffectEstimate estimate = PostStratification.effect(strata, 0.95);

            requireClose(estimate.difference(), effect, "postStratifiedByHistorySegment", "difference");
            requireClose(estimate.standardError(), effect, "postStratifiedByHistorySegment", "standardError");
        }
    }

    @Test
    void the_confidence_sequence_is_the_references() {
        for (Object effect : effects) {
            ConfidenceSequence sequence =
                    ConfidenceSequence.tunedAt((long) number(effect, "sequential", "tunedAt"), 0.95);
            EffectEstimate estimate = EffectEstimate.ofMeans(treatment(effect), control(effect), 0.95);
            EffectInterval interval = sequence.interval(estimate, (long) number(effect, "n"));

            requireClose(sequence.rho(), effect, "sequential", "rho");
            requireClose(interval.low(), effect, "sequential", "low");
            requireClose(interval.high(), effect, "sequential", "high");
        }
    }

    @Test
    void the_sample_ratio_is_the_references() {
        List<Long> counts = List.of(
                (long) number(reference, "arms", "Mens E-Mail"), (long) number(reference, "arms", CONTROL), (long)
                        number(reference, "arms", "Womens E-Mail"));
        SampleRatio sampleRatio = SampleRatio.ofEqualArms(counts);

        assertThat(counts.get(1))
                .isEqualTo(
                        rows.stream().filter(row -> row.arm().equals(CONTROL)).count());
        requireClose(sampleRatio.chiSquare(), reference, "sampleRatio", "chiSquare");
        requireClose(sampleRatio.pValue(), reference, "sampleRatio", "pValue");
        assertThat(sampleRatio.isMismatch()).isFalse();
    }

    private static String arm(Object effect) {
        return (String) MarketingFigures.at(effect, "arm");
    }

    private static String outcome(Object effect) {
        return (String) MarketingFigures.at(effect, "outcome");
    }

    private static ArmMoments treatment(Object effect) {
        return withFacts(rows, outcome(effect), arm(effect));
    }

    private static ArmMoments control(Object effect) {
        return withFacts(rows, outcome(effect), CONTROL);
    }

    private static ArmMoments onHistory(Object effect, String arm) {
        MomentAccumulator accumulator = MomentAccumulator.withCovariates(1);
        rows.stream()
                .filter(row -> row.arm().equals(arm))
                .forEach(row -> accumulator.add(row.outcome(outcome(effect)), row.history()));
        return accumulator.moments();
    }

    private static ResidualAccumulator residuals(ResidualAccumulator empty, Object effect, String arm) {
        rows.stream()
                .filter(row -> row.arm().equals(arm))
                .forEach(row -> empty.add(row.outcome(outcome(effect)), row.facts()));
        return empty;
    }

    private static void requireCuped(Cuped cuped, Object effect, String name) {
        requireEffect(cuped.effect(0.95), effect, name);
        List<?> theta = MarketingFigures.list(effect, name, "theta");
        assertThat(cuped.coefficients()).hasSameSizeAs(theta);
        for (int i = 0; i < theta.size(); i++) {
            double expected = ((Number) theta.get(i)).doubleValue();
            assertThat(cuped.coefficients().get(i)).isCloseTo(expected, Offset.offset(Math.abs(expected) * 1e-9));
        }
    }

    private static void requireEffect(EffectEstimate estimate, Object effect, String name) {
        requireClose(estimate.difference(), effect, name, "difference");
        requireClose(estimate.standardError(), effect, name, "standardError");
        requireClose(estimate.degreesOfFreedom(), effect, name, "degreesOfFreedom");
        requireClose(estimate.interval().low(), effect, name, "low");
        requireClose(estimate.interval().high(), effect, name, "high");
        requireClose(estimate.pValue(), effect, name, "pValue");
    }

    private static void requireClose(double actual, Object object, String... path) {
        double expected = number(object, path);
        assertThat(actual).as(String.join(".", path)).isCloseTo(expected, Offset.offset(Math.abs(expected) * 1e-9));
    }
}
