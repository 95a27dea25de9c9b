package dev.clientele.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TrustRegionTest {

    /** Rosenbrock's valley, which isn't convex everywhere; its minimum is at (1, 1). */
    private static double rosenbrock(double[] at, double[] gradient, double[][] hessian) {
        double x = at[0];
        double bend = at[1] - x * x;
        gradient[0] = -4 * x * bend - 0.02 * (1 - x);
        gradient[1] = 2 * bend;
        hessian[0][0] = -4 * bend + 8 * x * x + 0.02;
        hessian[0][1] = -4 * x;
        hessian[1][0] = -4 * x;
        hessian[1][1] = 2;
        return bend * bend + 0.01 * (1 - x) * (1 - x);
    }

    @Test
    void a_curved_valley_is_followed_to_its_end() {
        TrustRegion.Minimum minimum =
                TrustRegion.minimise(TrustRegionTest::rosenbrock, new double[] {-1.2, 1}, 40, 1e-7);

        assertThat(minimum.converged()).isTrue();
        assertThat(minimum.at()).containsExactly(new double[] {1, 1}, within(1e-9));
    }

    @Test
    void a_search_begins_where_the_function_curves_down() {
        TrustRegion.Minimum minimum = TrustRegion.minimise(
                (at, gradient, hessian) -> {
                    gradient[0] = -Math.sin(at[0]);
                    hessian[0][0] = -Math.cos(at[0]);
                    return Math.cos(at[0]);
                },
                new double[] {0.1},
                40,
                1e-7);

        assertThat(minimum.at()[0]).isCloseTo(Math.PI, within(1e-9));
    }

    @Test
    void a_search_ends_at_its_limit_where_there_is_no_minimum() {
        TrustRegion.Minimum minimum = TrustRegion.minimise(
                (at, gradient, hessian) -> {
                    gradient[0] = -0.5;
                    hessian[0][0] = 0;
                    return -0.5 * at[0];
                },
                new double[] {0},
                12,
                1e-7);

        assertThat(minimum.at()[0]).isEqualTo(12);
        assertThat(minimum.converged()).isFalse();
    }

    @Test
    void a_convex_function_is_followed_however_far_its_minimum_lies() {
        double far = 1e6;
        TrustRegion.Minimum minimum = TrustRegion.minimiseConvex(
                (at, gradient, hessian) -> {
                    double distance = (at[0] - far) / far;
                    gradient[0] = distance / far;
                    hessian[0][0] = 1 / far / far;
                    return distance * distance / 2;
                },
                new double[] {0},
                1e-6);

        assertThat(minimum.converged()).isTrue();
        assertThat(minimum.at()[0]).isCloseTo(far, within(1.0));
    }
}
