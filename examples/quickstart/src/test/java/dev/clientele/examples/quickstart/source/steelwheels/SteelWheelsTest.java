package dev.clientele.examples.quickstart.source.steelwheels;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.examples.quickstart.source.Finding;
import dev.clientele.examples.quickstart.source.PlainSql;
import dev.clientele.examples.quickstart.source.ProgressListener;
import dev.clientele.examples.quickstart.source.SourceDataException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every count and total that the reader gives, against plain SQL on the source as HSQLDB itself opens it. */
class SteelWheelsTest {

    private static PlainSql sql;
    private static SteelWheels source;
    private static List<SteelWheelsCustomer> customers;
    private static List<Employee> employees;
    private static List<SteelWheelsOrder> orders;
    private static List<Payment> payments;

    @BeforeAll
    static void open() throws SQLException {
        sql = PlainSql.on("steelwheels");
        source = SteelWheels.open(ProgressListener.none());
        customers = all(source.customers());
        employees = all(source.employees());
        orders = all(source.orders());
        payments = all(source.payments());
    }

    @AfterAll
    static void close() throws SQLException {
        source.close();
        sql.close();
    }

    private static <T> List<T> all(Stream<T> stream) {
        try (stream) {
            return stream.toList();
        }
    }

    private static <T> List<String> tally(Stream<T> records, Function<T, ?> key) {
        return records.collect(groupingBy(key, counting())).entrySet().stream()
                .map(entry -> PlainSql.text(entry.getKey()) + "|" + entry.getValue())
                .toList();
    }

    private static List<String> totals(Function<SteelWheelsOrder, ?> key) {
        return orders.stream()
                .collect(groupingBy(key, reducing(BigDecimal.ZERO, SteelWheelsOrder::total, BigDecimal::add)))
                .entrySet()
                .stream()
                .map(entry -> PlainSql.text(entry.getKey()) + "|" + PlainSql.text(entry.getValue()))
                .toList();
    }

    @Test
    void every_customer_is_there_by_number() throws SQLException {
        assertThat(customers)
                .hasSize(126)
                .extracting(SteelWheelsCustomer::number)
                .isSorted();
        assertThat(customers.stream()
                        .map(customer -> customer.number() + "|" + PlainSql.text(customer.creditLimit()) + "|"
                                + (customer.salesRep().isPresent()
                                        ? String.valueOf(customer.salesRep().getAsInt())
                                        : "null")))
                .containsExactlyElementsOf(sql.rows("""
                        SELECT CUSTOMERNUMBER, CREDITLIMIT, SALESREPEMPLOYEENUMBER FROM "customers"
                        ORDER BY CUSTOMERNUMBER"""));
    }

    @Test
    void customers_by_country_are_as_many_as_in_the_source() throws SQLException {
        assertThat(tally(customers.stream(), customer -> customer.address().country()))
                .containsExactlyInAnyOrderElementsOf(
                        sql.rows("SELECT COUNTRY, COUNT(*) FROM \"customers\" GROUP BY COUNTRY"));
    }

    @Test
    void the_four_of_the_demonstration_are_marked() {
        assertThat(customers)
                .filteredOn(SteelWheelsCustomer::demonstration)
                .extracting(SteelWheelsCustomer::number)
                .containsExactly(97, 98, 99, 100);
    }

    @Test
    void a_customer_has_all_that_the_source_knows() {
        assertThat(customers)
                .filteredOn(customer -> customer.number() == 114)
                .singleElement()
                .satisfies(customer -> {
                    assertThat(customer.name()).isEqualTo("Australian Collectors, Co.");
                    assertThat(customer.contact()).isEqualTo(new SteelWheelsCustomer.ContactName("Peter", "Ferguson"));
                    assertThat(customer.phone()).isEqualTo("03 9520 4555");
                    assertThat(customer.address().street()).isEqualTo("636 St Kilda Road");
                    assertThat(customer.address().addition()).contains("Level 3");
                    assertThat(customer.address().state()).contains("Victoria");
                    assertThat(customer.address().postalCode()).contains("3004");
                    assertThat(customer.salesRep()).isEqualTo(OptionalInt.of(1611));
                });
    }

