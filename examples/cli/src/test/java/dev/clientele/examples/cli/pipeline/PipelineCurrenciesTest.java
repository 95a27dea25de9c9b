package dev.clientele.examples.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.cli.Run;
import dev.clientele.examples.cli.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Deals in several currencies are reported by currency, and never added up. */
class PipelineCurrenciesTest {

    private static final String COLUMNS = "id=id,stage=stage,value=Amount,closed=close";

    @TempDir
    private Path folder;

    private static Run salesforce(String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "pipeline",
                                "--opportunities",
                                Shared.data("../cases/salesforce-multi.csv").toString(),
                                "--stages",
                                "New",
                                "--as-of",
                                "2024-06-01"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void each_row_is_in_its_currency_and_totals_are_per_currency() {
        Run run = salesforce("--map", COLUMNS + ",currency=Amount Currency", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode report = run.json();
        assertThat(report.get("imported").get("added").asLong()).isEqualTo(3);
        assertThat(report.get("currencies"))
                .extracting(each -> each.get("currency").asString()
                        + " " + each.get("openValue").asString() + " "
                        + each.get("stages").get(0).get("deals").asLong())
                .containsExactly("EUR 1000.0 1", "JPY 100000 1", "USD 1000.0 1");
        assertThat(report.get("openValue")).isNull();
    }

    @Test
    void words_and_page_have_a_part_for_each_currency() throws IOException {
        Path page = folder.resolve("page.html");
        Run run = salesforce("--map", COLUMNS + ",currency=Amount Currency", "--report", page.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("3 deals read as of 2024-06-01")
                .contains("=== Deals in EUR ===", "The open deals are worth EUR 1,000.00.")
                .contains("The open deals are worth JPY 100,000.00.")
                .doesNotContain("102,000");
        assertThat(Files.readString(page))
                .contains("<b>EUR 1,000.00</b>", "<b>JPY 100,000.00</b>", "<b>USD 1,000.00</b>")
                .contains("Amounts of different currencies are never added up.")
                .doesNotContain("102,000");
    }

    @Test
    void a_column_of_currencies_that_is_not_read_is_told() {
        Run run = salesforce("--map", COLUMNS, "--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("All amounts are taken for USD", "--map \"currency=Amount Currency\"");
    }

    @Test
    void a_database_that_keeps_deals_in_two_currencies_tells_each_by_itself() throws IOException {
        Path deals = folder.resolve("deals.csv");
        String header = "opportunity_id,deal_stage,engage_date,close_date,close_value\n";
        String kept = folder.resolve("kept.db").toString();
        Files.writeString(deals, header + "1,Won,2024-01-10,2024-03-01,100\n2,Engaging,2024-02-01,,\n");
        Run.of("pipeline", "--opportunities", deals.toString(), "--database", kept, "--currency", "EUR");
        Files.writeString(deals, header + "3,Won,2024-01-10,2024-03-01,70\n");

        Run run = Run.of("pipeline", "--opportunities", deals.toString(), "--database", kept, "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("withoutAmount").asLong()).isEqualTo(1);
        assertThat(run.json().get("currencies"))
                .extracting(each -> each.get("currency").asString() + " "
                        + each.get("wonValue").asString())
                .containsExactly("EUR 100.0", "USD 70.0");
    }

    @Test
    void one_currency_told_by_a_column_makes_one_report_in_it() throws IOException {
        Path deals = folder.resolve("deals.csv");
        Files.writeString(deals, """
                opportunity_id,deal_stage,engage_date,close_date,close_value,Currency
                1,Won,2024-01-10,2024-03-01,100,GBP
                """);

        Run run = Run.of("pipeline", "--opportunities", deals.toString(), "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("currency").asString()).isEqualTo("GBP");
        assertThat(run.json().get("wonValue").asDouble()).isEqualTo(100);
    }
}
