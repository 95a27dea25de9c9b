package dev.clientele.core.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvReaderTest {

    /** Each row as its number, its lines and its cells, or as what is wrong with it. */
    private static List<String> read(String text, String delimiter) {
        CsvReader reader = CsvReader.of(new StringReader(text), delimiter);
        List<String> rows = new ArrayList<>();
        while (true) {
            try {
                Optional<CsvRow> row = reader.next();
                if (row.isEmpty()) {
                    return rows;
                }
                rows.add(row.get().number() + " " + row.get().firstLine() + "-"
                        + row.get().lastLine() + " " + row.get().cells());
            } catch (MalformedCsvException e) {
                rows.add(e.number() + " " + e.line() + (e.unclosed() ? " unclosed" : " misplaced"));
            }
        }
    }

    private static List<String> read(String text) {
        return read(text, ",");
    }

    @Test
    void rows_have_numbers_and_lines_and_empty_lines_count_for_lines_alone() {
        assertThat(read("\na,b\n\n\r\n\"c\r\nd\ne\",f\n\"\"\n,\n"))
                .containsExactly("1 2-2 [a, b]", "2 5-7 [c\r\nd\ne, f]", "3 8-8 []", "4 9-9 [, ]");
    }

    @Test
    void the_last_line_needs_no_line_break() {
        assertThat(read("a,b\nc,")).containsExactly("1 1-1 [a, b]", "2 2-2 [c, ]");
        assertThat(read("\"a\nb\"")).containsExactly("1 1-2 [a\nb]");
        assertThat(read("")).isEmpty();
    }

    @Test
    void lines_may_end_as_on_any_system() {
        assertThat(read("a\rb\r\rc\rd")).containsExactly("1 1-1 [a]", "2 2-2 [b]", "3 4-4 [c]", "4 5-5 [d]");
        assertThat(read("a\r\nb\r\n")).containsExactly("1 1-1 [a]", "2 2-2 [b]");
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_cell() {
        assertThat(read("\uFEFFa,\uFEFFb\n\uFEFFc")).containsExactly("1 1-1 [a, \uFEFFb]", "2 2-2 [\uFEFFc]");
        assertThat(read("\uFEFF\"a\"")).containsExactly("1 1-1 [a]");
    }

    @Test
    void white_space_around_quotation_marks_does_not_count_and_any_other_does() {
        assertThat(read(" a , \"b, c\"\t,\" d \"")).containsExactly("1 1-1 [ a , b, c,  d ]");
    }

    @Test
    void a_quotation_mark_within_a_cell_that_is_in_none_is_a_character() {
        assertThat(read("a\"b,5\",\"c\"\"d\"")).containsExactly("1 1-1 [a\"b, 5\", c\"d]");
    }

    @Test
    void cells_may_stand_apart_by_several_characters() {
        assertThat(read("a||b|c||\"d||e\"", "||")).containsExactly("1 1-1 [a, b|c, d||e]");
        assertThat(read("a\t\tb", "\t")).containsExactly("1 1-1 [a, , b]");
        assertThatThrownBy(() -> read("a", "\"")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> read("a", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void after_a_row_with_a_misplaced_quotation_mark_the_next_line_is_read() {
        assertThat(read("a,b\n\"Al \"The Man\" Smith\",c\nd,\"e\nf\"\n\"g\" h\ni,j"))
                .containsExactly("1 1-1 [a, b]", "2 2 misplaced", "3 3-4 [d, e\nf]", "4 5 misplaced", "5 6-6 [i, j]");
    }

    @Test
    void after_a_row_with_a_quotation_mark_that_nothing_closes_the_next_line_is_read() {
        assertThat(read("a,b\n\n\"c,d\ne,f\n\"g\nh\"\n"))
                .containsExactly("1 1-1 [a, b]", "2 3 misplaced", "3 4-4 [e, f]", "4 5-6 [g\nh]");
        assertThat(read("a,b\n\"c,d\ne,f\ng,h"))
                .containsExactly("1 1-1 [a, b]", "2 2 unclosed", "3 3-3 [e, f]", "4 4-4 [g, h]");
        assertThat(read("a,\"")).containsExactly("1 1 unclosed");
    }

    @Test
    void a_quotation_mark_that_nothing_closes_takes_no_more_than_a_cell_may_have() {
        String many = "x,y\n".repeat(400_000);

        List<String> rows = read("\"a\n" + many);

        assertThat(rows).hasSize(400_001);
        assertThat(rows.get(0)).isEqualTo("1 1 unclosed");
        assertThat(rows.get(400_000)).isEqualTo("400001 400001-400001 [x, y]");
    }

    @Test
    void the_message_names_the_line_and_no_cell() {
        CsvReader reader = CsvReader.of(new StringReader("\n\"secret\" x"), ",");

        assertThatThrownBy(reader::next)
                .hasMessage("the row that begins on line 2 has text after a closing quotation mark");
    }

    @Test
    void a_text_that_can_not_be_read_is_no_csv_that_is_wrong() {
        Reader torn = new Reader() {
            @Override
            public int read(char[] into, int from, int length) throws IOException {
                throw new IOException("torn");
            }

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> CsvReader.of(torn, ",").next())
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(IOException.class);
    }
}
