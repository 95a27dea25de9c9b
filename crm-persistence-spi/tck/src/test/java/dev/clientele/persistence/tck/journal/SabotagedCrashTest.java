package dev.clientele.persistence.tck.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.tck.CrashContract;
import dev.clientele.persistence.tck.StorageOpener;
import dev.clientele.persistence.tck.StreamContract;
import dev.clientele.persistence.tck.sabotage.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;

/** Journals that don't keep what they acknowledged are caught by the test that names the rule. */
class SabotagedCrashTest {

    private static final String TORN = "T4_no_transaction_is_torn_when_the_process_is_killed";

    private static volatile Class<? extends StorageOpener> opener = JournalOpener.class;

    @Test
    void a_journal_that_writes_late_loses_commits() {
        assertCaught(BrokenJournals.Late.class, "T5_no_acknowledged_commit_is_lost_when_the_process_is_killed");
    }

    @Test
    void a_journal_that_writes_entries_after_the_rest_tears_transactions() {
        assertCaught(BrokenJournals.TornAppends.class, TORN);
    }

    @Test
    void a_journal_that_writes_computed_values_after_the_rest_tears_transactions() {
        assertCaught(BrokenJournals.TornComputations.class, TORN);
    }

    @Test
    void a_journal_that_writes_redactions_after_the_rest_tears_transactions() {
        assertCaught(BrokenJournals.TornRedactions.class, TORN);
    }

    @Test
    void a_journal_that_writes_prunings_after_the_rest_tears_transactions() {
        assertCaught(BrokenJournals.TornPrunings.class, TORN);
    }

    @Test
    void a_lock_that_never_expires_bars_the_storage() {
        assertCaught(BrokenJournals.Barred.class, "S4_a_first_opening_that_was_killed_goes_on_where_it_stopped");
    }

    @Test
    void an_adapter_that_keeps_everything_in_memory_runs_out_of_it() {
        opener = JournalOpener.class;

        assertThat(Run.failures(DiscoverySelectors.selectMethod(
                        Streaming.class, "D7_scans_of_more_than_fits_in_memory_go_through")))
                .hasSize(1);
    }

    private static void assertCaught(Class<? extends StorageOpener> broken, String test) {
        opener = broken;

        assertThat(Run.failures(DiscoverySelectors.selectMethod(Crashing.class, test)))
                .hasSize(1);
    }

    /** Run from here only. */
    static class Crashing extends CrashContract {

        @TempDir
        private Path folder;

        private int places;

        @Override
        protected Class<? extends StorageOpener> opener() {
            return opener;
        }

        @Override
        protected String newPlace() {
            return folder.resolve("journal-" + ++places).toString();
        }
    }

    /** Run from here only. */
    static class Streaming extends StreamContract {

        @TempDir
        private Path folder;

        @Override
        protected Class<? extends StorageOpener> opener() {
            return opener;
        }

        @Override
        protected String newPlace() {
            return folder.resolve("journal").toString();
        }
    }
}
