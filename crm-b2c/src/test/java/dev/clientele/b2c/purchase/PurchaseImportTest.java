package dev.clientele.b2c.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.clientele.b2c.Store;
import dev.clientele.b2c.StoredTest;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.csv.AmountFormat;
import dev.clientele.core.csv.DayFormat;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RejectedRowWriter;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.customer.PersonName;
import dev.clientele.core.error.InvalidException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Purchases come in by CSV as records do. */
@ParameterizedClass
@EnumSource(Store.class)
class PurchaseImportTest extends StoredTest {

    private static final PurchaseImport PLAN = PurchaseImport.from("shop")
            .orderId("order")
            .personFrom("customer", "shop")
            .day("date")
            .amount("total", "currency")
            .refundedOrder("refunds")
            .column("store", Purchase.STORE);
    private static final String HEADER = "order,customer,date,total,currency,refunds,store\n";

    private Person ana;

    PurchaseImportTest(Store store) {
        super(store);
    }

    @BeforeEach
    void add_a_customer() {
        ana = b2c.persons()
                .add(Person.named(PersonName.of("Ana"))
                        .from("shop", "17")
                        .withExternalId("till", "A1")
                        .with(Person.LOYALTY_NUMBER, "L-5"));
    }

    private ImportReport run(PurchaseImport plan, String text) {
        return plan.run(session, new StringReader(text));
    }

    private Purchase order(String id) {
        return b2c.purchases().find("shop", id).orElseThrow();
    }

    @Test
    void a_row_is_a_purchase_once_however_often_the_file_is_read() {
        String file = HEADER
                + "o1,17,2026-01-31,45.10,GBP,,Leeds 2\no2,17,2026-02-01,5,GBP,,\no1,17,2026-01-31,45.10,GBP,,\n";

        assertThat(run(PLAN, file)).hasToString("read 3 rows: 2 added, 0 changed, 1 unchanged, 0 rejected");
        assertThat(run(PLAN, file)).hasToString("read 3 rows: 0 added, 0 changed, 3 unchanged, 0 rejected");

        assertThat(order("o1").amount()).isEqualTo(gbp("45.10"));
        assertThat(order("o1").get(Purchase.STORE)).isEqualTo("Leeds 2");
        assertThat(order("o1").occurredAt()).isEqualTo(Instant.parse("2026-01-31T00:00:00Z"));
        PurchaseLedger ledger = b2c.purchases().ledger(ana.id()).orElseThrow();
        assertThat(ledger.get(PurchaseLedger.PURCHASES)).isEqualTo(2);
        assertThat(ledger.get(PurchaseLedger.SPENT)).isEqualTo(gbp("50.10"));
    }

    @Test
    void persons_are_named_by_id_by_a_field_or_by_the_id_in_a_system() {
        run(PLAN.person("customer"), HEADER + "o1," + ana.id() + ",2026-01-31,1,GBP,,\n");
        run(PLAN.person("customer", Person.LOYALTY_NUMBER), HEADER + "o2,L-5,2026-01-31,1,GBP,,\n");
        run(PLAN.personFrom("customer", "till"), HEADER + "o3,A1,2026-01-31,1,GBP,,\n");

        assertThat(b2c.purchases().byPerson(ana.id()).count()).isEqualTo(3);
    }

    @Test
    void a_refund_is_a_row_that_names_its_order_or_says_so_or_has_an_amount_below_zero() {
        run(PLAN, HEADER + "o1,17,2026-01-31,45,GBP,,\nr1,17,2026-02-03,45,GBP,o1,\n");
        run(PLAN.kind("kind").negativeAmountsAreRefunds(), """
                order,customer,date,total,currency,refunds,store,kind
                r2,17,2026-02-03,5,GBP,,,Refund
                r3,17,2026-02-03,-7,GBP,,,
                o4,17,2026-02-03,9,GBP,,,purchase
                """);

        assertThat(order("r1").original()).contains("shop:o1");
        assertThat(order("r2").isRefund()).isTrue();
        assertThat(order("r3").amount()).isEqualTo(gbp("7"));
        assertThat(order("r3").isRefund()).isTrue();
        assertThat(order("o4").isRefund()).isFalse();
    }

