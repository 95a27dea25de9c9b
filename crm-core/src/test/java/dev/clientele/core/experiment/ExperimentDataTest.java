package dev.clientele.core.experiment;

import static dev.clientele.core.experiment.ExperimentDataException.Reason.COLLINEAR;
import static dev.clientele.core.experiment.ExperimentDataException.Reason.NOT_FINITE;
import static dev.clientele.core.experiment.ExperimentDataException.Reason.NO_VARIANCE;
import static dev.clientele.core.experiment.ExperimentDataException.Reason.TOO_FEW;
import static dev.clientele.core.experiment.ExperimentDataException.Reason.ZERO_BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ExperimentDataTest {

    @Test
    void fewer_than_two_an_arm_are_too_few() {
        ArmMoments two = ArmMoments.ofSums(2, 3, 5);

        assertReason(TOO_FEW, () -> EffectEstimate.ofMeans(two, ArmMoments.ofSums(1, 3, 9), 0.95));
        assertReason(TOO_FEW, () -> MomentAccumulator.create().moments());
        assertReason(TOO_FEW, () -> new ClusterTotals<String>().mean());
        assertReason(TOO_FEW, () -> PostStratification.effect(List.of(), 0.95));
        assertReason(TOO_FEW, () -> SampleRatio.ofEqualArms(List.of(5L)));
    }

    @Test
    void outcomes_that_are_all_the_same_have_no_variance() {
        MomentAccumulator constant = MomentAccumulator.create();
        for (int i = 0; i < 1000; i++) {
            constant.add(0.1);
        }

        assertThat(constant.moments().variance()).isZero();
        assertReason(NO_VARIANCE, () -> EffectEstimate.ofMeans(constant.moments(), constant.moments(), 0.95));
    }

    @Test
    void one_arm_may_be_constant() {
        EffectEstimate effect =
                EffectEstimate.ofMeans(ArmMoments.ofSuccesses(100, 5), ArmMoments.ofSuccesses(100, 0), 0.95);

        assertThat(effect.degreesOfFreedom()).isCloseTo(99, within(1e-9));
    }

    @Test
    void what_is_not_finite_is_refused_and_adds_nothing() {
        MomentAccumulator accumulator = MomentAccumulator.withCovariates(1);

        assertReason(NOT_FINITE, () -> accumulator.add(Double.NaN, 1));
        assertReason(NOT_FINITE, () -> accumulator.add(1, Double.POSITIVE_INFINITY));
        assertThat(accumulator.count()).isZero();
        accumulator.add(1e200, 1);
        assertReason(NOT_FINITE, accumulator::moments);
    }

    @Test
    void constant_and_dependent_covariates_are_told_apart() {
        assertReason(NO_VARIANCE, () -> Cuped.adjust(withSecond(0, 3), withSecond(0, 3)));
        assertReason(COLLINEAR, () -> Cuped.adjust(withSecond(2, 3), withSecond(2, 3)));
        assertReason(COLLINEAR, () -> LinRegression.fit(withSecond(2, 3), withSecond(2, 3)));
    }

    @Test
    void a_base_of_zero_has_no_relative_lift() {
        ArmEstimate zero = ArmEstimate.ofMean(ArmMoments.ofSuccesses(100, 0));

        assertReason(
                ZERO_BASE, () -> RelativeLift.between(ArmEstimate.ofMean(ArmMoments.ofSuccesses(9, 4)), zero, 0.95));
    }

    @Test
    void residuals_of_a_part_are_refused() {
        MomentAccumulator one = MomentAccumulator.withCovariates(1);
        for (int i = 0; i < 10; i++) {
            one.add(i * i % 7, i);
        }
        LinRegression regression = LinRegression.fit(one.moments(), one.moments());

        assertThatThrownBy(
                        () -> regression.effect(regression.treatmentResiduals(), regression.controlResiduals(), 0.95))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> regression.treatmentResiduals().addAll(regression.controlResiduals()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void impossible_arguments_are_refused() {
        assertThatThrownBy(() -> ArmMoments.ofSums(2, 10, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ArmMoments.ofSuccesses(2, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PValueAdjustment.HOLM.adjust(List.of(1.5)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Cuped.adjust(ArmMoments.ofSuccesses(9, 3), ArmMoments.ofSuccesses(9, 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ArmMoments withSecond(double factor, double constant) {
        MomentAccumulator accumulator = MomentAccumulator.withCovariates(2);
        for (int i = 0; i < 10; i++) {
            accumulator.add(i * i % 7, i, factor * i + constant);
        }
        return accumulator.moments();
    }

    private static void assertReason(ExperimentDataException.Reason reason, ThrowingCallable call) {
        assertThat(catchThrowableOfType(ExperimentDataException.class, call).reason())
                .isEqualTo(reason);
    }
}
