package dev.clientele.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class GammaFunctionsPropertyTest {

    @Property
    void differences_are_those_of_the_functions(
            @ForAll @DoubleRange(min = 0.1, max = 200) double x, @ForAll @DoubleRange(min = 0.1, max = 200) double a) {
        assertThat(GammaFunctions.digammaDifference(x, a))
                .isCloseTo(GammaFunctions.digamma(x + a) - GammaFunctions.digamma(x), within(1e-12));
        assertThat(GammaFunctions.trigammaDifference(x, a))
                .isCloseTo(GammaFunctions.trigamma(x + a) - GammaFunctions.trigamma(x), within(1e-11));
    }

    @Property
    void a_step_of_one_is_the_recurrence(@ForAll @DoubleRange(min = -3, max = 12) double exponent) {
        double x = Math.pow(10, exponent);
        assertThat(GammaFunctions.logGammaDifference(x, 1))
                .isCloseTo(Math.log(x), within(1e-13 * (10 + Math.log1p(x))));
        assertThat(GammaFunctions.digammaDifference(x, 1) * x).isCloseTo(1, within(1e-12));
        assertThat(GammaFunctions.trigammaDifference(x, 1) * x * x).isCloseTo(-1, within(1e-12));
    }

    @Property
    void tiny_steps_lose_nothing(
            @ForAll @DoubleRange(min = -1, max = 9) double exponent,
            @ForAll @DoubleRange(min = -12, max = -9) double tinyExponent) {
        double x = Math.pow(10, exponent);
        double a = Math.pow(10, tinyExponent);
        assertThat(GammaFunctions.logGammaDifference(x, a))
                .isCloseTo(a * GammaFunctions.digamma(x), within(a * (1e-7 + 1e-12 * Math.log(x + 1))));
        assertThat(GammaFunctions.digammaDifference(x, a) / a / GammaFunctions.trigamma(x))
                .isCloseTo(1, within(1e-7));
    }
}
