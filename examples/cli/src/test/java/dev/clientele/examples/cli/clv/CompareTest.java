package dev.clientele.examples.cli.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.examples.cli.Run;
import dev.clientele.examples.cli.Shared;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Every model by its name, and all of them compared, on the CDNOW sample; log-likelihoods computed independently. */
class CompareTest {

    private static Run clv(String... more) {
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
                                "1997-09-30"),
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
    void a_model_that_does_not_fit_says_which_simpler_one_does() {
        Run run = clv("--model", "ggompertz-nbd");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("the model does not fit", "Pareto/NBD describes these data as well");
    }

    @Test
    void a_comparison_takes_the_model_that_does_best_in_the_hold_out() {
        JsonNode json = clv("--compare", "--json").json();
        JsonNode comparison = json.get("comparison");
        JsonNode models = comparison.get("models");

        assertThat(comparison.get("holdOutEnd").asString()).isEqualTo("1998-06-30");
        assertThat(models.valueStream().map(model -> model.get("model").asString()))
                .contains("bg-nbd", "mbg-nbd", "pareto-nbd", "ggompertz-nbd", "nbd");
        double least = models.valueStream()
                .filter(model -> !model.get("holdOut").isNull())
                .mapToDouble(
                        model -> model.get("holdOut").get("rootMeanSquareError").asDouble())
                .min()
                .orElseThrow();
        JsonNode choice = models.valueStream()
                .filter(model -> model.get("model").equals(comparison.get("choice")))
                .findFirst()
                .orElseThrow();
        assertThat(choice.get("holdOut").get("rootMeanSquareError").asDouble()).isEqualTo(least);
        assertThat(json.get("model")).isEqualTo(comparison.get("choice"));
        assertThat(models.get(0).get("holdOut").get("actual").asLong()).isEqualTo(1882);
    }

    @Test
    void for_people_the_comparison_is_a_table() {
        assertThat(clv("--compare").out())
                .contains("All models; errors per customer in the hold-out until 1998-06-30")
                .contains("pareto-nbd", "RMSE", "taken");
    }
}
