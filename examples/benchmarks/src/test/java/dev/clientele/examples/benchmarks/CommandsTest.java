package dev.clientele.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Each benchmark runs to its end on a small scale; how long anything takes decides nothing. */
class CommandsTest {

    private static final String[] TASKS = {
        "load (per account)",
        "find by id",
        "page of 50 by an indexed field",
        "sum by group",
        "streaming scan (per account)",
        "read, modify, write"
    };

    @TempDir
    Path folder;

    private String run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--folder=" + folder);
        all.add("--rounds=1");
        return runAsSaid(all.toArray(String[]::new));
    }

    private static String runAsSaid(String... arguments) {
        StringWriter text = new StringWriter();
        int code = Main.commands().setOut(new PrintWriter(text)).execute(arguments);
        assertThat(code).isEqualTo(CommandLine.ExitCode.OK);
        return text.toString();
    }

    @Test
    void storage_compares_with_hand_written_jdbc_on_sqlite() {
        String table = run("storage", "--database=SQLITE", "--accounts=120", "--warm-up=60");

        assertThat(table).contains("SQLite 3.", "Clientele ÷ hand-written JDBC").contains(TASKS);
    }

    @Test
    void storage_compares_with_hibernate_too_on_postgresql() {
        String table = run("storage", "--database=POSTGRESQL", "--accounts=120", "--warm-up=60");

        assertThat(table)
                .contains("PostgreSQL 18.", "Clientele ÷ hand-written JDBC", "Hibernate + Envers ÷ Clientele")
                .contains(TASKS);
    }

    @Test
    void consumers_are_loaded_both_ways_found_and_scored_on_both_databases() {
        String text = run("consumers", "--persons=1200", "--compared=600", "--batch=200", "--buyers=900", "--finds=50");

        assertThat(text)
                .contains("SQLite 3.", "PostgreSQL 18.", "hand-written inserts of the same rows", "find by e-mail")
                .contains("one computed field", "computed scores", "changes recorded meanwhile: 0")
                .contains("900 persons scored and stored");
    }

    @Test
    void records_are_linked_with_and_without_labels_and_by_hand() {
        assertThat(runAsSaid("linkage", "--records=600", "--rounds=1"))
                .contains("F1 with 0 labels", "F1 with 30 labels", "F1 with 100 labels", "| probability |")
                .contains("trained and linked, 600 records", "exact joins by hand", "times their cost");
        assertThat(runAsSaid("linkage", "--growth", "--records=300", "--rounds=1"))
                .contains("3,000 generated records", "heap at most", "cost grows");
    }

    @Test
    void deals_move_however_many_stages_they_have_been_in() {
        String text = run("deal-moves", "--database=SQLITE", "--visits=5,70", "--deals=2");

        assertThat(text).contains("### SQLite 3.", "| 5 |", "| 70 |");
    }

    @Test
    void schema_is_up_to_date_at_the_second_build() {
        assertThat(run("schema").lines().filter(line -> line.contains("round trips")))
                .hasSize(1);
        assertThat(run("schema")).contains(" 6 round trips");
    }

    @Test
    void purchases_are_read_page_by_page() {
        String text = run("purchase-pages", "--purchases=2500", "--persons=20", "--batch=300", "--page=100");

        assertThat(text).contains("2,500 purchases recorded", "2,500 read in pages of 100");
    }

    @Test
    void append_runs_both_ways_in_processes_of_little_memory() {
        String table = run("append", "--database=SQLITE", "--interactions=500", "--batch=100", "--heap=48m");

        assertThat(table).contains("500 interactions", "heap of at most 48m", "| append |", "| read all back |");
    }

    @Test
    void selling_gives_the_answers_of_hand_written_sql() {
        String table = run("selling", "--records=3000", "--accounts=200", "--warm-up=1");

        assertThat(table)
                .contains("3,000 deals", "Clientele ÷ hand-written SQL")
                .contains("| roll-up of won value by account |", "| funnel of a pipeline |", "| win rate by owner |");
    }

    @Test
    void family_choice_counts_how_often_the_true_family_is_found() {
        String table = runAsSaid("family-choice", "--sets=2", "--customers=200", "--weeks=40");

        assertThat(table)
                .contains("found by both", "by AIC", "by log score", "by RMSE")
                .containsPattern("BG/NBD \\| 2 \\| 0( \\| [0-2]){4}( \\| \\d+\\.\\d{4}){4} \\|")
                .contains("| MBG/NBD |", "| BG/CNBD-k |", "| MBG/CNBD-k |", "| Pareto/NBD |");
    }

    @Test
    void interval_coverage_counts_how_often_intervals_hold_what_they_should() {
        String table = runAsSaid("interval-coverage", "--sets=2", "--customers=150", "--weeks=40");

        assertThat(table)
                .contains("expectation of one", "all spend", "spend of one in the expectation's")
                .containsPattern("BG/NBD \\| 2( \\| \\d+\\.\\d %){7} \\|")
                .contains("| MBG/NBD |", "| BG/CNBD-k |", "| MBG/CNBD-k |", "| Pareto/NBD |");
    }

    @Test
    void memory_asks_its_questions_over_many_records() {
        String answers = run("memory", "--records=3000", "--accounts=200", "--purchases=3000");

        assertThat(answers)
                .contains("FORECAST in", "ROLL_UP in", "200 accounts", "TRAINING in", "INACTIVE in")
                .contains("PURCHASES in", "3,000 purchases; 3,000 of all");
    }
}