    @Test
    void rows_that_can_not_be_taken_are_told_by_number_and_column_and_the_others_go_in() {
        StringBuilder rejects = new StringBuilder();
        ImportReport report = run(
                PLAN.withRejectedRows(RejectedRowWriter.to(rejects)),
                HEADER + ",17,2026-01-31,1,GBP,,\n" + "o2,18,2026-01-31,1,GBP,,\n" + "o3,17,2026-02-30,1,GBP,,\n"
                        + "o4,17,2026-01-31,1.234,GBP,,\n" + "o5,17,2026-01-31,-1,GBP,,\n"
                        + "o6,17,2026-01-31,1,XYZ,,\n" + "o:7,17,2026-01-31,1,GBP,," + "x".repeat(81) + "\n"
                        + "o8,,2026-01-31,1,GBP,,\n" + "o9,17,2026-01-31,1,GBP,,\n" + "o10," + "9".repeat(300)
                        + ",2026-01-31,1,GBP,,\n");

        assertThat(report.errors())
                .extracting(RowError::toString)
                .containsExactly(
                        "row 2, order: is required",
                        "row 3, customer: no person has this id of shop",
                        "row 4, date: must be a day such as 2013-04-25, in the form yyyy-MM-dd",
                        "row 5, total: must have at most 2 decimals in GBP",
                        "row 6, total: must not be below zero for a purchase",
                        "row 7, currency: must be a currency's ISO 4217 code such as EUR",
                        "row 8, store: must have at most 80 code points, got 81",
                        "row 9, customer: is required",
                        "row 11, customer: no person has this id of shop");
        assertThat(report.errors())
                .extracting(RowError::code)
                .containsExactly(
                        "required",
                        "no_such_record",
                        "form",
                        "digits",
                        "range",
                        "form",
                        "too_long",
                        "required",
                        "no_such_record");
        assertThat(report.added()).isEqualTo(1);
        assertThat(rejects.toString().lines()).hasSize(10);
    }

    @Test
    void a_time_on_a_day_that_is_not_on_the_calendar_is_no_time() {
        ImportReport report = run(
                PLAN.time("date"), HEADER + "o1,17,2026-02-30 08:26,1,GBP,,\n" + "o2,17,2026-02-28 08:26,1,GBP,,\n");

        assertThat(report.errors()).extracting(RowError::row, RowError::code).containsExactly(tuple(2L, "form"));
        assertThat(report.added()).isEqualTo(1);
    }

    @Test
    void times_and_amounts_are_read_as_a_country_or_a_program_writes_them() {
        b2c.purchases().setPolicy(PurchasePolicy.standard().withZone(ZoneId.of("Europe/Berlin")));
        run(
                PLAN.withDayFormat(DayFormat.german())
                        .withAmountFormat(AmountFormat.decimalComma())
                        .amount("total", CurrencyUnit.EUR),
                HEADER.replace(',', ';') + "o1;17;31.01.2026;1.045,10;;;\n");
        run(PLAN.time("date"), HEADER + "o2,17,2026-01-31T08:26:00Z,1,GBP,,\no3,17,2026-01-31 08:26,1,GBP,,\n");

        assertThat(order("o1").amount()).isEqualTo(Money.parse("EUR 1045.10"));
        assertThat(order("o1").occurredAt()).isEqualTo(Instant.parse("2026-01-30T23:00:00Z"));
        assertThat(order("o2").occurredAt()).isEqualTo(Instant.parse("2026-01-31T08:26:00Z"));
        assertThat(order("o3").occurredAt()).isEqualTo(Instant.parse("2026-01-31T07:26:00Z"));
    }

    @Test
    void a_dry_run_records_nothing_and_sees_an_order_that_comes_twice() {
        String file = IntStream.range(0, 700)
                .mapToObj(i -> "o" + i + ",17,2026-01-31,1,GBP,,\n")
                .collect(Collectors.joining("", HEADER, "o3,17,2026-01-31,1,GBP,,\no4,19,2026-01-31,1,GBP,,\n"));

        assertThat(run(PLAN.dryRun(), file))
                .hasToString("tried 702 rows: 700 added, 0 changed, 1 unchanged, 1 rejected");
        assertThat(b2c.purchases().all().count()).isZero();
        assertThat(b2c.purchases().ledger(ana.id())).isEmpty();
    }

    @Test
    void a_column_that_was_not_given_or_is_not_there_is_an_error() {
        assertThatThrownBy(() -> run(PurchaseImport.from("shop").orderId("order"), HEADER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no column was given for PERSON");
        assertThatThrownBy(() -> run(PLAN, "order,customer,date,total\n"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("currency: the file has no such column");
    }
}
