package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RejectedRow;
import dev.clientele.core.csv.RejectedRowWriter;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.error.ViolationCode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A dry run takes each batch back, and says all the same what an import of the whole file would do. */
class DryRunTest extends StoredTest {

    private static final CsvImport<Vessel> PLAN = CsvImport.of(Vessel.TYPE)
            .reference("sister of", Vessel.SISTER, Vessel.TYPE, Vessel.NAME)
            .matchBy(Vessel.NAME);

    private static final String HEADER = "name,imo,tonnage,sister of\n";

    /** More rows than a batch has. */
    private static String fleet(int from) {
        return IntStream.range(from, from + 1100)
                .mapToObj(i -> "v" + i + ",imo" + i + "," + i + ",\n")
                .collect(Collectors.joining());
    }

    private ImportReport dry(String file) {
        ImportReport tried = PLAN.dryRun().run(session, new StringReader(file));
        assertThat(vessels.all().count()).isZero();
        return tried;
    }

    private void assertSameAsTheImport(String file, String outcome, RowError... errors) {
        ImportReport tried = dry(file);
        ImportReport done = PLAN.run(session, new StringReader(file));

        assertThat(tried.toString()).isEqualTo("tried " + outcome);
        assertThat(done.toString()).isEqualTo("read " + outcome);
        assertThat(tried.errors()).containsExactly(errors).isEqualTo(done.errors());
    }

    @Test
    void a_row_about_a_record_of_an_earlier_batch_changes_it_or_says_nothing_new() {
        assertSameAsTheImport(
                HEADER + fleet(0) + "v3,,9,\nv4,imo4,4,\nv3,imo3,9,\n",
                "1103 rows: 1100 added, 1 changed, 2 unchanged, 0 rejected");
    }

    @Test
    void a_reference_to_a_record_of_an_earlier_batch_is_found_with_all_that_it_rests_on() {
        assertSameAsTheImport(
                HEADER + "a,,,\nb,,,a\n" + fleet(0) + "c,,,b\n" + fleet(2000) + "d,,,c\ne,,,nobody\n",
                "2205 rows: 2204 added, 0 changed, 0 unchanged, 1 rejected",
                new RowError(
                        2206,
                        "sister of",
                        ViolationCode.NO_SUCH_RECORD,
                        Map.of("type", "vessel"),
                        "no record of the type vessel has this name"));
    }

    @Test
    void a_unique_value_that_an_earlier_batch_has_is_taken() {
        assertSameAsTheImport(
                HEADER + fleet(0) + "other,imo7,,\n",
                "1101 rows: 1100 added, 0 changed, 0 unchanged, 1 rejected",
                new RowError(
                        1102,
                        "",
                        ViolationCode.DUPLICATE,
                        Map.of("type", "vessel", "key", "imo"),
                        "another vessel has the same imo"));
    }

    @Test
    void a_row_that_was_rejected_is_nothing_to_rest_on() {
        assertSameAsTheImport(
                HEADER + "a,,many,\n" + fleet(0) + "b,,,a\n",
                "1102 rows: 1100 added, 0 changed, 0 unchanged, 2 rejected",
                new RowError(
                        2, "tonnage", ViolationCode.FORM, Map.of("form", "a whole number"), "must be a whole number"),
                new RowError(
                        1103,
                        "sister of",
                        ViolationCode.NO_SUCH_RECORD,
                        Map.of("type", "vessel"),
                        "no record of the type vessel has this name"));
    }

    @Test
    void rejected_rows_go_to_a_file_that_can_be_put_right_and_read_again() {
        StringBuilder rejects = new StringBuilder();
        String file = HEADER + "a,imo1,many,\n" + "b,imo1,,\nc,imo1,,\n\"d,,,\ne,,,,,x\n\"f, the last\",,,gone\n";

        ImportReport report =
                PLAN.withRejectedRows(RejectedRowWriter.to(rejects)).run(session, new StringReader(file));

        assertThat(report).hasToString("read 6 rows: 1 added, 0 changed, 0 unchanged, 5 rejected");
        assertThat(rejects.toString().lines())
                .containsExactlyInAnyOrder(
                        "name,imo,tonnage,sister of,rejected row,rejected because",
                        "\"\",,,,5,\"text after a closing quotation mark, line 5\"",
                        "e,,,,6,\"has 6 cells, the header has 4\"",
                        "a,imo1,many,,2,tonnage: must be a whole number",
                        "c,imo1,,,4,another vessel has the same imo",
                        "\"f, the last\",,,gone,7,sister of: no record of the type vessel has this name");
        String mended =
                rejects.toString().replace("many", "").replace("imo1", "").replace("gone", "b");
        ImportReport again = PLAN.run(session, new StringReader(mended));
        assertThat(again.added()).isEqualTo(4);
        assertThat(again.ignoredColumns()).containsExactly("rejected row", "rejected because");
    }

    @Test
    void every_rejected_row_is_handed_on_though_the_report_keeps_the_first_reasons_only() {
        List<Long> rows = new ArrayList<>();
        String file = HEADER + ",,,\n".repeat(3) + "x,,z,\n".repeat(12_000);

        ImportReport report = PLAN.withRejectedRows(
                        (RejectedRow row) -> rows.add(row.row().number()))
                .dryRun()
                .run(session, new StringReader(file));

        assertThat(report.errors()).hasSize(10_000);
        assertThat(report.rejected()).isEqualTo(12_000);
        assertThat(rows).hasSize(12_000).isSorted();
    }
}
