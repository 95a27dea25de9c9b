package dev.clientele.b2b.exchange.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Shared;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.ForecastCategory;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.Stage;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.csv.AmountFormat;
import dev.clientele.core.csv.CsvText;
import dev.clientele.core.csv.DayFormat;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.error.InvalidException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Deals come in from files as Salesforce, HubSpot and spreadsheets write them, and a later file corrects an earlier one. */
@ParameterizedClass
@EnumSource(Store.class)
class DealImportCasesTest extends StoredTest {

    private static final Pipeline PIPELINE = Pipeline.of(
            "cases",
            "Cases",
            Stage.open("new", "New", "0.10", ForecastCategory.PIPELINE),
            Stage.open("appointment", "Appointment scheduled", "0.20", ForecastCategory.PIPELINE),
            Stage.won("won", "Closed won"),
            Stage.lost("lost", "Closed lost"));
    private static final DealImport WEEKLY = DealImport.into(PIPELINE)
            .externalId("id")
            .stage("stage")
            .enteredOn("entered")
            .closedOn("closed")
            .amount("amount", CurrencyUnit.EUR)
            .reason("reason");

    DealImportCasesTest(Store store) {
        super(store);
    }

    private ImportReport run(DealImport plan, String... lines) {
        return plan.run(session, new StringReader(String.join("\n", lines)));
    }

    private ImportReport runCase(DealImport plan, String file) throws IOException {
        try (InputStream bytes = Files.newInputStream(Shared.file("cases/" + file));
                Reader text = CsvText.open(bytes)) {
            return plan.run(session, text);
        }
    }

    private Opportunity deal(String externalId) {
        return b2b.deals().findByExternalId(externalId).orElseThrow();
    }

