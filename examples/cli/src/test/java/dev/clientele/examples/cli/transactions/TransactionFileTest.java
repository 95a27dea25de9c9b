package dev.clientele.examples.cli.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.csv.DayFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionFileTest {

    private static final TransactionLayout CSV = Collected.layout(",", true, "who", "when", "paid");
    private static final TransactionRecord ANN =
            new TransactionRecord(2, "ann", LocalDate.of(2020, 1, 5), new BigDecimal("12.50"));

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void columns_are_found_by_their_headers_in_any_order() throws IOException {
        Collected read = Collected.of(file("paid,note,who,when\n12.50,x,ann,2020-01-05\n"), CSV);

        assertThat(read.transactions).containsExactly(ANN);
        assertThat(read.rejections).isEmpty();
    }

    @Test
    void columns_are_found_by_position_where_there_is_no_header() throws IOException {
        Collected read = Collected.of(
                file("2020-01-05;ann;12.50\n2020-01-06;bob;7\n"), Collected.layout(";", false, "2", "1", "3"));

        assertThat(read.transactions).extracting(TransactionRecord::customer).containsExactly("ann", "bob");
    }

    @Test
    void a_blank_delimiter_is_any_run_of_white_space_and_what_leads_does_not_count() throws IOException {
        Collected read = Collected.of(
                file("  ann   2020-01-05\t 12.50  \nbob 2020-01-06 7\n\t carl\t2020-01-07 8\n"),
                Collected.layout(" ", false, "1", "2", "3"));

        assertThat(read.transactions).extracting(TransactionRecord::customer).containsExactly("ann", "bob", "carl");
        assertThat(read.transactions.get(0).amount()).isEqualByComparingTo("12.50");
    }

    @Test
    void a_tab_is_a_delimiter_between_which_a_column_may_be_empty() throws IOException {
        Collected read = Collected.of(
                file("who\tnote\twhen\tpaid\nann\t\t2020-01-05\t12.50\n"),
                Collected.layout("\\t", true, "who", "when", "paid"));

        assertThat(read.transactions).containsExactly(ANN);
    }

    @Test
    void quoted_text_may_have_delimiters_quotes_and_line_breaks_inside() throws IOException {
        Collected read = Collected.of(
                file("who,when,paid\r\n\"Smith, \"\"Al\"\"\r\nJr\",2020-01-05,1\r\nbob,2020-01-06,2\r\n"), CSV);

        assertThat(read.transactions)
                .extracting(TransactionRecord::customer)
                .containsExactly("Smith, \"Al\"\r\nJr", "bob");
        assertThat(read.transactions).extracting(TransactionRecord::line).containsExactly(2L, 4L);
    }

    @Test
    void blank_lines_are_no_rows_but_count_as_lines() throws IOException {
        Collected read = Collected.of(file("\nwho,when,paid\n\n   \nann,2020-01-05,12.50\n\n"), CSV);

        assertThat(read.transactions).extracting(TransactionRecord::line).containsExactly(5L);
        assertThat(read.rejections).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_header() throws IOException {
        assertThat(Collected.of(file("\uFEFFwho,when,paid\nann,2020-01-05,12.50\n"), CSV).transactions)
                .containsExactly(ANN);
    }

    @Test
    void a_file_compressed_by_gzip_reads_the_same() throws IOException {
        assertThat(Collected.of(file(compressed("who,when,paid\nann,2020-01-05,12.50\n")), CSV).transactions)
                .containsExactly(ANN);
    }

    @Test
    void an_amount_below_zero_is_read_as_it_is() throws IOException {
        assertThat(Collected.of(file("who,when,paid\nann,2020-01-05,-3.99\n"), CSV).transactions)
                .singleElement()
                .extracting(TransactionRecord::amount)
                .isEqualTo(new BigDecimal("-3.99"));
    }

    @Test
    void a_quantity_multiplies_the_amount() throws IOException {
        TransactionLayout layout = new TransactionLayout(
                CSV.delimiter(),
                true,
                CSV.customer(),
                CSV.date(),
                CSV.amount().orElseThrow(),
                Optional.of(new ColumnReference("pieces")),
                CSV.dayFormat());
        Collected read =
                Collected.of(file("who,when,paid,pieces\nann,2020-01-05,1.25,-6\nann,2020-01-05,1,x\n"), layout);

        assertThat(read.transactions)
                .singleElement()
                .extracting(TransactionRecord::amount)
                .isEqualTo(new BigDecimal("-7.50"));
        assertThat(read.complaints()).containsExactly("line 3: quantity is not a number (x)");
    }

    @Test
    void a_bad_row_is_rejected_with_its_line_and_the_reason_and_the_rest_is_read() throws IOException {
        Collected read = Collected.of(file("""
                        who,when,paid
                        ,2020-01-05,1
                        ann,2020-02-30,1
                        ann,2020-01-05,1.234,5
                        ann,2020-01-05,
                        ann,2020-01-05,5 or so
                        ann
                        ann,2020-01-05,12.50
                        """), CSV);

        assertThat(read.complaints())
                .containsExactly(
                        "line 2: no customer",
                        "line 3: date is not a day written as yyyy-MM-dd (2020-02-30)",
                        "line 4: more columns than the first row (4 for 3)",
                        "line 5: amount is not a number",
                        "line 6: amount is not a number (5 or so)",
                        "line 7: too few columns (1 for 3)");
        assertThat(read.transactions).extracting(TransactionRecord::line).containsExactly(8L);
    }

    @Test
    void a_number_may_be_written_as_programs_write_it_and_is_not_endless() throws IOException {
        Collected read = Collected.of(file("""
                        who,when,paid
                        a,2020-01-05,1e99
                        a,2020-01-05,NaN
                        a,2020-01-05,1234567890123
                        a,2020-01-05,0x1F
                        a,2020-01-05,+1.
                        a,2020-01-05,.5
                        a,2020-01-05,1e+05
                        a,2020-01-05,118.22999999999999
                        a,2020-01-05,"1,234.50"
                        a,2020-01-05,$5
                        """), CSV);

        assertThat(read.rejections).hasSize(4);
        assertThat(read.transactions)
                .extracting(TransactionRecord::amount)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("1"),
                        new BigDecimal("0.5"),
                        new BigDecimal("100000"),
                        new BigDecimal("118.22999999999999"),
                        new BigDecimal("1234.50"),
                        new BigDecimal("5"));
    }

    @Test
    void a_quote_that_swallows_rows_shows_in_the_lines_of_the_rejection() throws IOException {
        Collected read = Collected.of(file("""
                        who,when,paid
                        ann,2020-01-05,1
                        c"arl,2020-01-07,3
                        dora,"2020-01-08,4
                        emil",2020-01-09,5
                        """), CSV);

        assertThat(read.transactions).extracting(TransactionRecord::customer).containsExactly("ann", "c\"arl");
        assertThat(read.complaints()).singleElement().asString().startsWith("lines 4 to 5: more columns");
    }

    @Test
    void text_after_a_closing_quote_rejects_its_row_and_the_rest_is_read() throws IOException {
        Collected read = Collected.of(file("""
                        who,when,paid
                        "Al "The Man" Smith",2020-01-05,1
                        ann,2020-01-05,12.50
                        """), CSV);

        assertThat(read.complaints()).containsExactly("line 2: text after a closing quotation mark");
        assertThat(read.transactions).extracting(TransactionRecord::line).containsExactly(3L);
        Path header = file("\"a\"b,when,paid\nann,2020-01-05,1\n");
        assertThatThrownBy(() -> Collected.of(header, CSV))
                .isInstanceOf(UnusableDataException.class)
                .hasMessage(header + " has text after a closing quotation mark in its first row");
    }

    @Test
    void a_quote_that_nothing_closes_rejects_its_row_alone() throws IOException {
        Collected read =
                Collected.of(file("who,when,paid\nann,2020-01-05,1\n\"bob,2020-01-06,2\ncarl,2020-01-07,3\n"), CSV);

        assertThat(read.complaints()).containsExactly("line 3: a quotation mark that nothing closes");
        assertThat(read.transactions).extracting(TransactionRecord::customer).containsExactly("ann", "carl");
    }

    @Test
    void a_short_row_is_read_as_far_as_its_columns_are_there_and_a_blank_one_is_none() throws IOException {
        Collected read = Collected.of(
                file("WHO;When;paid;note;\nann;2020-01-05;1\n;;;\n;;\nbob;2020-01-06;2;x;\n"),
                new TransactionLayout(
                        Delimiter.detected(),
                        true,
                        new ColumnReference("who"),
                        new ColumnReference("when"),
                        new ColumnReference("paid"),
                        Optional.empty(),
                        DayFormat.iso()));

        assertThat(read.complaints()).isEmpty();
        assertThat(read.transactions).extracting(TransactionRecord::customer).containsExactly("ann", "bob");
    }

    @Test
    void characters_of_another_encoding_than_the_given_make_the_file_unusable() throws IOException {
        Path file = file("who,when,paid\nJosé,2020-01-05,1\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Collected.of(file, CSV))
                .isInstanceOf(UnusableDataException.class)
                .hasMessage(file + " is not written in UTF-8: give its --encoding");
        for (Charset charset : new Charset[] {StandardCharsets.ISO_8859_1, null}) {
            Collected read = new Collected();
            new TransactionFile(file, charset, CSV).read(read);
            assertThat(read.transactions)
                    .extracting(TransactionRecord::customer)
                    .containsExactly("José");
        }
    }

    @Test
    void a_compressed_file_that_was_cut_off_is_unusable() throws IOException {
        byte[] whole = compressed("who,when,paid\n" + "ann,2020-01-05,12.50\n".repeat(1000));
        Path file = file(Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> Collected.of(file, CSV))
                .isInstanceOf(UnusableDataException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void an_empty_file_is_unusable() throws IOException {
        Path file = file("\n \n");

        assertThatThrownBy(() -> Collected.of(file, CSV))
                .isInstanceOf(UnusableDataException.class)
                .hasMessage(file + " is empty");
    }

    @Test
    void a_header_without_a_needed_column_is_a_wrong_argument() throws IOException {
        Path file = file("who,date,paid\n");

        assertThatThrownBy(() -> Collected.of(file, CSV))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no column when, there are: who, date, paid");
    }

    @Test
    void what_a_rejection_repeats_of_a_row_is_short_and_on_one_line() throws IOException {
        Collected read =
                Collected.of(file("who,when,paid\nann,2020-01-05,\"a long\nstory " + "😀".repeat(60) + "\"\n"), CSV);

        assertThat(read.complaints())
                .singleElement()
                .isEqualTo("lines 2 to 3: amount is not a number (a long story " + "😀".repeat(27) + "…)");
    }
}
