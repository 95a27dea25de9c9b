package dev.clientele.b2b.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2b.Shared;
import dev.clientele.b2b.Store;
import dev.clientele.b2b.StoredTest;
import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.deal.pipeline.Pipeline;
import dev.clientele.b2b.exchange.deals.DealImport;
import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.csv.CsvText;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.merge.Merge;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Merged records stay merged, though the systems they come from go on to know the duplicate. */
@ParameterizedClass
@EnumSource(Store.class)
class MergedImportTest extends StoredTest {

    private static final String NIGHTLY = "ext,name,city\nA-1,Globex,Leeds\nA-2,Globex Corp,Leeds\n";
    private static final CsvImport<Account> PLAN = CsvImport.of(Account.TYPE)
            .column("ext", Account.EXTERNAL_ID)
            .column("name", Account.NAME)
            .matchBy(Account.EXTERNAL_ID);

    private Account globex;
    private Account twin;
    private Merge merge;

    MergedImportTest(Store store) {
        super(store);
    }

    @BeforeEach
    void merge_what_the_first_night_brought() {
        run(PLAN, NIGHTLY);
        globex = byExternalId("A-1");
        twin = byExternalId("A-2");
        merge = b2b.accounts().merge(globex, twin);
    }

    private ImportReport run(CsvImport<?> plan, String text) {
        return plan.run(session, new StringReader(text));
    }

    private Account byExternalId(String externalId) {
        return b2b.accounts().query(Account.EXTERNAL_ID.is(externalId)).first().orElseThrow();
    }

    private Account survivor() {
        return b2b.accounts().get(globex.id());
    }

    @Test
    void the_nightly_file_adds_nothing_and_changes_nothing() throws IOException {
        ImportReport report;
        try (Reader text = CsvText.open(Files.newInputStream(Shared.file("cases/nightly.csv")))) {
            report = PLAN.run(session, text);
        }

        assertThat(report.errors()).isEmpty();
        assertThat(report.unchanged()).isEqualTo(2);
        assertThat(b2b.accounts().all().count()).isEqualTo(1);
        assertThat(survivor().get(Account.NAME)).isEqualTo("Globex");
        assertThat(survivor().get(Account.EXTERNAL_ID)).isEqualTo("A-1");
    }

    @Test
    void the_survivor_takes_what_it_lacks_from_a_row_of_the_duplicate() {
        CsvImport<Account> plan = PLAN.column("trade", Account.INDUSTRY);

        ImportReport report = run(plan, "ext,name,trade\nA-2,Globex Corp,energy\n");

        assertThat(report.changed()).isEqualTo(1);
        assertThat(survivor().get(Account.INDUSTRY)).isEqualTo("energy");
        assertThat(survivor().get(Account.NAME)).isEqualTo("Globex");
    }

    @Test
    void a_row_with_the_duplicate_s_id_is_about_the_survivor() {
        String edited = "id,name\n" + twin.id() + ",Globex Corp\n";

        assertThat(run(CsvImport.of(Account.TYPE), edited).unchanged()).isEqualTo(1);
        assertThat(b2b.accounts().all().count()).isEqualTo(1);
    }

    @Test
    void references_by_the_duplicate_s_name_and_key_lead_to_the_survivor() {
        DealImport deals = DealImport.into(Pipeline.standard())
                .externalId("id")
                .stage("stage")
                .account("account", Account.NAME);

        ImportReport report = deals.run(session, new StringReader("id,stage,account\nd1,Qualify,Globex Corp\n"));

        assertThat(report.errors()).isEmpty();
        assertThat(b2b.deals().findByExternalId("d1").orElseThrow().get(Opportunity.ACCOUNT))
                .isEqualTo(globex.id());
    }

    @Test
    void references_by_the_duplicate_s_id_lead_to_the_survivor() {
        ImportReport contacts = run(
                CsvImport.of(Account.TYPE).column("Parent", Account.PARENT).matchBy(Account.NAME),
                "name,Parent\nGlobex Leeds," + twin.id() + "\nNowhere,6f1e8b1e-0000-4000-8000-000000000000\n");
        DealImport deals = DealImport.into(Pipeline.standard())
                .externalId("id")
                .stage("stage")
                .column("account", Opportunity.ACCOUNT);
        ImportReport report = deals.run(session, new StringReader("id,stage,account\nd1,Qualify," + twin.id() + "\n"));

        assertThat(contacts.added()).isEqualTo(1);
        assertThat(contacts.rejected()).isEqualTo(1);
        assertThat(b2b.accounts()
                        .query(Account.NAME.is("Globex Leeds"))
                        .first()
                        .orElseThrow()
                        .get(Account.PARENT))
                .isEqualTo(globex.id());
        assertThat(report.errors()).isEmpty();
        assertThat(b2b.deals().findByExternalId("d1").orElseThrow().get(Opportunity.ACCOUNT))
                .isEqualTo(globex.id());
    }

    @Test
    void a_chain_of_merges_leads_to_its_last_survivor() {
        Account initech = b2b.accounts().add(Account.named("Initech").with(Account.EXTERNAL_ID, "B-1"));
        b2b.accounts().merge(initech, survivor());

        assertThat(run(PLAN, NIGHTLY).unchanged()).isEqualTo(2);
        assertThat(b2b.accounts().all().count()).isEqualTo(1);
        assertThat(b2b.accounts().get(initech.id()).get(Account.NAME)).isEqualTo("Initech");
    }

    @Test
    void an_undo_gives_each_its_external_id_back() {
        b2b.merges().undo(merge);

        assertThat(byExternalId("A-2").id()).isEqualTo(twin.id());
        assertThat(run(PLAN, NIGHTLY).unchanged()).isEqualTo(2);
    }

    @Test
    void an_undo_takes_the_external_id_from_a_survivor_that_had_none() {
        Account plain = account("Initech");
        Account known = b2b.accounts().add(Account.named("Initech Ltd").with(Account.EXTERNAL_ID, "A-9"));
        Merge later = b2b.accounts().merge(plain, known);
        assertThat(byExternalId("A-9").id()).isEqualTo(plain.id());

        b2b.merges().undo(later);

        assertThat(byExternalId("A-9").id()).isEqualTo(known.id());
        assertThat(b2b.accounts().get(plain.id()).find(Account.EXTERNAL_ID)).isEmpty();
    }
}
