package dev.clientele.examples.cli.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ClvCommandTest {

    @TempDir
    private Path folder;

    private Path shop;

    @BeforeEach
    void open() throws IOException {
        shop = file(SimulatedShop.rows());
    }

    private Path file(List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("customer,date,amount"));
        lines.addAll(rows);
        return Files.write(folder.resolve("shop.csv"), lines);
    }

    private Run clv(String... more) {
        return Run.of(Stream.concat(
                        Stream.of(
                                "clv",
                                "--transactions",
                                shop.toString(),
                                "--customer",
                                "customer",
                                "--date",
                                "date",
                                "--amount",
                                "amount",
                                "--calibration-end",
                                SimulatedShop.CALIBRATION_END.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static double top(Run run, int place, String key) {
        return run.json().get("top").get(place).get(key).asDouble();
    }

    @Test
    void the_json_has_the_promised_keys_first() {
        Run run = clv("--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().propertyNames())
                .startsWith(
                        "model",
                        "customers",
                        "repeatCustomers",
                        "parameters",
                        "logLikelihood",
                        "converged",
                        "spend",
                        "top",
                        "rejected");
        assertThat(run.json().get("parameters").propertyNames()).containsExactly("r", "alpha", "a", "b");
        assertThat(run.json().get("spend").propertyNames())
                .containsExactly("model", "customers", "repeatCustomers", "parameters", "logLikelihood", "converged");
        assertThat(run.json().get("spend").get("parameters").propertyNames()).containsExactly("p", "q", "gamma");
        assertThat(run.json().get("top").get(0).propertyNames())
                .containsExactly("customer", "pAlive", "expectedTransactions", "clv", "purchases", "spend");
    }

    @Test
    void in_json_mode_nothing_but_json_goes_to_the_output() {
        Run run = clv("--json");

        assertThat(run.out()).startsWith("{").endsWith("}" + System.lineSeparator());
        assertThat(run.err()).isEmpty();
    }

    @Test
    void customers_and_repeat_customers_are_those_of_the_calibration() {
        JsonNode json = clv("--json").json();

        Predicate<String> late = row -> row.substring(5, 15).compareTo("2020-12-31") > 0;
        long customers = SimulatedShop.rows().stream()
                .filter(late.negate())
                .map(row -> row.substring(0, 4))
                .distinct()
                .count();
        assertThat(json.get("customers").asLong()).isEqualTo(customers);
        assertThat(json.get("data").get("transactions").asLong())
                .isEqualTo(SimulatedShop.rows().size());
        assertThat(json.get("data").get("afterCalibration").asLong())
                .isEqualTo(SimulatedShop.rows().stream().filter(late).count());
    }

    @Test
    void the_top_customers_have_the_highest_values_and_the_highest_comes_first() {
        JsonNode all = clv("--json", "--top", "400").json().get("top");
        List<Double> values =
                all.valueStream().map(c -> c.get("clv").asDouble()).toList();

        assertThat(values).hasSize(400).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(clv("--json", "--top", "3").json().get("top").valueStream())
                .containsExactlyElementsOf(all.valueStream().limit(3).toList());
    }

    @Test
    void the_order_of_the_rows_changes_nothing() throws IOException {
        String before = clv("--json").out();
        List<String> rows = SimulatedShop.rows();
        Collections.reverse(rows);
        shop = file(rows);

        assertThat(clv("--json").out()).isEqualTo(before);
    }

    @Test
    void the_unit_of_time_changes_the_parameters_and_not_the_values() {
        Run weeks = clv("--json", "--horizon", "52");
        Run days = clv("--json", "--horizon", "364", "--time-unit", "day");

        assertThat(days.json().get("parameters").get("alpha").asDouble())
                .isCloseTo(7 * weeks.json().get("parameters").get("alpha").asDouble(), within(1e-3));
        assertThat(top(days, 0, "clv")).isCloseTo(top(weeks, 0, "clv"), within(1e-3));
    }

    @Test
    void a_discount_rate_lowers_the_value_but_not_the_expected_transactions() {
        Run plain = clv("--json", "--horizon", "52");
        Run discounted = clv("--json", "--horizon", "52", "--discount-rate", "0.1");

        assertThat(top(discounted, 0, "expectedTransactions")).isEqualTo(top(plain, 0, "expectedTransactions"));
        assertThat(top(discounted, 0, "clv") / top(plain, 0, "clv")).isBetween(1 / 1.1, 1.0);
    }

    @Test
    void without_a_spend_model_customers_rank_by_expected_transactions() {
        JsonNode json = clv("--json", "--spend-model", "none").json();

        assertThat(json.get("spend").isNull()).isTrue();
        assertThat(json.get("top").get(0).get("clv").isNull()).isTrue();
        assertThat(json.get("top")
                        .valueStream()
                        .map(c -> c.get("expectedTransactions").asDouble())
                        .toList())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void for_people_the_result_is_in_words() {
        Run run = clv();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("bg-nbd on 400 customers as of 2020-12-31, time in weeks;")
                .contains("log-likelihood", "converged")
                .contains("Highest expected value over the next 39 weeks:")
                .contains("0 rows rejected.");
    }

    @Test
    void a_bad_row_is_told_with_its_line_and_counted() throws IOException {
        List<String> rows = SimulatedShop.rows();
        rows.add(0, ",2020-05-01,3.00");
        rows.add(5, "c001,2020-05-32,3.00");
        rows.add("c001,2020-05-01,three");
        shop = file(rows);
        Run run = clv("--json");

        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("rejected").asLong()).isEqualTo(3);
        assertThat(run.err().lines())
                .containsExactly(
                        "line 2: no customer",
                        "line 7: date is not a day written as yyyy-MM-dd (2020-05-32)",
                        "line " + (rows.size() + 1) + ": amount is not a number (three)");
        assertThat(clv().out()).contains("3 rows rejected.", "1 rejected: no customer");
    }

    @Test
    void a_long_list_of_bad_rows_can_be_cut_short_but_all_are_counted() throws IOException {
        List<String> rows = SimulatedShop.rows();
        rows.addAll(List.of(",2020-05-01,1", ",2020-05-01,1", ",2020-05-01,1"));
        shop = file(rows);
        Run run = clv("--json", "--show-rejected", "1");

        assertThat(run.err().lines()).hasSize(2).last().isEqualTo("and 2 more rows rejected");
        assertThat(run.json().get("rejected").asLong()).isEqualTo(3);
    }

    @Test
    void refunds_roundings_and_customers_left_out_are_counted() throws IOException {
        List<String> rows = SimulatedShop.rows();
        rows.addAll(
                List.of("late,2021-03-01,10", "gone,2020-03-01,10", "gone,2020-03-01,-10", "c001,2020-03-01,9.999"));
        shop = file(rows);
        JsonNode data = clv("--json").json().get("data");

        assertThat(data.get("refunds").asLong()).isEqualTo(1);
        assertThat(data.get("rounded").asLong()).isEqualTo(1);
        assertThat(data.get("lateCustomers").asLong()).isEqualTo(1);
        assertThat(data.get("refundedCustomers").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--transactions", "--customer", "--date", "--amount", "--calibration-end"})
    void what_is_needed_and_not_given_is_a_wrong_argument(String missing) {
        List<String> args = new ArrayList<>(Arrays.asList(
                "clv --transactions x --customer a --date b --amount c --calibration-end 2020-12-31".split(" ")));
        int at = args.indexOf(missing);
        args.subList(at, at + 2).clear();
        Run run = Run.of(args.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Missing required option: '" + missing);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--model|bgnbd|must be one of bg-nbd, mbg-nbd, ",
                "--spend-model|gamma|must be one of gamma-gamma, none, was gamma",
                "--time-unit|fortnight|must be one of day, week, month, year, was fortnight",
                "--calibration-end|1997-09-31|must be a day such as 1997-09-30, was 1997-09-31",
                "--date-format|HH:mm|must give a day, month and year",
                "--date-format|yyMMdd|must have a year of four digits",
                "--delimiter|\"|must not have a quotation mark",
                "--horizon|0|--horizon must be above 0 and finite, was 0.0",
                "--horizon|NaN|--horizon must be above 0 and finite, was NaN",
                "--horizon|Infinity|--horizon must be above 0 and finite",
                "--horizon|soon|'soon' is not a double",
                "--discount-rate|-0.1|--discount-rate must be 0 or more",
                "--top|-1|--top must be 0 or more",
                "--currency|XQX|--currency must be a code such as EUR, was XQX",
                "--encoding|utf-5|--encoding",
                "--customer|client|no column client, there are: customer, date, amount",
                "--transactions|nowhere.csv|There is no file nowhere.csv",
                "--colour|red|Unknown option"
            })
    void a_wrong_argument_is_explained(String option, String value, String explanation) {
        List<String> args = new ArrayList<>(List.of(option, value));
        Run run = option.equals("--transactions") || option.equals("--customer") || option.equals("--calibration-end")
                ? replaced(option, value)
                : clv(args.toArray(String[]::new));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(explanation, "clientele clv --help");
        assertThat(run.out()).isEmpty();
    }

    private Run replaced(String option, String value) {
        List<String> args = new ArrayList<>(List.of(
                "clv",
                "--transactions",
                shop.toString(),
                "--customer",
                "customer",
                "--date",
                "date",
                "--amount",
                "amount",
                "--calibration-end",
                "2020-12-31"));
        args.set(args.indexOf(option) + 1, value);
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void a_column_by_name_in_a_file_without_a_header_is_a_wrong_argument() {
        Run run = clv("--no-header");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("column customer must be a position from 1 on");
    }

    @Test
    void a_file_in_which_every_row_is_bad_is_unusable() throws IOException {
        shop = file(List.of("ann,yesterday,1", "bob,today,2"));
        Run run = clv("--json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("line 2: ", "and 1 more rows rejected", "is a transaction: all 2 were rejected");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_file_with_nothing_but_a_header_is_unusable() throws IOException {
        shop = file(List.of());

        assertThat(clv().exitCode()).isEqualTo(1);
    }

    @Test
    void a_calibration_that_ends_before_the_first_purchase_is_unusable() {
        Run run = replaced("--calibration-end", "2019-12-31");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("nobody bought anything until 2019-12-31");
    }

    @Test
    void customers_who_never_come_back_are_unusable() throws IOException {
        shop = file(List.of("ann,2020-01-01,1", "bob,2020-02-01,2"));
        Run run = clv();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("the model does not fit");
    }

    @Test
    void amounts_beyond_counting_are_unusable() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            rows.add("ann,2020-01-01,999999999999.99");
        }
        shop = file(rows);
        Run run = clv();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("more than can be counted");
    }
}
