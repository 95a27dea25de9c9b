package dev.clientele.b2b.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.exchange.deals.DealImport;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.SurvivorshipRule;
import java.io.StringReader;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Merged deals stay merged, though the system they come from goes on to know the duplicate. */
@ParameterizedClass
@EnumSource(Store.class)
class MergedDealImportTest extends StoredTest {

    private static final String NIGHTLY = "id,stage,value,why\nd1,Propose,50,\nd2,Qualify,70,\n";
    private static final DealImport PLAN = DealImport.into(Pipeline.standard())
            .externalId("id")
            .stage("stage")
            .amount("value", CurrencyUnit.EUR)
            .column("why", Opportunity.SOURCE);

    private Opportunity deal;
    private Merge merge;

    MergedDealImportTest(Store store) {
        super(store);
    }

    @BeforeEach
    void merge_what_the_first_night_brought() {
        run(PLAN, NIGHTLY);
        deal = deal("d1");
        merge = b2b.merges().merge(Opportunity.TYPE, deal, deal("d2"), SurvivorshipRule.standard());
    }

    private ImportReport run(DealImport plan, String text) {
        return plan.run(session, new StringReader(text));
    }

    private Opportunity deal(String externalId) {
        return b2b.deals().findByExternalId(externalId).orElseThrow();
    }

    @Test
    void the_nightly_file_adds_nothing_and_changes_nothing() {
        ImportReport report = run(PLAN, NIGHTLY);

        assertThat(report).hasToString("read 2 rows: 0 added, 0 changed, 2 unchanged, 0 rejected");
        assertThat(b2b.deals().all().count()).isEqualTo(1);
        assertThat(deal("d1").stage()).isEqualTo("propose");
        assertThat(deal("d1").get(Opportunity.AMOUNT)).isEqualTo(eur("50"));
    }

    @Test
    void the_survivor_takes_what_it_lacks_from_a_row_of_the_duplicate_and_keeps_its_stage() {
        ImportReport report = run(PLAN, "id,stage,value,why\nd2,Negotiate,90,fair\n");

        assertThat(report.errors()).isEmpty();
        assertThat(report.changed()).isEqualTo(1);
        assertThat(deal("d1").get(Opportunity.SOURCE)).isEqualTo("fair");
        assertThat(deal("d1").get(Opportunity.AMOUNT)).isEqualTo(eur("50"));
        assertThat(deal("d1").stage()).isEqualTo("propose");
    }

    @Test
    void an_undo_gives_the_duplicate_its_external_id_back() {
        b2b.merges().undo(merge);

        ImportReport report = run(PLAN, "id,stage,value,why\nd1,Propose,50,\nd2,Propose,70,\n");

        assertThat(report.changed()).isEqualTo(1);
        assertThat(deal("d2").stage()).isEqualTo("propose");
        assertThat(b2b.deals().all().count()).isEqualTo(2);
    }

    @Test
    void an_id_that_two_merged_deals_had_is_nobody_s() {
        run(PLAN, "id,stage,value,why\nd3,Qualify,70,\nd4,Qualify,70,\n");
        Opportunity again = b2b.deals().save(deal("d4").with(Opportunity.EXTERNAL_ID, "d2"));
        b2b.merges().merge(Opportunity.TYPE, deal("d3"), again, SurvivorshipRule.standard());

        assertThat(run(PLAN, "id,stage,value,why\nd2,Qualify,70,\n").errors())
                .containsExactly(new RowError(2, "id", ViolationCode.AMBIGUOUS, "several deals match it"));
    }
}
