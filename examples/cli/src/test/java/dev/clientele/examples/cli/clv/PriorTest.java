package dev.clientele.examples.cli.clv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A prior for few customers, by the command line. */
class PriorTest {

    @TempDir
    private Path folder;

    private Path shop;

    /** Six customers, each of whom buys every four weeks or so and never leaves. */
    @BeforeEach
    void open() throws IOException {
        List<String> lines = new ArrayList<>(List.of("customer,date,amount"));
        for (int customer = 0; customer < 6; customer++) {
            for (int month = 1; month <= 11; month++) {
                lines.add("C%d,2020-%02d-%02d,%d"
                        .formatted(customer, month, 3 + customer * month % 19, 20 + customer + month % 3));
            }
        }
        shop = Files.write(folder.resolve("shop.csv"), lines);
    }

    private Run clv(String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "clv",
                                "--transactions",
                                shop.toString(),
                                "--customer",
                                "customer",
                                "--date",
                                "date",
                                "--amount",
                                "amount",
                                "--calibration-end",
                                "2020-11-30"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void few_customers_keep_the_model_that_was_asked_for() {
        assertThat(clv("--json").json().get("model").asString()).isEqualTo("poisson");

        JsonNode json = clv("--prior", "--json").json();

        assertThat(json.get("model").asString()).isEqualTo("bg-nbd");
        assertThat(json.get("converged").asBoolean()).isTrue();
        assertThat(json.get("spend").get("model").asString()).isEqualTo("gamma-gamma");
        assertThat(json.get("remarks").get(0).asString()).contains("standard deviation of 2.0");
        assertThat(json.get("remarks").get(1).asString()).startsWith("Gamma-Gamma: a prior");
    }

    @Test
    void all_models_are_compared_with_the_same_prior() {
        JsonNode models = clv("--compare", "--prior", "1", "--json")
                .json()
                .get("comparison")
                .get("models");

        assertThat(models).hasSize(8).allSatisfy(model -> {
            assertThat(model.get("limitingCase").isNull()).isTrue();
            assertThat(model.get("remarks").get(0).asString()).contains("standard deviation of 1.0");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "5", "NaN"})
    void a_deviation_is_above_0_and_at_most_4(String deviation) {
        Run run = clv("--prior=" + deviation);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--prior must be above 0 and at most 4");
    }
}
