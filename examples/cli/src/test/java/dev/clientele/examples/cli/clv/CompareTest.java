package dev.clientele.examples.cli.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.examples.cli.Run;
import dev.clientele.examples.cli.Shared;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every model by its name, and all of them compared, on the CDNOW sample; log-likelihoods computed independently. */
class CompareTest {

    private static Run clv(String... more) {
        return clvUntil("1997-09-30", more);
    }

    private static Run clvUntil(String calibrationEnd, String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "clv",
                                "--transactions",
                                Shared.data("cdnow/CDNOW_sample.txt").toString(),
                                "--delimiter",
                                " ",
                                "--no-header",
                                "--customer",
                                "2",
                                "--date",
                                "3",
                                "--amount",
                                "5",
                                "--date-format",
                                "yyyyMMdd",
                                "--calibration-end",
                                calibrationEnd),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "bg-nbd, -9582.429207",
        "mbg-nbd, -9582.135716",
        "pareto-nbd, -9594.976179",
        "nbd, -9763.657615",
        "BG/NBD, -9582.429207"
    })
    void every_model_is_there_by_name(String model, double logLikelihood) {
        JsonNode json = clv("--model", model, "--spend-model", "none", "--json").json();

        assertThat(json.get("logLikelihood").asDouble()).isCloseTo(logLikelihood, within(5e-3));
    }

    @Test
    void where_a_parameter_runs_off_the_simpler_model_is_fitted_and_named() {
        Run run = clv("--model", "ggompertz-nbd", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("model").asString()).isEqualTo("pareto-nbd");
        assertThat(run.json().get("logLikelihood").asDouble()).isCloseTo(-9594.976179, within(1e-5));
        assertThat(run.json().get("remarks").get(0).asString())
                .startsWith("GGompertz/NBD: ")
                .endsWith("Pareto/NBD is fitted instead");
        assertThat(clv("--model", "ggompertz-nbd").out()).contains("Note: GGompertz/NBD: ");
        assertThat(clv("--compare").out().lines())
                .anyMatch(line -> line.matches("  ggompertz-nbd .* is pareto-nbd here"));
    }

    @ParameterizedTest
    @CsvSource({"week, 39", "month, 9"})
    void bg_bb_counts_calendar_periods(String unit, String horizon) {
        Run run = clvUntil(
                "1998-06-30", "--model", "bg-bb", "--time-unit", unit, "--horizon", horizon, "--top", "3", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("total").get("purchases").get("low").asDouble())
                .isPositive();
        assertThat(clv("--model", "bg-bb", "--time-unit", unit, "--horizon", "1.5")
                        .err())
                .contains("--horizon must be a whole number of time units with bg-bb");
    }

    @Test
    void bg_bb_by_year_says_that_one_year_shows_no_repeats() {
        Run run = clv("--model", "bg-bb", "--time-unit", "year", "--horizon", "1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("the model does not fit: BG/BB: ", "a longer period would");
    }

    @Test
    void what_happens_lies_in_ranges_about_what_is_expected() {
        JsonNode json = clv("--json").json();
        JsonNode best = json.get("top").get(0);

        assertThat(best.get("purchases").get("low").asDouble())
                .isLessThan(best.get("expectedTransactions").asDouble());
        assertThat(best.get("purchases").get("high").asDouble())
                .isGreaterThan(best.get("expectedTransactions").asDouble());
        assertThat(best.get("spend").get("high").asDouble())
                .isGreaterThan(best.get("clv").asDouble());
        assertThat(json.get("total").get("level").asDouble()).isEqualTo(.95);
        assertThat(json.get("total").get("spend").get("low").asDouble()).isPositive();
        assertThat(clv("--json").json()).isEqualTo(json);
    }

    @Test
    void a_comparison_takes_the_model_that_makes_the_data_of_both_periods_likeliest_and_shows_which_errs_least() {
        JsonNode json = clv("--compare", "--json").json();
        JsonNode comparison = json.get("comparison");
        JsonNode models = comparison.get("models");

        assertThat(comparison.get("holdOutEnd").asString()).isEqualTo("1998-06-30");
        assertThat(models.valueStream().map(model -> model.get("model").asString()))
                .contains("bg-nbd", "mbg-nbd", "pareto-nbd", "ggompertz-nbd", "nbd");
        assertThat(comparison.get("criterion").asString()).isEqualTo("AIC less twice the log score");
        assertThat(comparison.get("choice").asString()).isEqualTo("mbg-nbd");
        assertThat(comparison.get("lowestRmse").asString()).isEqualTo("pareto-nbd");
        assertThat(json.get("model")).isEqualTo(comparison.get("choice"));
        assertThat(smallest(models, model -> model.get("deviance"))).isEqualTo(comparison.get("choice"));
        assertThat(smallest(models, model -> model.get("holdOut").path("rootMeanSquareError")))
                .isEqualTo(comparison.get("lowestRmse"));
        assertThat(models.get(0).get("holdOut").get("actual").asLong()).isEqualTo(1882);
    }

    private static JsonNode smallest(JsonNode models, Function<JsonNode, JsonNode> figure) {
        return models.valueStream()
                .filter(model -> figure.apply(model).isNumber())
                .min(Comparator.comparingDouble(model -> figure.apply(model).asDouble()))
                .orElseThrow()
                .get("model");
    }

    @Test
    void for_people_the_comparison_is_a_table() {
        String text = clv("--compare").out();

        assertThat(text)
                .contains(
                        "All models, of which the one with the smallest AIC less twice the log score is taken; errors per customer in the"
                                + " hold-out until 1998-06-30:");
        assertThat(text.lines()).anyMatch(line -> line.matches("  mbg-nbd .* taken"));
        assertThat(text.lines()).anyMatch(line -> line.matches("  pareto-nbd .* lowest RMSE"));
    }

    @Test
    void purchases_of_one_day_that_count_each_are_compared_too() {
        Run run = clv("--compare", "--same-day", "separate-purchases", "--json");

        assertThat(run.json().get("comparison").get("choice").asString()).isEqualTo("bg-nbd");
    }

    @Test
    void without_later_data_the_choice_is_made_by_aic() {
        JsonNode comparison =
                clvUntil("1998-06-30", "--compare", "--json").json().get("comparison");

        assertThat(comparison.get("criterion").asString()).isEqualTo("AIC");
        assertThat(smallest(comparison.get("models"), model -> model.get("aic")))
                .isEqualTo(comparison.get("choice"));
        assertThat(comparison.get("holdOutEnd").isNull()).isTrue();
        assertThat(comparison.get("lowestRmse").isNull()).isTrue();
    }
}
