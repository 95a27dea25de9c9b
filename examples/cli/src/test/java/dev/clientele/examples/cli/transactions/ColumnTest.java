package dev.clientele.examples.cli.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {

    private static final List<String> HEADER = List.of("id", "date", "2", "note", "note");

    @Test
    void a_header_names_a_column() {
        assertThat(new ColumnReference("date").positionIn(HEADER)).isEqualTo(1);
    }

    @Test
    void a_position_counts_from_1() {
        assertThat(new ColumnReference("5").positionIn(HEADER)).isEqualTo(4);
        assertThat(new ColumnReference("5").position()).isEqualTo(4);
    }

    @Test
    void a_name_goes_before_a_position() {
        assertThat(new ColumnReference("2").positionIn(HEADER)).isEqualTo(2);
    }

    @Test
    void a_name_that_is_there_twice_is_refused() {
        assertThatThrownBy(() -> new ColumnReference("note").positionIn(HEADER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column note is there more than once: give its position instead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Day", "0", "6", "-1", "99999999999"})
    void a_column_that_is_not_there_is_refused_with_those_that_are(String column) {
        assertThatThrownBy(() -> new ColumnReference(column).positionIn(HEADER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no column " + column + ", there are: id, date, 2, note, note");
    }

    @ParameterizedTest
    @ValueSource(strings = {"date", "0", "-1", "1.5", "99999999999"})
    void without_a_header_only_a_position_will_do(String column) {
        assertThatThrownBy(() -> new ColumnReference(column).position())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be a position from 1 on");
    }

    @Test
    void a_blank_names_nothing() {
        assertThatThrownBy(() -> new ColumnReference(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
