package dev.clientele.core.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyDecompositionTest {

    @Test
    void a_solution_is_that_by_eigenvectors() {
        double[][] matrix = {{4, 1, -2}, {1, 3, 0.5}, {-2, 0.5, 5}};
        double[] right = {1, -2, 3};

        double[] solution =
                CholeskyDecomposition.decompose(matrix, 0.25).orElseThrow().solve(right);

        assertThat(solution)
                .containsExactly(EigenDecomposition.decompose(matrix).solve(0.25, right), within(1e-13));
    }

    @Test
    void a_matrix_that_is_not_positive_definite_has_none() {
        double[][] matrix = {{1, 2}, {2, 1}};

        assertThat(CholeskyDecomposition.decompose(matrix, 0)).isEmpty();
        assertThat(CholeskyDecomposition.decompose(matrix, 1)).isEmpty();
        assertThat(CholeskyDecomposition.decompose(matrix, 1.5)).isPresent();
    }
}
