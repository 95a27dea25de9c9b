package dev.clientele.examples.quickstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.quickstart.LoadedOnce;
import dev.clientele.examples.quickstart.Printed;
import dev.clientele.examples.quickstart.source.PlainSql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The accounts that the report calls the most valuable, computed anew from plain SQL on the source. */
class AccountValueFiguresTest {

    private record Worth(String name, long orders, String last, BigDecimal received, BigDecimal expected) {

        BigDecimal value() {
            return received.add(expected);
        }
    }

    /** Orders a year at their mean, over 12 months in which one in five stays away and money counts for a tenth less. */
    private static Worth worth(String row) {
        String[] cells = row.split("\\|", -1);
        long orders = Long.parseLong(cells[1]);
        double years = Math.max(1, Long.parseLong(cells[4]) / 365.0);
        double factor = 0.8 / 1.1;
        double ahead = (1 - factor) / -Math.log(factor);
        BigDecimal received = new BigDecimal(cells[3]);
        double expected = received.doubleValue() / orders * ((orders - 1) / years) * ahead;
        return new Worth(
                cells[0], orders, cells[2], received, new BigDecimal(expected).setScale(2, RoundingMode.HALF_EVEN));
    }

    private static String text(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount);
    }

    @Test
    void the_top_accounts_are_those_with_the_highest_sum_of_received_and_expected() throws SQLException {
        List<Worth> best;
        try (PlainSql sql = PlainSql.on("steelwheels")) {
            best = sql.rows("""
                    SELECT c.CUSTOMERNAME, COUNT(DISTINCT o.ORDERNUMBER), CAST(MAX(o.ORDERDATE) AS DATE),
                      SUM(QUANTITYORDERED * PRICEEACH), DATEDIFF('day', MIN(o.ORDERDATE), DATE'2005-05-31')
                    FROM "customers" c, "orders" o, "orderdetails" d
                    WHERE o.CUSTOMERNUMBER = c.CUSTOMERNUMBER AND d.ORDERNUMBER = o.ORDERNUMBER
                      AND STATUS IN ('Shipped', 'Resolved')
                      AND c.CUSTOMERNUMBER IN (SELECT CUSTOMERNUMBER FROM "customer_w_ter")
                    GROUP BY c.CUSTOMERNUMBER, c.CUSTOMERNAME""").stream()
                    .map(AccountValueFiguresTest::worth)
                    .sorted(Comparator.comparing(Worth::value).reversed())
                    .limit(10)
                    .toList();
        }
        List<List<String>> rows = new Printed(LoadedOnce.report()).table("#", "account");
        assertThat(rows).hasSize(10);
        assertThat(rows)
                .isEqualTo(IntStream.range(0, 10)
                        .mapToObj(i -> List.of(
                                String.valueOf(i + 1),
                                best.get(i).name(),
                                rows.get(i).get(2),
                                String.valueOf(best.get(i).orders()),
                                best.get(i).last(),
                                text(best.get(i).received()),
                                text(best.get(i).expected()),
                                text(best.get(i).value())))
                        .toList());
    }
}