    @Test
    void names_have_their_letters_back() {
        assertThat(customers)
                .extracting(SteelWheelsCustomer::name)
                .contains("Natürlich Autos", "Québec Home Shopping Network", "Audio Video 'R' Us")
                .noneMatch(name -> name.contains("u00"));
    }

    @Test
    void every_employee_is_there_and_reports_to_one_who_is() throws SQLException {
        assertThat(employees).hasSize((int) sql.count("SELECT COUNT(*) FROM \"employees\""));
        assertThat(employees.stream()
                        .flatMapToInt(employee -> employee.reportsTo().stream())
                        .boxed())
                .hasSize(22)
                .isSubsetOf(employees.stream().map(Employee::number).toList());
    }

    @Test
    void every_customers_representative_sells() {
        List<Integer> selling = employees.stream()
                .filter(Employee::isSalesRep)
                .map(Employee::number)
                .toList();
        assertThat(customers.stream()
                        .flatMapToInt(customer -> customer.salesRep().stream())
                        .boxed())
                .hasSize(104)
                .isSubsetOf(selling);
    }

    @Test
    void representatives_by_territory_are_as_many_as_in_the_source() throws SQLException {
        List<Office> offices = all(source.offices());
        assertThat(tally(
                        employees.stream().filter(Employee::isSalesRep),
                        employee -> offices.stream()
                                .filter(office -> office.code().equals(employee.office()))
                                .findFirst()
                                .orElseThrow()
                                .territory()))
                .containsExactlyInAnyOrderElementsOf(sql.rows("""
                        SELECT o.TERRITORY, COUNT(*) FROM "employees" e, "offices" o
                        WHERE o.OFFICECODE = e.OFFICECODE AND e.JOBTITLE = 'Sales Rep' GROUP BY o.TERRITORY"""));
    }

    @Test
    void every_order_is_there_by_day() throws SQLException {
        assertThat(orders)
                .hasSize(330)
                .isSortedAccordingTo(
                        Comparator.comparing(SteelWheelsOrder::ordered).thenComparing(SteelWheelsOrder::number));
        assertThat(orders.stream().map(SteelWheelsOrder::number).sorted().map(String::valueOf))
                .containsExactlyElementsOf(sql.rows("SELECT ORDERNUMBER FROM \"orders\" ORDER BY ORDERNUMBER"));
    }

    @Test
    void orders_by_status_are_as_many_as_in_the_source() throws SQLException {
        assertThat(tally(orders.stream(), order -> order.status().text()))
                .containsExactlyInAnyOrderElementsOf(
                        sql.rows("SELECT STATUS, COUNT(*) FROM \"orders\" GROUP BY STATUS"));
    }

    @Test
    void totals_by_status_are_the_sources_to_the_cent() throws SQLException {
        assertThat(totals(order -> order.status().text())).containsExactlyInAnyOrderElementsOf(sql.rows("""
                        SELECT STATUS, SUM(QUANTITYORDERED * PRICEEACH) FROM "orders" o, "orderdetails" d
                        WHERE d.ORDERNUMBER = o.ORDERNUMBER GROUP BY STATUS"""));
    }

    @Test
    void totals_by_year_are_the_sources_to_the_cent() throws SQLException {
        assertThat(totals(order -> order.ordered().getYear())).containsExactlyInAnyOrderElementsOf(sql.rows("""
                        SELECT YEAR(ORDERDATE), SUM(QUANTITYORDERED * PRICEEACH) FROM "orders" o, "orderdetails" d
                        WHERE d.ORDERNUMBER = o.ORDERNUMBER GROUP BY YEAR(ORDERDATE)"""));
    }

