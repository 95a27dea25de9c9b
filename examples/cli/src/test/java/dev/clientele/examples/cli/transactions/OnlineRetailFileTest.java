package dev.clientele.examples.cli.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.csv.DayFormat;
import dev.clientele.examples.cli.Shared;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Half a million invoice lines, compressed and quoted; the figures were counted by another program. */
class OnlineRetailFileTest {

    private static final TransactionLayout LAYOUT = new TransactionLayout(
            new Delimiter(","),
            true,
            new ColumnReference("CustomerID"),
            new ColumnReference("InvoiceDate"),
            new ColumnReference("UnitPrice"),
            Optional.of(new ColumnReference("Quantity")),
            DayFormat.of("yyyy-MM-dd HH:mm:ss"));

    @Test
    void every_line_is_accounted_for() {
        Collected read = new Collected();
        new TransactionFile(Shared.data("online-retail/online-retail.csv.gz"), StandardCharsets.UTF_8, LAYOUT)
                .read(read);

        assertThat(read.transactions).hasSize(541_909 - 135_080);
        assertThat(read.rejections)
                .hasSize(135_080)
                .allMatch(bad -> bad.reason().equals("no customer"));
        assertThat(read.transactions.stream().map(TransactionRecord::customer).distinct())
                .hasSize(4_372);
        assertThat(read.transactions.stream().filter(t -> t.amount().signum() < 0))
                .hasSize(8_905);
        assertThat(read.transactions.stream().map(TransactionRecord::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("8300065.814");
    }
}
