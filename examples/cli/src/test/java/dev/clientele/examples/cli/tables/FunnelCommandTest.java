package dev.clientele.examples.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class FunnelCommandTest {

    @TempDir
    private Path folder;

    private SmallShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new SmallShop(folder);
    }

    @Test
    void the_steps_are_those_that_one_counts_by_hand() {
        JsonNode json = shop.run("funnel", "--json", "--above-zero").json();

        assertThat(json.get("customers").asLong()).isEqualTo(4);
        assertThat(json.get("lastDay").asString()).isEqualTo("2024-03-20");
        JsonNode steps = json.get("steps");
        assertThat(steps.valueStream().map(step -> step.get("customers").asLong()))
                .containsExactly(4L, 2L, 1L);
        assertThat(steps.get(0).get("medianGapDays").isNull()).isTrue();
        assertThat(steps.get(1).get("conversion").asDouble()).isEqualTo(.5);
        assertThat(steps.get(1).get("medianGapDays").asDouble()).isEqualTo(45);
        assertThat(steps.get(2).get("ofAll").asDouble()).isEqualTo(.25);
        assertThat(json.get("data").get("notAboveZero").asLong()).isEqualTo(2);
    }

    @Test
    void a_funnel_needs_no_amounts() throws IOException {
        Path file = Files.writeString(
                folder.resolve("days.csv"), "who,when\nann,2024-01-05\nbob,2024-01-20\nann,2024-02-04\n");
        JsonNode json = Run.of(
                        "funnel", "--transactions", file.toString(), "--customer", "who", "--date", "when", "--json")
                .json();

        assertThat(json.get("customers").asLong()).isEqualTo(2);
        assertThat(json.get("steps").get(1).get("medianGapDays").asDouble()).isEqualTo(30);
    }

    @Test
    void a_form_of_dates_that_was_not_told_is_told_once_with_the_option_and_the_form() throws IOException {
        Path file = Files.writeString(
                folder.resolve("german.csv"),
                "who;when\nann;15.1.2024 09:30\nbob;20.1.2024 12:00\nann;4.2.2024 18:45\n");
        Run run = Run.of("funnel", "--transactions", file.toString(), "--customer", "who", "--date", "when");

        assertThat(run.exitCode()).isOne();
        assertThat(run.err().lines())
                .containsExactly(
                        "line 2: date is not a day written as yyyy-MM-dd (15.1.2024 09:30)",
                        "and 2 more rows rejected",
                        "no row of " + file
                                + " is a transaction: all 3 were rejected: dates are not written as yyyy-MM-dd,"
                                + " give --date-format, such as d.M.yyyy H:mm");
    }

    @Test
    void a_decimal_comma_that_was_not_told_is_told_with_the_option_that_reads_it() throws IOException {
        Path file = Files.writeString(
                folder.resolve("comma.csv"), "who;when;paid\nann;2024-01-15;12,50\nbob;2024-01-20;1.050,00\n");
        String[] arguments = {
            "funnel", "--transactions", file.toString(), "--customer", "who", "--date", "when", "--amount", "paid"
        };
        Run refused = Run.of(arguments);
        Run read = Run.of(Stream.concat(Stream.of(arguments), Stream.of("--decimal-comma", "--json"))
                .toArray(String[]::new));

        assertThat(refused.exitCode()).isOne();
        assertThat(refused.err())
                .contains("all 2 were rejected: amounts are not written with a decimal point, give --decimal-comma");
        assertThat(read.json().get("customers").asLong()).isEqualTo(2);
    }

    @Test
    void days_that_are_wrong_among_others_are_told_one_by_one() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mixed.csv"), "who,when\nann,15.1.2024\nbob,16.1.2024\nann,2024-02-04\ncyd,soon\n");
        Run run = Run.of("funnel", "--transactions", file.toString(), "--customer", "who", "--date", "when");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines()).hasSize(3).last().asString().startsWith("line 5: ");
    }

    @Test
    void who_gave_everything_back_is_no_customer_and_a_gift_is_a_purchase_unless_left_out() {
        JsonNode json = shop.run("funnel", "--json").json();

        // dan's refund names no purchase and stands on a day of its own, so that dan's purchase stays
        assertThat(json.get("customers").asLong()).isEqualTo(5);
        assertThat(json.get("data").get("refunds").asLong()).isEqualTo(1);
    }

    @Test
    void purchases_of_one_day_may_count_each() {
        JsonNode json = shop.run("funnel", "--json", "--above-zero", "--same-day", "separate-purchases")
                .json();

        assertThat(json.get("steps")
                        .valueStream()
                        .map(step -> step.get("customers").asLong()))
                .containsExactly(4L, 3L, 2L, 1L);
    }

    @Test
    void time_to_a_purchase_does_not_count_out_who_may_still_come() {
        JsonNode time = shop.run("funnel", "--json", "--above-zero", "--days", "30,60")
                .json()
                .get("timeToPurchase")
                .get(0);

        // of four at risk one buys after 30 days; of bob, still watched alone after 60 days, all
        assertThat(time.get("purchase").asLong()).isEqualTo(2);
        assertThat(time.get("within").get(0).get("share").asDouble()).isCloseTo(.25, within(1e-12));
        assertThat(time.get("within").get(1).get("share").asDouble()).isCloseTo(1, within(1e-12));
    }

    @Test
    void for_people_the_result_is_a_table() {
        Run run = shop.run("funnel", "--above-zero");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("4 customers until 2024-03-20.")
                .contains("purchase  customers  conversion   of all  median gap")
                .contains("2                 2      50.0 %   50.0 %   45.0 days");
    }

    @Test
    void a_last_day_leaves_out_what_is_later() {
        JsonNode json = shop.run("funnel", "--json", "--above-zero", "--until", "2024-02-04")
                .json();

        assertThat(json.get("customers").asLong()).isEqualTo(2);
        assertThat(json.get("data").get("later").asLong()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--steps|0|--steps must be from 1 to 1000, was 0",
                "--days|-1|--days must be 0 or more",
                "--until|soon|must be a day such as",
                "--refunds|never|must be one of ignored, reduce-spend, undo-purchase, was never",
                "--same-day|no|must be one of one-purchase, separate-purchases, was no",
                "--show-rejected|-1|--show-rejected must be 0 or more",
                "--currency|XQX|--currency must be a code such as EUR, was XQX"
            })
    void a_wrong_argument_is_explained(String option, String value, String explanation) {
        Run run = shop.run("funnel", option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(explanation, "clientele funnel --help");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void nobody_until_a_day_is_unusable() {
        Run run = shop.run("funnel", "--until", "2023-12-31");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("nobody bought anything until 2023-12-31");
    }
}
