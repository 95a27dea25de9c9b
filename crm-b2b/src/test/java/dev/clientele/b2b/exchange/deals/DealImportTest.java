package dev.clientele.b2b.exchange.deals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.deal.pipeline.StageKind;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.error.InvalidException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Store.class)
class DealImportTest extends StoredTest {

    private static final String HEADER = "id,stage,entered,closed,value,account,why\n";

    private static final DealImport PLAN = DealImport.into(Pipeline.standard())
            .externalId("id")
            .stage("stage")
            .enteredOn("entered")
            .closedOn("closed")
            .reason("why")
            .amount("value", CurrencyUnit.EUR)
            .account("account", Account.NAME);

    DealImportTest(Store store) {
        super(store);
    }

    private ImportReport run(DealImport plan, String... rows) {
        return plan.run(session, new StringReader(HEADER + String.join("\n", rows)));
    }

    private Opportunity deal(String externalId) {
        return b2b.deals().findByExternalId(externalId).orElseThrow();
    }

    @Test
    void a_closed_deal_has_the_history_that_it_would_have_had_here() {
        account("Globex");

        ImportReport report = run(PLAN, "d1,Won,2026-01-05,2026-02-05,100,Globex,price");

        assertThat(report.isFullyImported()).as(report.errors().toString()).isTrue();
        Opportunity deal = deal("d1");
        assertThat(deal.kind()).isEqualTo(StageKind.WON);
        assertThat(deal.get(Opportunity.CLOSE_DATE)).isEqualTo("2026-02-05");
        assertThat(deal.get(Opportunity.CLOSE_REASON)).isEqualTo("price");
        assertThat(deal.history().intervals()).hasSize(2);
        assertThat(deal.history().cycleTime(NOW).toDays()).isEqualTo(31);
        assertThat(deal.get(Opportunity.OPENED_AT))
                .isEqualTo(LocalDate.of(2026, 1, 5).atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(b2b.deals().history(deal.id())).hasSize(1);
    }

    @Test
    void what_a_closed_deal_came_to_is_not_put_into_its_past() {
        run(PLAN, "d1,Won,2026-01-05,2026-02-05,100,,");

        assertThat(deal("d1").visits().get(0).amount()).isNull();
        assertThat(deal("d1").visits().get(1).amount()).isEqualTo(eur("100"));
    }

    @Test
    void the_same_file_again_changes_nothing() {
        account("Globex");
        String[] rows = {"d1,Won,2026-01-05,2026-02-05,100,Globex,price", "d2,Propose,2026-01-05,,,,"};
        run(PLAN, rows);
        Opportunity before = deal("d1");

        ImportReport again = run(PLAN, rows);

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(deal("d1")).isEqualTo(before);
    }

    @Test
    void a_later_file_moves_deals_on_and_keeps_where_they_were() {
        run(PLAN, "d1,Qualify,2026-01-05,,50,,", "d2,Qualify,2026-01-05,,,,");

        ImportReport later = run(PLAN, "d1,Propose,2026-02-01,,60,,", "d2,Lost,2026-01-05,2026-03-01,,,");

        assertThat(later.changed()).isEqualTo(2);
        assertThat(deal("d1").stage()).isEqualTo("propose");
        assertThat(deal("d1").history().entryCount("qualify")).isEqualTo(1);
        assertThat(deal("d1").get(Opportunity.AMOUNT)).isEqualTo(eur("60"));
        assertThat(deal("d2").get(Opportunity.CLOSE_REASON)).isEqualTo("not told");
    }

    @Test
    void a_deal_named_twice_in_a_file_is_one_deal() {
        ImportReport report = run(PLAN, "d1,Qualify,2026-01-05,,,,", "d1,Propose,2026-02-05,,,,");

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(deal("d1").history().entryCount("qualify")).isEqualTo(1);
        assertThat(deal("d1").stage()).isEqualTo("propose");
    }

    @Test
    void a_row_that_can_not_be_taken_is_told_by_its_number_and_the_others_go_in() {
        ImportReport report = run(
                PLAN,
                "d1,Qualify,2026-01-05,,,,",
                "d2,Nowhere,2026-01-05,,,,",
                "d3,Won,2026-01-05,,,,",
                "d4,Won,2026-01-05,2026-01-01,,,",
                "d5,Qualify,yesterday,,,,",
                "d6,Qualify,,,much,,",
                "d7,Qualify,,,,Initech,",
                ",Qualify,,,,,",
                "d8,Qualify,,,,,,surplus");

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(8);
        assertThat(report.rows()).isEqualTo(9);
        assertThat(report.errors()).extracting(RowError::row).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(report.errors())
                .extracting(RowError::code)
                .containsExactly("form", "required", "order", "form", "form", "no_such_record", "required", "too_many");
        assertThat(report.errors().get(0).reason()).startsWith("must be one of [");
        assertThat(report.errors().get(5).reason()).isEqualTo("no account has this name");
        assertThat(b2b.deals().all().count()).isEqualTo(1);
    }

    @Test
    void a_dry_run_tells_the_same_and_stores_nothing() {
        run(PLAN, "d1,Qualify,2026-01-05,,,,");

        ImportReport report = run(PLAN.dryRun(), "d1,Propose,2026-02-05,,,,", "d2,Qualify,,,,,", "d3,Nowhere,,,,,");

        assertThat(report.dryRun()).isTrue();
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(b2b.deals().all().count()).isEqualTo(1);
        assertThat(deal("d1").stage()).isEqualTo("qualify");
    }

    @Test
    void a_dry_run_on_nothing_leaves_not_even_the_pipeline() {
        run(PLAN.dryRun(), "d1,Qualify,2026-01-05,,,,");

        assertThat(b2b.deals().pipelines().all().count()).isZero();
    }

    @Test
    void a_column_that_was_asked_for_has_to_be_there() {
        assertThatThrownBy(() -> PLAN.run(session, new StringReader("id,stage\nd1,Won\n")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("the file has no such column");
        assertThatThrownBy(() -> DealImport.into(Pipeline.standard()).run(session, new StringReader("id\n")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("EXTERNAL_ID");
    }

    @Test
    void a_row_that_is_no_csv_is_told_and_the_rest_is_read() {
        ImportReport report = run(PLAN, "d1,Qualify,2026-01-05", "d2,\"Qualify,2026-01-05", "d3,Qualify,2026-01-05");

        assertThat(report.added()).isEqualTo(2);
        assertThat(report.errors()).extracting(RowError::row).containsExactly(3L);
    }
}
