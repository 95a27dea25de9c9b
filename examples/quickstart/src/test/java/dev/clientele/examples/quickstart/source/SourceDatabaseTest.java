package dev.clientele.examples.quickstart.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceDatabaseTest {

    private SourceDatabase database;

    @BeforeEach
    void open() {
        database = SourceDatabase.load("tiny", Set.of("person"), ProgressListener.none());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private <T> List<T> persons(Function<SourceRow, T> reader) {
        try (Stream<T> rows = database.query("SELECT * FROM \"person\" WHERE \"id\" < 4 ORDER BY \"id\"", reader)) {
            return rows.toList();
        }
    }

    @Test
    void the_rows_of_a_wanted_table_are_there() {
        assertThat(database.count("SELECT COUNT(*) N FROM \"person\"")).isEqualTo(4);
    }

    @Test
    void other_tables_are_not() {
        assertThatThrownBy(() -> database.count("SELECT COUNT(*) N FROM \"noise\""))
                .isInstanceOf(SourceDataException.class)
                .hasMessageContaining("noise");
    }

    @Test
    void text_is_unquoted_and_repaired() {
        assertThat(persons(row -> row.text("name"))).containsExactly("Müller", "O'Hara", "  ");
    }

    @Test
    void blank_text_is_absent_where_it_may_be() {
        assertThat(persons(row -> row.optionalText("name")))
                .containsExactly(Optional.of("Müller"), Optional.of("O'Hara"), Optional.empty());
    }

    @Test
    void decimals_keep_at_least_two_places_and_every_digit() {
        assertThat(persons(row -> row.decimal("owes")))
                .containsExactly(new BigDecimal("3.50"), new BigDecimal("1.2345"), new BigDecimal("100.00"));
    }

    @Test
    void the_day_of_a_moment_does_not_depend_on_the_machines_zone() {
        assertThat(persons(row -> row.optionalDay("seen")))
                .containsExactly(
                        Optional.empty(), Optional.of(LocalDate.of(1997, 1, 5)), Optional.of(LocalDate.of(1997, 1, 6)));
    }

    @Test
    void a_missing_value_where_one_is_needed_is_an_error() {
        assertThatThrownBy(() -> persons(row -> row.day("seen")))
                .isInstanceOf(SourceDataException.class)
                .hasMessage("column seen has no value where one is needed");
    }

    @Test
    void rows_are_read_one_by_one() {
        List<Integer> read = new ArrayList<>();
        try (Stream<Integer> ids = database.query("SELECT \"id\" FROM \"person\" ORDER BY 1", row -> {
            read.add(row.integer("id"));
            return row.integer("id");
        })) {
            assertThat(ids.findFirst()).contains(1);
        }
        assertThat(read).containsExactly(1);
    }

    @Test
    void progress_ends_with_all_done() {
        List<String> reports = new ArrayList<>();
        SourceDatabase.load(
                        "tiny",
                        Set.of("person"),
                        (step, done, total) -> reports.add(step + (done == total ? " done" : " on the way")))
                .close();
        assertThat(reports).endsWith("Reading tiny done").contains("Reading tiny on the way");
    }

    @Test
    void a_table_that_the_script_lacks_is_an_error() {
        assertThatThrownBy(() -> SourceDatabase.load("tiny", Set.of("person", "dragon"), ProgressListener.none()))
                .isInstanceOf(SourceDataException.class)
                .hasMessageContaining("dragon");
    }

    @Test
    void a_script_that_is_not_there_is_an_error_that_says_what_to_look_for() {
        assertThatThrownBy(() -> SourceDatabase.load("absent", Set.of("person"), ProgressListener.none()))
                .isInstanceOf(SourceDataException.class)
                .hasMessageContaining("no absent.script on the class path");
    }

    @Test
    void an_escape_that_would_be_misread_is_an_error() {
        assertThatThrownBy(() -> SourceDatabase.load("escaped", Set.of("person"), ProgressListener.none()))
                .isInstanceOf(SourceDataException.class)
                .hasMessageContaining("escape");
    }
}
