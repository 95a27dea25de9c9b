package dev.clientele.examples.quickstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.quickstart.LoadedOnce;
import dev.clientele.examples.quickstart.Printed;
import dev.clientele.examples.quickstart.source.PlainSql;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every figure that the report prints about SteelWheels, against plain SQL on the source. */
class BusinessFiguresTest {

    /** The company's own customers: all but those that a demonstration added. */
    private static final String REAL = " IN (SELECT CUSTOMERNUMBER FROM \"customer_w_ter\")";

    private static final String ORDERS =
            "\"orders\" o JOIN (SELECT ORDERNUMBER N, SUM(QUANTITYORDERED * PRICEEACH) AMOUNT"
                    + " FROM \"orderdetails\" GROUP BY ORDERNUMBER) d ON d.N = o.ORDERNUMBER AND o.CUSTOMERNUMBER"
                    + REAL;

    private static final String PROBABILITY = "CASE STATUS WHEN 'In Process' THEN 0.95 WHEN 'On Hold' THEN 0.6"
            + " WHEN 'Disputed' THEN 0.4 WHEN 'Cancelled' THEN 0.0 ELSE 1.0 END";

    private static final String DELIVERED = "STATUS IN ('Shipped', 'Resolved')";
    private static final String OPEN = "STATUS IN ('In Process', 'On Hold', 'Disputed')";

    private static PlainSql sql;
    private static Printed printed;

    @BeforeAll
    static void open() throws SQLException {
        sql = PlainSql.on("steelwheels");
        printed = new Printed(LoadedOnce.report());
    }

    @AfterAll
    static void close() throws SQLException {
        sql.close();
    }

    private static String money(Object amount) {
        return String.format(Locale.ROOT, "%,.2f", new BigDecimal(amount.toString()));
    }

    private static List<String> sql(String query) throws SQLException {
        return sql.rows(query);
    }

    @Test
    void there_is_as_much_of_everything_as_in_the_source() throws SQLException {
        Map<String, String> counts = Map.of(
                "territories", "SELECT COUNT(DISTINCT TERRITORY) FROM \"offices\"",
                "sales representatives", "SELECT COUNT(*) FROM \"employees\"",
                "accounts", "SELECT COUNT(*) FROM \"customers\" WHERE CUSTOMERNUMBER" + REAL,
                "contacts",
                        "SELECT COUNT(DISTINCT CONTACTFIRSTNAME || ' ' || CONTACTLASTNAME) FROM \"customers\""
                                + " WHERE CUSTOMERNUMBER" + REAL,
                "orders as deals", "SELECT COUNT(*) FROM " + ORDERS,
                "interactions",
                        "SELECT (SELECT COUNT(*) + COUNT(COMMENTS) + COUNT(CASE WHEN YEAR(SHIPPEDDATE) <> 2006 THEN 1 END)"
                                + " FROM \"orders\" WHERE CUSTOMERNUMBER" + REAL
                                + ") + (SELECT COUNT(*) FROM \"payments\" WHERE CUSTOMERNUMBER" + REAL
                                + ") FROM (VALUES(0))");
        List<List<String>> rows = printed.table("selling to businesses", "how many");
        assertThat(rows).hasSize(counts.size());
        for (List<String> row : rows) {
            assertThat(row.get(1)).as(row.get(0)).isEqualTo(String.valueOf(sql.count(counts.get(row.get(0)))));
        }
    }

    @Test
    void all_orders_amount_to_what_the_source_says_between_its_days() throws SQLException {
        assertThat(printed.table("selling to businesses", "how many").get(4).get(2))
                .isEqualTo("USD " + money(sql.number("SELECT SUM(AMOUNT) FROM " + ORDERS)) + ", "
                        + sql("SELECT CAST(MIN(ORDERDATE) AS DATE) FROM " + ORDERS)
                                .get(0) + " to "
                        + sql("SELECT CAST(MAX(ORDERDATE) AS DATE) FROM " + ORDERS)
                                .get(0));
    }

    @Test
    void the_timeline_has_every_order_shipment_comment_and_payment_of_the_account() throws SQLException {
        long all = sql.count("SELECT COUNT(*) + COUNT(COMMENTS) + COUNT(CASE WHEN YEAR(SHIPPEDDATE) <> 2006 THEN 1 END)"
                        + " FROM \"orders\" WHERE CUSTOMERNUMBER = 141")
                + sql.count("SELECT COUNT(*) FROM \"payments\" WHERE CUSTOMERNUMBER = 141");
        assertThat(printed.flowing()).contains("The latest 15 of " + all + " interactions.");
    }

    @Test
    void the_timeline_shows_the_latest_days_and_amounts() throws SQLException {
        List<String> latest = sql("""
                SELECT HAPPENED, AMOUNT FROM (
                  SELECT CAST(ORDERDATE AS DATE) HAPPENED, (SELECT SUM(QUANTITYORDERED * PRICEEACH) FROM "orderdetails" d
                    WHERE d.ORDERNUMBER = o.ORDERNUMBER) AMOUNT FROM "orders" o WHERE CUSTOMERNUMBER = 141
                  UNION ALL SELECT CAST(ORDERDATE AS DATE), NULL FROM "orders"
                    WHERE CUSTOMERNUMBER = 141 AND COMMENTS IS NOT NULL
                  UNION ALL SELECT CAST(SHIPPEDDATE AS DATE), NULL FROM "orders"
                    WHERE CUSTOMERNUMBER = 141 AND YEAR(SHIPPEDDATE) <> 2006
                  UNION ALL SELECT CAST(PAYMENTDATE AS DATE), AMOUNT FROM "payments" WHERE CUSTOMERNUMBER = 141)
                ORDER BY HAPPENED DESC FETCH FIRST 15 ROWS ONLY""").stream()
                .map(row -> row.endsWith("|null")
                        ? row.substring(0, 10) + "|"
                        : row.substring(0, 11) + money(row.substring(11)))
                .toList();
        assertThat(printed.table("day", "channel").stream()
                        .map(row -> row.get(0) + "|"
                                + (row.get(row.size() - 1).matches("[0-9,]+\\.[0-9]{2}")
                                        ? row.get(row.size() - 1)
                                        : "")))
                .containsExactlyInAnyOrderElementsOf(latest);
    }

