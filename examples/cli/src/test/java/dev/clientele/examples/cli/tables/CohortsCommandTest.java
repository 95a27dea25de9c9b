package dev.clientele.examples.cli.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.examples.cli.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CohortsCommandTest {

    @TempDir
    private Path folder;

    private SmallShop shop;

    @BeforeEach
    void open() throws IOException {
        shop = new SmallShop(folder);
    }

    @Test
    void cohorts_are_those_that_one_counts_by_hand() {
        JsonNode json = shop.run("cohorts", "--json", "--above-zero").json();
        JsonNode january = json.get("cohorts").get(0);

        assertThat(json.get("cohorts").size()).isEqualTo(3);
        assertThat(january.get("cohort").asString()).isEqualTo("2024-01");
        assertThat(january.get("customers").asLong()).isEqualTo(2);
        assertThat(january.get("spend").decimalValue()).isEqualByComparingTo("79");
        assertThat(january.get("cells")
                        .valueStream()
                        .map(cell -> cell.get("customers").asLong()))
                .containsExactly(2L, 1L, 2L);
        assertThat(january.get("cells").get(2).get("complete").asBoolean()).isFalse();
        assertThat(json.get("cohorts").get(2).get("customers").asLong()).isZero();
        assertThat(json.get("retention").get(1).asDouble()).isEqualTo(.5);
        assertThat(json.get("retention").get(2).isNull()).isTrue();
    }

    @Test
    void a_month_that_is_not_over_is_marked() {
        assertThat(shop.run("cohorts", "--above-zero").out())
                .contains("2024-01          2  100.0  50.0  100.0*")
                .contains("all              4  100.0  50.0");
    }

    @Test
    void the_table_shows_what_is_asked_for() {
        assertThat(shop.run("cohorts", "--above-zero", "--show", "spend", "--currency", "EUR")
                        .out())
                .contains("Spend in EUR, by month", "2024-02          2  157  0*");
        assertThat(shop.run("cohorts", "--above-zero", "--show", "customers").out())
                .contains("2024-01          2   2   1  2*");
        assertThat(shop.run("cohorts", "--above-zero", "--show", "purchases").out())
                .contains("Purchases, by month");
    }

    @Test
    void time_may_go_by_week_quarter_or_year() {
        assertThat(shop.run("cohorts", "--by", "week").out()).contains("2024-01-01", "columns count weeks");
        assertThat(shop.run("cohorts", "--by", "quarter").out()).contains("2024-Q1");
        assertThat(shop.run("cohorts", "--by", "year", "--json")
                        .json()
                        .get("by")
                        .asString())
                .isEqualTo("year");
    }

    @Test
    void a_wrong_unit_is_explained() {
        Run run = shop.run("cohorts", "--by", "day");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("must be one of week, month, quarter, year, was day");
    }
}
