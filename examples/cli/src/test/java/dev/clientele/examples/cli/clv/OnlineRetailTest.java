package dev.clientele.examples.cli.clv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.cli.Run;
import dev.clientele.examples.cli.Shared;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The command on half a million rows, of which a quarter has no customer. */
class OnlineRetailTest {

    private static Run run(String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "clv",
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
                                "--currency",
                                "GBP"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void every_row_without_a_customer_is_told_of() {
        Run run = run("--calibration-end", "2011-12-09");

        assertThat(run.err().lines().filter(line -> line.endsWith(": no customer")))
                .hasSize(135_080)
                .startsWith("line 624: no customer")
                .endsWith("line 541542: no customer");
    }

    @Test
    void a_shop_whose_customers_do_not_leave_is_told_by_nbd() {
        Run run = run("--calibration-end", "2011-12-09", "--show-rejected", "0", "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("model").asString()).isEqualTo("nbd");
        assertThat(run.json().get("remarks").get(0).asString())
                .startsWith("BG/NBD: ")
                .contains("never leave (NBD)")
                .endsWith("NBD is fitted instead");
        assertThat(run.json().get("top").get(0).get("clv").asDouble()).isPositive();
    }
}
