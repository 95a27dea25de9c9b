package dev.clientele.core.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;

class MomentPropertyTest {

    @Property(tries = 200)
    void merged_parts_are_the_whole(
            @ForAll @Size(min = 3, max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
            @ForAll @IntRange(min = 1, max = 2) int cut) {
        MomentAccumulator first = of(values.subList(0, cut));
        MomentAccumulator second = of(values.subList(cut, values.size()));
        ArmMoments added = first.moments().plus(second.moments());
        second.addAll(first);

        assertSame(second.moments(), of(values).moments());
        assertSame(added, of(values).moments());
    }

    @Property(tries = 200)
    void the_order_does_not_matter(
            @ForAll @Size(min = 2, max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
            @ForAll long seed) {
        List<Double> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));
        ArmMoments ordered = ofValues(values).moments();
        ArmMoments other = ofValues(shuffled).moments();

        assertThat(other.mean()).isEqualTo(ordered.mean());
        assertThat(other.variance()).isEqualTo(ordered.variance());
    }

    @Property(tries = 50)
    void an_uncorrelated_covariate_hardly_changes_the_effect(@ForAll long seed) {
        Random random = new Random(seed);
        MomentAccumulator treatment = MomentAccumulator.withCovariates(1);
        MomentAccumulator control = MomentAccumulator.withCovariates(1);
        for (int i = 0; i < 4000; i++) {
            treatment.add(1 + random.nextGaussian(), random.nextGaussian());
            control.add(random.nextGaussian(), random.nextGaussian());
        }
        EffectEstimate plain = EffectEstimate.ofMeans(treatment.moments(), control.moments(), 0.95);
        EffectEstimate adjusted =
                Cuped.adjust(treatment.moments(), control.moments()).effect(0.95);

        assertThat(adjusted.difference()).isCloseTo(plain.difference(), Offset.offset(plain.standardError() / 2));
        assertThat(adjusted.standardError())
                .isCloseTo(plain.standardError(), Offset.offset(plain.standardError() / 50));
    }

    @Property(tries = 100)
    void residuals_in_parts_are_the_residuals_of_all(@ForAll long seed) {
        Random random = new Random(seed);
        List<Double> values = random.doubles(30, -100, 100).boxed().toList();
        ArmMoments arm = of(values).moments();
        LinRegression regression = LinRegression.fit(arm, arm);
        ResidualAccumulator control = residuals(regression.controlResiduals(), values);
        ResidualAccumulator parts = residuals(regression.treatmentResiduals(), values.subList(0, 10));
        parts.addAll(residuals(regression.treatmentResiduals(), values.subList(10, 30)));
        ResidualAccumulator all = residuals(regression.treatmentResiduals(), values);

        assertThat(regression.effect(parts, control, 0.95)).isEqualTo(regression.effect(all, control, 0.95));
    }

    private static ResidualAccumulator residuals(ResidualAccumulator empty, List<Double> values) {
        values.forEach(value -> empty.add(value, covariate(value)));
        return empty;
    }

    private static double covariate(double value) {
        return Math.cbrt(value + 7);
    }

    private static MomentAccumulator of(List<Double> values) {
        MomentAccumulator accumulator = MomentAccumulator.withCovariates(1);
        values.forEach(value -> accumulator.add(value, covariate(value)));
        return accumulator;
    }

    private static MomentAccumulator ofValues(List<Double> values) {
        MomentAccumulator accumulator = MomentAccumulator.create();
        values.forEach(accumulator::add);
        return accumulator;
    }

    private static void assertSame(ArmMoments actual, ArmMoments expected) {
        assertThat(actual.count()).isEqualTo(expected.count());
        assertClose(actual.mean(), expected.mean(), 1e6);
        assertClose(actual.variance(), expected.variance(), 1e12);
        assertClose(actual.covariateMean(0), expected.covariateMean(0), 100);
        assertClose(actual.outcomeCovariance(0), expected.outcomeCovariance(0), 1e8);
        assertClose(actual.covariateCovariance(0, 0), expected.covariateCovariance(0, 0), 1e4);
    }

    private static void assertClose(double actual, double expected, double largest) {
        assertThat(actual).isCloseTo(expected, Offset.offset(1e-13 * largest));
    }
}