    @Test
    void totals_by_customer_are_the_sources_to_the_cent() throws SQLException {
        assertThat(totals(SteelWheelsOrder::customer)).containsExactlyInAnyOrderElementsOf(sql.rows("""
                        SELECT CUSTOMERNUMBER, SUM(QUANTITYORDERED * PRICEEACH) FROM "orders" o, "orderdetails" d
                        WHERE d.ORDERNUMBER = o.ORDERNUMBER GROUP BY CUSTOMERNUMBER"""));
    }

    @Test
    void every_line_of_an_order_is_there_in_its_place() throws SQLException {
        assertThat(orders.stream()
                        .sorted(Comparator.comparing(SteelWheelsOrder::number))
                        .flatMap(order -> order.lines().stream()
                                .map(line -> order.number() + "|" + line.number() + "|" + line.productCode() + "|"
                                        + line.quantity() + "|" + PlainSql.text(line.priceEach()))))
                .hasSize(3000)
                .containsExactlyElementsOf(sql.rows("""
                        SELECT ORDERNUMBER, ORDERLINENUMBER, PRODUCTCODE, QUANTITYORDERED, PRICEEACH
                        FROM "orderdetails" WHERE ORDERNUMBER IN (SELECT ORDERNUMBER FROM "orders")
                        ORDER BY ORDERNUMBER, ORDERLINENUMBER"""));
    }

    @Test
    void only_what_was_sent_has_a_date_of_shipment_and_it_is_the_sources() throws SQLException {
        assertThat(orders.stream()
                        .filter(order -> order.shipped().isPresent())
                        .sorted(Comparator.comparing(SteelWheelsOrder::number))
                        .map(order -> order.number() + "|" + order.shipped().orElseThrow()))
                .hasSize(316)
                .containsExactlyElementsOf(sql.rows("""
                        SELECT ORDERNUMBER, CAST(SHIPPEDDATE AS DATE) FROM "orders"
                        WHERE YEAR(SHIPPEDDATE) <> 2006 ORDER BY ORDERNUMBER"""));
        assertThat(orders)
                .filteredOn(order -> order.status() == OrderStatus.ON_HOLD || order.status() == OrderStatus.IN_PROCESS)
                .hasSize(10)
                .allMatch(order -> order.shipped().isEmpty());
    }

    @Test
    void an_order_has_all_that_the_source_knows() {
        assertThat(orders)
                .filteredOn(order -> order.number() == 10179)
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.customer()).isEqualTo(496);
                    assertThat(order.ordered()).isEqualTo(LocalDate.of(2003, 11, 11));
                    assertThat(order.required()).isEqualTo(LocalDate.of(2003, 11, 17));
                    assertThat(order.shipped()).isEqualTo(Optional.of(LocalDate.of(2003, 11, 13)));
                    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
                    assertThat(order.comments().orElseThrow()).startsWith("Customer cancelled due to urgent budgeting");
                });
    }

    @Test
    void every_payment_is_there_by_day() throws SQLException {
        assertThat(payments.stream()
                        .map(payment -> payment.customer() + "|" + payment.checkNumber() + "|" + payment.paid() + "|"
                                + PlainSql.text(payment.amount())))
                .hasSize(272)
                .containsExactlyElementsOf(sql.rows("""
                        SELECT CUSTOMERNUMBER, CHECKNUMBER, CAST(PAYMENTDATE AS DATE), AMOUNT FROM "payments"
                        ORDER BY PAYMENTDATE, CHECKNUMBER"""));
    }

    @Test
    void findings_count_what_is_odd() {
        assertThat(source.findings())
                .extracting(Finding::count)
                .containsExactly(4L, 4L, 22L, 24L, 2L, 21L, 2L, 14L, 2L, 1L);
    }

    @Test
    void a_status_that_the_source_does_not_have_is_an_error() {
        assertThatThrownBy(() -> OrderStatus.parse("Lost"))
                .isInstanceOf(SourceDataException.class)
                .hasMessage("unknown order status Lost");
    }
}