    @Test
    void deals_by_stage_are_the_orders_by_status() throws SQLException {
        Map<String, String> statuses = Map.of(
                "In process", "STATUS = 'In Process'",
                "On hold", "STATUS = 'On Hold'",
                "Disputed", "STATUS = 'Disputed'",
                "Delivered", DELIVERED,
                "Cancelled", "STATUS = 'Cancelled'",
                "all", "TRUE");
        List<List<String>> rows = printed.table("stage", "forecast");
        assertThat(rows).hasSize(6);
        for (List<String> row : rows) {
            List<String> figures = row.subList(row.size() - 3, row.size());
            assertThat(figures).as(row.get(0)).isEqualTo(stage(statuses.get(row.get(0))));
        }
    }

    private static List<String> stage(String condition) throws SQLException {
        String from = " FROM " + ORDERS + " WHERE " + condition;
        return List.of(
                String.valueOf(sql.count("SELECT COUNT(*)" + from)),
                money(sql.number("SELECT SUM(AMOUNT)" + from)),
                money(sql.number("SELECT SUM(AMOUNT * " + PROBABILITY + ")" + from)));
    }

    @Test
    void every_quarter_has_what_was_sent_and_what_is_due_in_it() throws SQLException {
        assertThat(printed.table("quarter", "deals").stream().map(row -> String.join("|", row)))
                .containsExactlyElementsOf(quarters("Y || '-Q' || Q", "GROUP BY Y, Q ORDER BY Y, Q", "'all'"));
    }

    private static List<String> quarters(String name, String grouping, String all) throws SQLException {
        String figures = ", COUNT(*), SUM(CASE WHEN " + DELIVERED + " THEN AMOUNT ELSE 0 END), SUM(CASE WHEN " + OPEN
                + " THEN AMOUNT ELSE 0 END), SUM(AMOUNT * " + PROBABILITY + ")";
        String closing = " FROM (SELECT STATUS, AMOUNT, YEAR(CLOSED) Y, QUARTER(CLOSED) Q FROM (SELECT STATUS, AMOUNT,"
                + " CASE WHEN " + OPEN + " THEN REQUIREDDATE ELSE SHIPPEDDATE END CLOSED FROM " + ORDERS
                + " WHERE STATUS <> 'Cancelled')) ";
        List<String> rows = new ArrayList<>(sql("SELECT " + name + figures + closing + grouping));
        rows.addAll(sql("SELECT " + all + figures + closing));
        return rows.stream().map(BusinessFiguresTest::withMoney).toList();
    }

    /** The third and all later columns as money. */
    private static String withMoney(String row) {
        String[] cells = row.split("\\|", -1);
        for (int i = 2; i < cells.length; i++) {
            cells[i] = money(cells[i]);
        }
        return String.join("|", cells);
    }

    @Test
    void open_deals_by_owner_are_those_of_the_customers_representatives() throws SQLException {
        List<String> expected = sql("SELECT e.FIRSTNAME || ' ' || e.LASTNAME || ', ' || f.TERRITORY || ', ' || COUNT(*)"
                        + " || ', ' || COUNT(CASE WHEN REQUIREDDATE < DATE'2005-05-31' THEN 1 END), '', SUM(AMOUNT),"
                        + " SUM(AMOUNT * " + PROBABILITY + ") FROM " + ORDERS
                        + " JOIN \"customers\" c ON c.CUSTOMERNUMBER = o.CUSTOMERNUMBER"
                        + " JOIN \"employees\" e ON e.EMPLOYEENUMBER = c.SALESREPEMPLOYEENUMBER"
                        + " JOIN \"offices\" f ON f.OFFICECODE = e.OFFICECODE WHERE " + OPEN
                        + " GROUP BY e.FIRSTNAME, e.LASTNAME, f.TERRITORY")
                .stream()
                .map(BusinessFiguresTest::withMoney)
                .toList();
        List<List<String>> rows = printed.table("owner", "territory");
        assertThat(rows.subList(0, rows.size() - 1).stream()
                        .map(row -> String.join(", ", row.subList(0, 4)) + "||" + row.get(4) + "|" + row.get(5)))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows.get(rows.size() - 1))
                .containsExactly(
                        "all",
                        String.valueOf(sql.count("SELECT COUNT(*) FROM " + ORDERS + " WHERE " + OPEN)),
                        money(sql.number("SELECT SUM(AMOUNT) FROM " + ORDERS + " WHERE " + OPEN)),
                        money(sql.number(
                                "SELECT SUM(AMOUNT * " + PROBABILITY + ") FROM " + ORDERS + " WHERE " + OPEN)));
    }

    @Test
    void what_was_left_out_is_what_the_source_has_besides() throws SQLException {
        assertThat(printed.flowing())
                .contains(sql.count("SELECT COUNT(*) FROM \"customers\" WHERE NOT CUSTOMERNUMBER" + REAL)
                        + " customers left out")
                .contains(sql.count("SELECT COUNT(*) FROM \"orders\" WHERE NOT CUSTOMERNUMBER" + REAL)
                        + " orders left out");
    }
}
