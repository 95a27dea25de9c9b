package dev.clientele.examples.cli.clv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Models that look at known figures about customers. */
class CovariatesTest {

    @TempDir
    private Path folder;

    private Path shop;

    @BeforeEach
    void open() throws IOException {
        List<String> lines = new ArrayList<>(List.of("customer,date,amount"));
        lines.addAll(SimulatedShop.rows());
        shop = Files.write(folder.resolve("shop.csv"), lines);
    }

    private Run clv(Path covariates, String... more) {
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
                                SimulatedShop.CALIBRATION_END.toString(),
                                "--covariates",
                                covariates.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("known.csv"), text);
    }

    /** One figure that goes with how often somebody buys, a bit blurred by every third customer. */
    private Path eager() throws IOException {
        Map<String, Long> purchases = SimulatedShop.rows().stream()
                .collect(Collectors.groupingBy(row -> row.substring(0, 4), TreeMap::new, Collectors.counting()));
        StringBuilder text = new StringBuilder("customer,eager\n");
        int place = 0;
        for (Map.Entry<String, Long> customer : purchases.entrySet()) {
            boolean blurred = place++ % 3 == 0;
            text.append(customer.getKey())
                    .append(',')
                    .append(blurred ? place % 2 : customer.getValue() > 6 ? 1 : 0)
                    .append('\n');
        }
        return file(text.toString());
    }

    @Test
    void what_each_customer_will_do_has_a_range_about_what_is_expected_with_the_figures() throws IOException {
        JsonNode best = clv(eager(), "--json").json().get("top").get(0);

        assertThat(best.get("expectedTransactions").asDouble())
                .isBetween(
                        best.get("purchases").get("low").asDouble(),
                        best.get("purchases").get("high").asDouble());
        assertThat(best.get("clv").asDouble())
                .isBetween(
                        best.get("spend").get("low").asDouble(),
                        best.get("spend").get("high").asDouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bg-nbd", "pareto-nbd"})
    void a_figure_that_goes_with_buying_raises_the_likelihood(String model) throws IOException {
        JsonNode json = clv(eager(), "--model", model, "--json").json();
        JsonNode covariates = json.get("covariates");

        assertThat(json.get("parameters").get("alpha.eager").asDouble()).isPositive();
        assertThat(json.get("logLikelihood").asDouble())
                .isGreaterThan(covariates.get("plainLogLikelihood").asDouble());
        assertThat(covariates.get("pValue").asDouble()).isLessThan(1e-6);
        assertThat(covariates.get("names").get(0).asString()).isEqualTo("eager");
        assertThat(json.get("customers").asLong()).isEqualTo(400);
    }

    @Test
    void for_people_the_gain_is_told() throws IOException {
        Run run = clv(eager());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("alpha.eager", "without covariates -", "degrees of freedom");
    }

    @Test
    void the_report_says_which_pictures_are_without_them() throws IOException {
        Path page = folder.resolve("report.html");

        assertThat(clv(eager(), "--report", page.toString()).exitCode()).isZero();
        assertThat(Files.readString(page)).contains("of the model with the covariates eager");
    }

    @Test
    void a_customer_without_figures_is_unusable() throws IOException {
        Run run = clv(file("customer,eager\nc001,1\n"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("the covariates of 399 of 400 customers are missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer|must name one figure or more",
                "customer,a,a|must name one figure or more",
                "customer,a|must have a header and a row for each customer",
                "customer,a;c001,x|line 2 must have a number for a, had x",
                "customer,a;c001,1;c001,2|line 3 has a customer who stands above already",
                "customer,a;c001|line 2 must have 2 columns, had 1"
            })
    void a_wrong_file_is_explained(String text, String explanation) throws IOException {
        Run run = clv(file(text.replace(';', '\n')));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--covariates: ", explanation);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_model_that_takes_none_and_a_comparison_are_wrong_arguments() throws IOException {
        assertThat(clv(eager(), "--model", "bg-bb").err()).contains("--covariates: family must be one of");
        assertThat(clv(eager(), "--compare").err()).contains("cannot be given together");
        assertThat(clv(folder.resolve("nowhere.csv")).exitCode()).isEqualTo(2);
    }
}