    private static Instant start(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Test
    void an_amount_with_more_decimals_than_its_currency_rejects_its_row_alone() throws IOException {
        DealImport plan = DealImport.into(PIPELINE).externalId("Opportunity ID").stage("Stage");

        ImportReport report = runCase(plan.amount("Amount", CurrencyUnit.USD), "salesforce-usd.csv");

        assertThat(report.errors())
                .extracting(RowError::toString)
                .containsExactly("row 3, Amount: must have at most 2 decimals in USD");
        assertThat(deal("006A01").get(Opportunity.AMOUNT)).isEqualTo(Money.parse("USD 1200"));
        assertThat(deal("006A03").get(Opportunity.AMOUNT)).isEqualTo(Money.parse("USD 80"));
    }

    @Test
    void zeros_behind_the_point_of_an_amount_of_yen_are_no_decimals() throws IOException {
        DealImport plan = DealImport.into(PIPELINE).externalId("Opportunity ID").stage("Stage");

        assertThat(runCase(plan.amount("Amount", CurrencyUnit.JPY), "salesforce-jpy.csv")
                        .isFullyImported())
                .isTrue();
        assertThat(deal("006J02").get(Opportunity.AMOUNT)).isEqualTo(Money.parse("JPY 250000"));
    }

    @Test
    void a_column_of_currencies_gives_each_row_its_own() throws IOException {
        DealImport plan = DealImport.into(PIPELINE)
                .externalId("id")
                .stage("stage")
                .amount("Amount", "Amount Currency")
                .closedOn("close");

        assertThat(runCase(plan, "salesforce-multi.csv").isFullyImported()).isTrue();
        assertThat(deal("m1").get(Opportunity.AMOUNT)).isEqualTo(Money.parse("EUR 1000"));
        assertThat(deal("m3").get(Opportunity.AMOUNT)).isEqualTo(Money.parse("JPY 100000"));
    }

    @Test
    void an_amount_without_a_currency_or_in_none_rejects_its_row() {
        DealImport plan =
                DealImport.into(PIPELINE).externalId("id").stage("stage").amount("amount", "currency");

        ImportReport report =
                run(plan, "id,stage,amount,currency", "a,New,5,", "b,New,5,dollars", "c,New,,", "d,New,5,eur");

        assertThat(report.errors())
                .extracting(RowError::toString)
                .containsExactly(
                        "row 2, currency: is required beside an amount",
                        "row 3, currency: must be a currency's ISO 4217 code such as EUR");
        assertThat(deal("d").get(Opportunity.AMOUNT)).isEqualTo(eur("5"));
    }

    @Test
    void days_with_a_time_come_from_hubspot() throws IOException {
        Pipeline pipeline = Pipeline.of(
                "hubspot",
                "HubSpot",
                Stage.open("appointment", "Appointment scheduled", "0.20", ForecastCategory.PIPELINE),
                Stage.open("contract", "Contract sent", "0.90", ForecastCategory.COMMIT),
                Stage.won("won", "Closed won"),
                Stage.lost("lost", "Closed lost"));
        DealImport plan = DealImport.into(pipeline)
                .externalId("Record ID")
                .column("Deal Name", Opportunity.NAME)
                .stage("Deal Stage")
                .enteredOn("Create Date")
                .closedOn("Close Date")
                .amount("Amount", CurrencyUnit.EUR);

        ImportReport report = runCase(plan, "hubspot.csv");

        assertThat(report.errors()).isEmpty();
        assertThat(deal("9000002").kind()).isEqualTo(StageKind.WON);
        assertThat(deal("9000002").get(Opportunity.CLOSE_DATE)).isEqualTo("2024-06-30");
        assertThat(deal("9000003").get(Opportunity.OPENED_AT)).isEqualTo(start("2024-04-01"));
    }

    @Test
    void local_days_and_decimal_commas_are_read_where_the_plan_says_so() {
        ImportReport report = run(
                WEEKLY.withDayFormat(DayFormat.german()).withAmountFormat(AmountFormat.decimalComma()),
                "id;stage;entered;closed;amount;reason",
                "a;Closed won;5.1.2026;06.02.2026 14:30;1.234,50 €;",
                "b;New;1/5/2026;;;");

        assertThat(report.errors())
                .extracting(RowError::toString)
                .containsExactly(
                        "row 3, entered: must be a day such as 25.4.2013 18:47:56, in the form d.M.yyyy[ HH:mm[:ss]]");
        assertThat(deal("a").get(Opportunity.AMOUNT)).isEqualTo(eur("1234.50"));
        assertThat(deal("a").get(Opportunity.CLOSE_DATE)).isEqualTo("2026-02-06");
    }

    @Test
    void a_later_file_corrects_the_days_and_the_reason_of_open_and_closed_deals() throws IOException {
        runCase(WEEKLY, "week1.csv");

        ImportReport later = runCase(WEEKLY, "week2.csv");

        assertThat(later.changed()).isEqualTo(3);
        assertThat(deal("1").get(Opportunity.OPENED_AT)).isEqualTo(start("2024-01-10"));
        assertThat(deal("2").get(Opportunity.CLOSE_DATE)).isEqualTo("2024-04-02");
        assertThat(deal("2").get(Opportunity.CLOSED_AT)).isEqualTo(start("2024-04-02"));
        assertThat(deal("2").get(Opportunity.CYCLE_DAYS)).isEqualTo(61);
        assertThat(deal("3").get(Opportunity.CLOSE_REASON)).isEqualTo("competitor");
        assertThat(deal("3").visits()).hasSize(2);
        assertThat(runCase(WEEKLY, "week2.csv").unchanged()).isEqualTo(3);
    }

    @Test
    void a_correction_stays_within_the_visits_around_it() {
        run(WEEKLY, "id,stage,entered,closed,amount,reason", "a,New,2026-01-05", "b,New,2026-01-05");
        run(WEEKLY, "id,stage,entered,closed,amount,reason", "a,Appointment scheduled,2026-02-05");

        run(WEEKLY, "id,stage,entered,closed,amount,reason", "a,Appointment scheduled,2025-12-01");

        assertThat(deal("a").history().firstEntered("appointment")).contains(start("2026-01-05"));
        assertThat(deal("a").get(Opportunity.OPENED_AT)).isEqualTo(start("2026-01-05"));
    }

    @Test
    void only_imported_history_is_corrected() {
        run(WEEKLY, "id,stage,entered,closed,amount,reason", "a,Closed won,2026-01-05,2026-02-05,,");
        Opportunity corrected = deal("a").withCorrectedClosing(start("2026-03-01"), LocalDate.of(2026, 3, 1), "late");

        assertThatThrownBy(() -> b2b.deals().save(corrected))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("unless history comes in");
        assertThat(deal("a").get(Opportunity.CLOSE_DATE)).isEqualTo("2026-02-05");
    }

    @Test
    void files_with_a_comma_behind_the_header_or_semicolons_are_read() throws IOException {
        DealImport plan = DealImport.into(PIPELINE)
                .externalId("opportunity_id")
                .stage("deal_stage")
                .withReplacements(
                        "deal_stage", java.util.Map.of("Won", "Closed won", "Lost", "Closed lost", "Engaging", "New"))
                .enteredOn("engage_date")
                .closedOn("close_date")
                .amount("close_value", CurrencyUnit.EUR);

        assertThat(runCase(plan, "d_emptyhdr.csv").isFullyImported()).isTrue();
        assertThat(runCase(plan, "d_semi.csv").unchanged()).isEqualTo(3);
        assertThat(deal("2").get(Opportunity.AMOUNT)).isEqualTo(eur("200"));
    }
}
