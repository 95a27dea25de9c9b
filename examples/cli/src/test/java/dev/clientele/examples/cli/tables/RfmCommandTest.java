package dev.clientele.examples.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class RfmCommandTest {

    @TempDir
    private Path folder;

    private SmallShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new SmallShop(folder);
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("segments.json"), text).toString();
    }

    @Test
    void scores_and_figures_are_those_that_one_counts_by_hand() {
        JsonNode json =
                shop.run("rfm", "--json", "--above-zero", "--ties", "apart").json();

        assertThat(json.get("customers").asLong()).isEqualTo(4);
        assertThat(json.get("asOf").asString()).isEqualTo("2024-03-20");
        JsonNode best = json.get("top").get(0);
        assertThat(best.get("customer").asString()).isEqualTo("ann");
        assertThat(best.get("frequency").asLong()).isEqualTo(5);
        assertThat(best.get("daysSinceLast").asLong()).isEqualTo(15);
        assertThat(best.get("purchases").asLong()).isEqualTo(3);
        assertThat(best.get("spend").decimalValue()).isEqualByComparingTo("64");
        assertThat(json.get("segments").size()).isEqualTo(10);
    }

    @Test
    void own_segments_come_from_a_file_in_their_order() throws IOException {
        String segments = file("""
                [{"name": "Often", "rule": {"field": "purchases", "at_least": 3}},
                 {"name": "Big", "rule": {"all": [{"field": "monetary", "equal": 5},
                                                  {"not": {"field": "days_since_last", "above": 90}}]}}]
                """);
        JsonNode json = shop.run("rfm", "--json", "--above-zero", "--segments", segments)
                .json();

        assertThat(json.get("segments")
                        .valueStream()
                        .map(segment -> segment.get("segment").asString()))
                .containsExactly("Often", "Big", "Other");
        assertThat(json.get("segments")
                        .valueStream()
                        .map(segment -> segment.get("customers").asLong()))
                .containsExactly(1L, 1L, 2L);
        assertThat(shop.run("rfm", "--above-zero", "--segments", segments, "--segment", "Big")
                        .out())
                .contains("cyd")
                .doesNotContain("ann");
    }

    @Test
    void other_numbers_of_groups_need_own_segments() throws IOException {
        assertThat(shop.run("rfm", "--groups", "3").err()).contains("--groups 3 needs --segments");
        String segments = file("[{\"name\": \"Top\", \"rule\": {\"field\": \"recency\", \"equal\": 3}}]");

        assertThat(shop.run("rfm", "--groups", "3", "--segments", segments).exitCode())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[|is not JSON",
                "[]|must be a list of one segment or more",
                "[{\"name\": 5, \"rule\": {}}]|must have a name and a rule",
                "[{\"name\": \"A\", \"rule\": {\"field\": \"age\", \"equal\": 1}}]|must use the fields",
                "[{\"name\": \"A\", \"rule\": {\"field\": \"purchases\"}}]|has a segment A that is wrong"
            })
    void a_wrong_file_of_segments_is_explained(String text, String explanation) throws IOException {
        Run run = shop.run("rfm", "--segments", file(text));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--segments", explanation);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void an_unknown_segment_is_explained() {
        Run run = shop.run("rfm", "--segment", "Whales");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--segment must be one of Champions, Loyal");
    }

    @Test
    void for_people_there_are_two_tables() {
        Run run = shop.run("rfm", "--above-zero", "--top", "2");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("4 customers as of 2024-03-20, spend in USD.", "Champions", "R-F-M", "12 transactions");
    }
}
