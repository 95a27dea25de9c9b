package dev.clientele.b2c.scoring.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.b2c.scoring.SharedFolder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reference figures computed independently at 50 digits: 1e-9 relative. What underflows is compared in logarithms. */
class ReferenceValuesTest {
    static Stream<Arguments> rows() {
        return SharedFolder.lines("reference/clv-reference-values.csv").stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .filter(row -> ReferenceModel.knows(row[0]))
                .map(row -> Arguments.of((Object[]) row));
    }

    @ParameterizedTest(name = "{0} {1} ({2}) of ({3})")
    @MethodSource("rows")
    void agrees(String model, String function, String parameters, String arguments, String value) {
        double actual = ReferenceModel.evaluate(model, function, numbers(parameters), numbers(arguments));

        if (function.startsWith("palive")) {
            assertThat(actual).isCloseTo(naturalLog(new BigDecimal(value)), within(1e-9));
        } else {
            assertThat(actual / Double.parseDouble(value)).isCloseTo(1, within(1e-9));
        }
    }

    /** Shifted-beta-geometric retention is of customers under contract, and so in the other world. */
    @Test
    void every_row_is_compared_but_those_of_contractual_retention() {
        assertThat(SharedFolder.lines("reference/clv-reference-values.csv").stream()
                        .skip(1)
                        .map(line -> line.split(";", -1)[0])
                        .filter(model -> !ReferenceModel.knows(model)))
                .containsOnly("sBG")
                .hasSize(30);
        assertThat(rows()).hasSize(221);
    }

    private static double naturalLog(BigDecimal value) {
        int exponent = value.precision() - value.scale() - 1;
        return Math.log(value.scaleByPowerOfTen(-exponent).doubleValue()) + exponent * Math.log(10);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
