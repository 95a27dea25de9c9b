package dev.clientele.examples.quickstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.quickstart.LoadedOnce;
import dev.clientele.examples.quickstart.Printed;
import dev.clientele.examples.quickstart.source.PlainSql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every count and total that the report prints about FoodMart, against plain SQL on the source. */
class ConsumerFiguresTest {

    /** What each consumer spent on each day in each shop. */
    private static final String BASKETS = """
            (SELECT s.*, CAST(t."the_date" AS DATE) BOUGHT FROM
              (SELECT "customer_id" C, "time_id" T, "store_id" S, SUM("store_sales") SALES FROM
                (SELECT * FROM "sales_fact_1997" UNION ALL SELECT * FROM "sales_fact_1998")
                GROUP BY "customer_id", "time_id", "store_id") s
              JOIN "time_by_day" t ON t."time_id" = s.T)""";

    /** Of each consumer who had bought by the calibration's end: days with purchases until then and after it. */
    private static final String BUYERS =
            "(SELECT C, COUNT(DISTINCT CASE WHEN BOUGHT <= DATE'1998-06-30' THEN BOUGHT END) N,"
                    + " COUNT(DISTINCT CASE WHEN BOUGHT > DATE'1998-06-30' THEN BOUGHT END) LATER FROM " + BASKETS
                    + " GROUP BY C HAVING MIN(BOUGHT) <= DATE'1998-06-30')";

    private static PlainSql sql;
    private static Printed printed;

    @BeforeAll
    static void open() throws SQLException {
        printed = new Printed(LoadedOnce.report());
        sql = PlainSql.on("foodmart");
    }

    @AfterAll
    static void close() throws SQLException {
        sql.close();
    }

    private static String count(String query) throws SQLException {
        return count(sql.count(query));
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String each(long sum, long of) {
        return String.format(Locale.ROOT, "%.3f", (double) sum / of);
    }

    @Test
    void there_is_as_much_of_everything_as_in_the_source() throws SQLException {
        String[] all = sql.rows(
                        "SELECT COUNT(DISTINCT C), COUNT(*), SUM(SALES), MIN(BOUGHT), MAX(BOUGHT) FROM " + BASKETS)
                .get(0)
                .split("\\|", -1);
        assertThat(printed.table("selling to consumers", "how many"))
                .containsExactly(
                        List.of("persons", count("SELECT COUNT(*) FROM \"customer\"")),
                        List.of("persons who bought", count(Long.parseLong(all[0]))),
                        List.of(
                                "purchases",
                                count(Long.parseLong(all[1])),
                                String.format(Locale.ROOT, "USD %,.2f", Double.parseDouble(all[2])) + ", " + all[3]
                                        + " to " + all[4]));
    }

    @Test
    void the_model_learned_from_those_who_had_bought_by_the_calibrations_end() throws SQLException {
        assertThat(printed.flowing())
                .contains("until 1998-06-30 of " + count("SELECT COUNT(*) FROM " + BUYERS) + " consumers, "
                        + count("SELECT COUNT(*) FROM " + BUYERS + " WHERE N > 1") + " of whom had bought again");
    }

    @Test
    void what_happened_in_the_later_period_is_what_the_source_has() throws SQLException {
        List<List<String>> expected = new ArrayList<>();
        long consumers = 0;
        long later = 0;
        for (String row : sql.rows("SELECT LEAST(N - 1, 7) X, COUNT(*), SUM(LATER) FROM " + BUYERS
                + " GROUP BY LEAST(N - 1, 7) ORDER BY X")) {
            String[] cells = row.split("\\|", -1);
            long customers = Long.parseLong(cells[1]);
            long bought = Long.parseLong(cells[2]);
            expected.add(List.of(cells[0], count(customers), each(bought, customers)));
            consumers += customers;
            later += bought;
        }
        expected.add(List.of("all", count(consumers), each(later, consumers)));
        assertThat(printed.table("repeat purchases", "consumers").stream()
                        .map(row -> List.of(row.get(0).replace(" or more", ""), row.get(1), row.get(3))))
                .containsExactlyElementsOf(expected);
        assertThat(printed.flowing()).contains("were expected and " + count(later) + " happened");
    }

    @Test
    void the_best_consumers_bought_as_often_and_as_much_as_the_source_says() throws SQLException {
        List<List<String>> best = printed.table("#", "consumer");
        String names = best.stream()
                .map(row -> "'" + row.get(1).replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        assertThat(best).hasSize(10);
        assertThat(sql.rows(
                        "SELECT \"fullname\", \"city\", \"member_card\", COUNT(DISTINCT BOUGHT), MAX(BOUGHT), SUM(SALES)"
                                + " FROM " + BASKETS
                                + " JOIN \"customer\" c ON c.\"customer_id\" = C AND c.\"fullname\" IN (" + names
                                + ") GROUP BY C, \"fullname\", \"city\", \"member_card\""))
                .containsAll(best.stream()
                        .map(row -> String.join("|", row.subList(1, 6)) + "|" + plain(row.get(6)))
                        .toList());
    }

    /** A printed amount as plain SQL writes it. */
    private static String plain(String amount) {
        return PlainSql.text(new BigDecimal(amount.replace(",", "")));
    }

    @Test
    void the_best_consumers_stand_in_order_of_what_is_expected() {
        assertThat(printed.table("#", "consumer").stream()
                        .map(row -> Double.parseDouble(row.get(9).replace(",", ""))))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @Test
    void as_many_came_back_as_often_and_as_soon_as_the_source_says() throws SQLException {
        Map<String, List<LocalDate>> days = new TreeMap<>();
        for (String row : sql.rows("SELECT DISTINCT C, BOUGHT FROM " + BASKETS + " ORDER BY C, BOUGHT")) {
            String[] cells = row.split("\\|", -1);
            days.computeIfAbsent(cells[0], consumer -> new ArrayList<>()).add(LocalDate.parse(cells[1]));
        }
        List<List<String>> expected = new ArrayList<>();
        long before = days.size();
        for (int purchase = 1; purchase <= 6; purchase++) {
            int n = purchase;
            List<Long> gaps = days.values().stream()
                    .filter(bought -> bought.size() >= n)
                    .map(bought -> n == 1 ? 0 : ChronoUnit.DAYS.between(bought.get(n - 2), bought.get(n - 1)))
                    .sorted()
                    .toList();
            int half = gaps.size() / 2;
            double median = gaps.size() % 2 == 1 ? gaps.get(half) : (gaps.get(half - 1) + gaps.get(half)) / 2.0;
            List<String> row = new ArrayList<>(List.of(Integer.toString(n), count(gaps.size())));
            if (n > 1) {
                row.add(String.format(Locale.ROOT, "%.1f %%", 100.0 * gaps.size() / before));
            }
            row.add(String.format(Locale.ROOT, "%.1f %%", 100.0 * gaps.size() / days.size()));
            if (n > 1) {
                row.add(String.format(Locale.ROOT, "%.1f", median));
            }
            expected.add(row);
            before = gaps.size();
        }

        assertThat(printed.table("purchase", "consumers")).containsExactlyElementsOf(expected);
    }

    @Test
    void what_is_expected_of_all_is_told_of_everybody_who_bought() throws SQLException {
        assertThat(printed.flowing())
                .contains("Of " + count("SELECT COUNT(DISTINCT C) FROM " + BASKETS) + " consumers, ")
                .containsPattern(
                        "[0-9,.]+ are expected to be buying still; [0-9,.]+ purchases are expected of all of them"
                                + " together, worth USD [0-9,.]+\\.");
    }
}
