package dev.clientele.examples.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.examples.cli.Run;
import dev.clientele.examples.cli.Shared;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The commands on half a million rows of a real shop; figures computed independently. */
class OnlineRetailTablesTest {

    private static JsonNode json(String command, String... more) {
        Run run = Run.of(Stream.concat(
                        Stream.of(
                                command,
                                "--transactions",
                                Shared.data("online-retail/online-retail.csv.gz")
                                        .toString(),
                                "--customer",
                                "CustomerID",
                                "--date",
                                "InvoiceDate",
                                "--amount",
                                "UnitPrice",
                                "--quantity",
                                "Quantity",
                                "--above-zero",
                                "--show-rejected",
                                "0",
                                "--currency",
                                "GBP",
                                "--json"),
                        Stream.of(more))
                .toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.json();
    }

    @Test
    void the_funnel_is_the_known_one() {
        JsonNode steps = json("funnel").get("steps");

        assertThat(steps.valueStream().map(step -> step.get("customers").asLong()))
                .startsWith(4338L, 2790L, 1916L, 1415L);
        assertThat(steps.get(1).get("conversion").asDouble()).isCloseTo(.643154, within(5e-7));
        assertThat(steps.get(3).get("medianGapDays").asDouble()).isEqualTo(39);
    }

    @Test
    void the_first_cohort_is_the_known_one() {
        JsonNode cells = json("cohorts").get("cohorts").get(0).get("cells");

        assertThat(cells.valueStream().map(cell -> cell.get("customers").asLong()))
                .startsWith(885L, 324L, 286L, 340L);
    }

    @Test
    void every_customer_is_in_a_segment() {
        JsonNode segments = json("rfm").get("segments");

        assertThat(segments.valueStream()
                        .mapToLong(segment -> segment.get("customers").asLong())
                        .sum())
                .isEqualTo(4338);
    }

    @Test
    void cups_and_plates_of_one_set_are_bought_together() {
        JsonNode json = json("basket", "--item", "Description", "--basket", "InvoiceNo", "--min-baskets", "200");

        assertThat(json.get("baskets").asLong()).isEqualTo(18_532);
        assertThat(json.get("top").get(0).get("item").asString()).startsWith("REGENCY TEA PLATE");
    }
}
