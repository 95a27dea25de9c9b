package dev.clientele.examples.cli.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.clientele.examples.cli.Run;
import dev.clientele.examples.cli.Shared;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The command on the CDNOW sample, on which the literature calibrates: BG/NBD by Fader, Hardie and Lee (2005), table 2, here
 * to more digits; Gamma-Gamma by Fader and Hardie (2013).
 */
class CdnowTest {

    private static Run run() {
        return Run.of(
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
                "1997-09-30",
                "--time-unit",
                "week",
                "--model",
                "bg-nbd",
                "--spend-model",
                "gamma-gamma",
                "--horizon",
                "39",
                "--json");
    }

    private static void hasParameter(JsonNode model, String name, double value) {
        assertThat(model.get("parameters").get(name).asDouble()).as(name).isCloseTo(value, withinPercentage(0.01));
    }

    @Test
    void the_published_fit_is_found() {
        JsonNode json = run().json();

        assertThat(json.get("model").asString()).isEqualTo("bg-nbd");
        assertThat(json.get("customers").asLong()).isEqualTo(2357);
        assertThat(json.get("repeatCustomers").asLong()).isEqualTo(946);
        hasParameter(json, "r", .2425945);
        hasParameter(json, "alpha", 4.413602);
        hasParameter(json, "a", .792922);
        hasParameter(json, "b", 2.425908);
        assertThat(json.get("logLikelihood").asDouble()).isCloseTo(-9582.429207, within(1e-5));
        assertThat(json.get("converged").asBoolean()).isTrue();
        assertThat(json.get("rejected").asLong()).isZero();
    }

    @Test
    void the_published_spend_fit_is_found() {
        JsonNode spend = run().json().get("spend");

        assertThat(spend.get("model").asString()).isEqualTo("gamma-gamma");
        assertThat(spend.get("customers").asLong()).isEqualTo(946);
        hasParameter(spend, "p", 6.249572);
        hasParameter(spend, "q", 3.744225);
        hasParameter(spend, "gamma", 15.44352);
        assertThat(spend.get("logLikelihood").asDouble()).isCloseTo(-4055.917695, within(1e-5));
        assertThat(spend.get("converged").asBoolean()).isTrue();
    }

    @Test
    void ten_customers_are_given_and_every_row_is_accounted_for() {
        JsonNode json = run().json();

        assertThat(json.get("top").size()).isEqualTo(10);
        assertThat(json.get("data").get("transactions").asLong()).isEqualTo(6919);
        assertThat(run().err()).isEmpty();
    }
}
