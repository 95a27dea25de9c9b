package dev.clientele.examples.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clientele.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BasketCommandTest {

    @TempDir
    private Path folder;

    private SmallShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new SmallShop(folder);
    }

    @Test
    void rules_are_those_that_one_counts_by_hand() {
        JsonNode json = shop.run("basket", "--json", "--item", "what", "--basket", "receipt", "--min-baskets", "2")
                .json();

        assertThat(json.get("baskets").asLong()).isEqualTo(8);
        assertThat(json.get("items").asLong()).isEqualTo(4);
        assertThat(json.get("returned").asLong()).isEqualTo(1);
        JsonNode first = json.get("top").get(0);
        assertThat(json.get("rules").asLong()).isEqualTo(2);
        assertThat(first.get("item").asString()).isEqualTo("milk");
        assertThat(first.get("also").asString()).isEqualTo("tea");
        assertThat(first.get("support").asDouble()).isEqualTo(3 / 8.0);
        assertThat(first.get("confidence").asDouble()).isEqualTo(1);
        assertThat(first.get("lift").asDouble()).isCloseTo(8.0 / 5, within(1e-12));
    }

    @Test
    void without_receipts_a_day_of_a_customer_is_a_basket() {
        assertThat(shop.run("basket", "--json", "--item", "what", "--above-zero")
                        .json()
                        .get("baskets")
                        .asLong())
                .isEqualTo(7);
    }

    @Test
    void a_customer_is_offered_what_goes_with_what_was_taken() {
        Run run = shop.run("basket", "--item", "what", "--min-baskets", "2", "--next-for", "cyd", "--next-for", "dan");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("To offer cyd next:", "To offer dan next:", "(many take it)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--min-baskets|0|--min-baskets must be 1 or more, was 0",
                "--min-confidence|2|--min-confidence must be from 0 to 1, was 2.0",
                "--min-lift|-1|--min-lift must be 0 or more and finite",
                "--top|-1|--top must be 0 or more",
                "--next-for|zoe|--next-for must be a customer of the file, was zoe",
                "--basket|bill|no column bill, there are: who, when, paid, receipt, what"
            })
    void a_wrong_argument_is_explained(String option, String value, String explanation) {
        Run run = shop.run("basket", "--item", "what", option, value);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(explanation, "clientele basket --help");
    }

    @Test
    void the_item_must_be_said() {
        Run run = shop.run("basket");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("Missing required option: '--item=COL'");
    }
}
