package dev.clientele.examples.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.examples.cli.Main;
import dev.clientele.examples.cli.Run;
import dev.clientele.examples.cli.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The real deals of a hardware seller through the command line; the figures were counted independently. */
class PipelineCommandTest {

    @TempDir
    private Path folder;

    private static Run run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "pipeline",
                "--opportunities",
                Shared.data("sales-pipeline/sales_pipeline.csv").toString(),
                "--accounts",
                Shared.data("sales-pipeline/accounts.csv").toString(),
                "--products",
                Shared.data("sales-pipeline/products.csv").toString(),
                "--teams",
                Shared.data("sales-pipeline/sales_teams.csv").toString(),
                "--alias",
                "GTXPro=GTX Pro",
                "--alias",
                "technolgy=technology"));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    private static JsonNode named(JsonNode list, String field, String name) {
        for (JsonNode each : list) {
            if (each.get(field).asString().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("there is no " + name + " in " + list);
    }

    private static JsonNode trial(JsonNode report, String day, String method) {
        for (JsonNode each : report.get("backTest")) {
            if (each.get("asOf").asString().equals(day)
                    && each.get("method").asString().equals(method)) {
                return each;
            }
        }
        throw new AssertionError("there is no trial of " + method);
    }

    @Test
    void the_figures_are_those_of_the_file() {
        Run run = run("--json", "--database", folder.resolve("kept.db").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        JsonNode report = run.json();

        assertThat(report.get("asOf").asString()).isEqualTo("2017-12-31");
        assertThat(report.get("imported").get("added").asLong()).isEqualTo(8800);
        assertThat(report.get("withoutAccount").asLong()).isEqualTo(1425);
        assertThat(report.get("withoutEngageDate").asLong()).isEqualTo(500);
        JsonNode stages = report.get("stages");
        assertThat(named(stages, "name", "Prospecting").get("deals").asLong()).isEqualTo(500);
        assertThat(named(stages, "name", "Engaging").get("deals").asLong()).isEqualTo(1589);
        assertThat(report.get("won").asLong()).isEqualTo(4238);
        assertThat(report.get("lost").asLong()).isEqualTo(2473);
        assertThat(report.get("winRate").asDouble()).isCloseTo(0.631501, within(5e-7));
        assertThat(report.get("wonValue").asDouble()).isEqualTo(10005534);
        assertThat(report.get("meanWonDays").asDouble()).isCloseTo(51.781973, within(5e-7));
        assertThat(report.get("meanLostDays").asDouble()).isCloseTo(41.479175, within(5e-7));
        JsonNode regions = report.get("byRegion");
        assertThat(named(regions, "name", "Central").get("wonValue").asDouble()).isEqualTo(3346293);
        assertThat(named(regions, "name", "East").get("wonValue").asDouble()).isEqualTo(3090594);
        assertThat(named(regions, "name", "West").get("wonValue").asDouble()).isEqualTo(3568647);
        assertThat(report.get("byAgent")).hasSize(30);
        JsonNode acme = named(report.get("families"), "account", "Acme Corporation");
        assertThat(acme.get("subsidiaries").asInt()).isEqualTo(4);
        assertThat(acme.get("wonValue").asDouble()).isEqualTo(519349);
        JsonNode sonron = named(report.get("families"), "account", "Sonron");
        assertThat(sonron.get("subsidiaries").asInt()).isEqualTo(3);
        assertThat(sonron.get("wonValue").asDouble()).isEqualTo(479028);
        assertThat(report.get("stalled").get("limitDays").asDouble()).isEqualTo(106);
        assertThat(named(report.get("stalled").get("deals"), "name", "Engaging")
                        .get("deals")
                        .asLong())
                .isEqualTo(1432);
        assertBackTest(report);

        JsonNode again = run("--json", "--database", folder.resolve("kept.db").toString())
                .json();
        assertThat(again.get("imported").get("unchanged").asLong()).isEqualTo(8800);
        assertThat(again.get("wonValue")).isEqualTo(report.get("wonValue"));
    }

    private static void assertBackTest(JsonNode report) {
        for (String day : List.of("2017-06-30", "2017-09-30")) {
            JsonNode standard = trial(report, day, "last period by age in stage");
            double error = Math.abs(standard.get("error").asDouble());
            assertThat(error)
                    .isLessThan(Math.abs(trial(report, day, "historical conversion")
                            .get("error")
                            .asDouble()))
                    .isLessThan(Math.abs(trial(report, day, "Aalen-Johansen by age in stage")
                            .get("error")
                            .asDouble()));
        }
        assertThat(trial(report, "2017-06-30", "historical conversion")
                        .get("actual")
                        .asLong())
                .isEqualTo(609);
        assertThat(trial(report, "2017-09-30", "historical conversion")
                        .get("actual")
                        .asLong())
                .isEqualTo(559);
        assertThat(report.get("bestMethod").asString()).isEqualTo("last period by age in stage");
        assertThat(report.get("forecast")
                        .valueStream()
                        .filter(method -> method.get("standard").asBoolean()))
                .singleElement()
                .satisfies(method -> {
                    assertThat(method.get("triedOn").asInt()).isEqualTo(2);
                    assertThat(method.get("deviation").asDouble())
                            .isGreaterThan(
                                    2 * method.get("independentDeviation").asDouble());
                });
    }

    @Test
    void words_are_for_people() {
        Run run = run();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("8,800 deals read as of 2017-12-31")
                .contains("1,425 without an account, 500 without a day of entry")
                .contains("Win rate 0.631501, won value USD 10,005,534.00")
                .contains("Least far off: last period by age in stage")
                .contains("Engaging         1,432");
    }

    @Test
    void a_file_of_deals_alone_is_enough_and_may_call_its_columns_as_it_likes() throws IOException {
        Path deals = folder.resolve("deals.csv");
        Files.writeString(deals, """
                no,phase,from,until,sum,firm,who,what
                1,Signed,2027-01-01,2027-02-01,100,Globex,Ana,x
                2,Talking,2027-01-05,,,Initech,Bo,y
                3,Nowhere,2027-01-05,,,Initech,Bo,y
                """);

        Run run = Run.of(
                "pipeline",
                "--opportunities",
                deals.toString(),
                "--map",
                "id=no,stage=phase,engaged=from,closed=until,value=sum,account=firm,agent=who,product=what",
                "--stages",
                "Talking",
                "--won",
                "Signed",
                "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("deals.csv, row 4, phase: must be one of");
        assertThat(run.json().get("won").asLong()).isEqualTo(1);
        assertThat(run.json().get("wonValue").asDouble()).isEqualTo(100);
        assertThat(run.json().get("imported").get("rejected").asLong()).isEqualTo(1);
        assertThat(run.json().get("winRate").isNull()).isTrue();
        assertThat(run.json().get("velocityPerDay").isNull()).isTrue();
        assertThat(run.json().get("notes").get(0).asString()).startsWith("No deal was lost yet");
    }

    @Test
    void the_amount_of_an_open_deal_counts_in_what_is_expected() throws IOException {
        Path deals = folder.resolve("deals.csv");
        Files.writeString(deals, """
                opportunity_id,deal_stage,engage_date,close_date,close_value
                1,Won,2024-01-10,2024-03-01,100
                2,Lost,2024-01-10,2024-03-01,100
                3,Engaging,2024-02-10,,200
                """);

        JsonNode forecast = Run.of("pipeline", "--opportunities", deals.toString(), "--json")
                .json()
                .get("forecast");

        assertThat(forecast.valueStream()
                        .filter(method -> method.get("method").asString().equals("historical conversion")))
                .singleElement()
                .satisfies(method -> assertThat(method.get("worth").asDouble()).isEqualTo(100));
    }

    @Test
    void a_byte_order_mark_a_blank_line_and_a_comma_after_the_header_do_no_harm() throws IOException {
        Path deals = folder.resolve("deals.csv");
        Files.writeString(deals, "\uFEFF" + """
                opportunity_id,deal_stage,engage_date,close_date,close_value,account,sales_agent,product,

                1,Won,2024-01-10,2024-03-01,100,Alpha,Kim Lee,P1,
                2,Engaging,2024-02-10,,200, "Beta, Ltd" ,Ola Ek,P2,
                """);

        Run run = Run.of("pipeline", "--opportunities", deals.toString(), "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("imported").get("added").asLong()).isEqualTo(2);
        assertThat(run.json().get("wonValue").asDouble()).isEqualTo(100);
    }

    @Test
    void a_quotation_mark_out_of_place_is_named_by_its_line() throws IOException {
        Path deals = folder.resolve("deals.csv");
        Files.writeString(deals, """
                opportunity_id,deal_stage,engage_date,close_date,close_value,account,sales_agent,product
                1,Won,2024-01-10,2024-03-01,100,"Alpha" Ltd,Kim Lee,P1
                """);

        Run run = Run.of("pipeline", "--opportunities", deals.toString());

        assertThat(run.exitCode()).isEqualTo(Main.UNUSABLE_DATA);
        assertThat(run.err()).contains("row 2: text after a closing quotation mark, line 2");
    }

    @Test
    void the_report_is_as_of_the_last_day_on_which_something_happened() {
        String deals = Shared.data("../cases/expected-in-the-future.csv").toString();

        Run run = Run.of("pipeline", "--opportunities", deals, "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("asOf").asString()).isEqualTo("2024-09-01");
    }

    @Test
    void an_export_of_hubspot_is_read_with_its_own_names_and_times() {
        Run run = Run.of(
                "pipeline",
                "--opportunities",
                Shared.data("../cases/hubspot.csv").toString(),
                "--map",
                "id=record id,stage=Deal Stage,engaged=Create Date,closed=Close Date,value=Amount,"
                        + "account=Associated Company,agent=Deal owner,product=Deal Name",
                "--stages",
                "Appointment scheduled,Contract sent",
                "--won",
                "Closed won",
                "--lost",
                "Closed lost",
                "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("imported").get("added").asLong()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d_emptyhdr.csv", "d_semi.csv"})
    void a_comma_behind_the_header_and_semicolons_are_read(String file) {
        Run run = Run.of(
                "pipeline", "--opportunities", Shared.data("../cases/" + file).toString(), "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("imported").get("added").asLong()).isEqualTo(3);
    }

    @Test
    void a_file_of_which_no_row_can_be_read_ends_with_an_error() throws IOException {
        Path deals = folder.resolve("deals.csv");
        Files.writeString(deals, """
                opportunity_id,deal_stage,engage_date,close_date,close_value,account,sales_agent,product
                1,Nowhere,2024-01-10,2024-03-01,100,Alpha,Kim Lee,P1
                """);

        Run run = Run.of("pipeline", "--opportunities", deals.toString());

        assertThat(run.exitCode()).isEqualTo(Main.UNUSABLE_DATA);
        assertThat(run.err()).contains("row 2, deal_stage: must be one of").contains("no row of");
    }

    @Test
    void wrong_arguments_are_told() {
        assertThat(Run.of("pipeline").exitCode()).isEqualTo(Main.WRONG_ARGUMENTS);
        Run unknown = Run.of("pipeline", "--opportunities", "deals.csv", "--map", "colour=red");
        assertThat(unknown.exitCode()).isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(unknown.err()).contains("--map must name one of id, stage").contains("was colour");
        Run absent =
                Run.of("pipeline", "--opportunities", folder.resolve("none.csv").toString());
        assertThat(absent.exitCode()).isEqualTo(Main.UNUSABLE_DATA);
        assertThat(absent.err()).contains("can't be read");
    }
}
