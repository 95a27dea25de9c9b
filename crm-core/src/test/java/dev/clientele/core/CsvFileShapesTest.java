package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.csv.CsvExport;
import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.csv.CsvReader;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.error.InvalidException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read as programs write them: nothing of them is refused or lost that can be understood. */
class CsvFileShapesTest extends StoredTest {

    private static final CsvImport<Vessel> PLAN = CsvImport.of(Vessel.TYPE)
            .column("Ship", Vessel.NAME)
            .column("Tons", Vessel.TONNAGE)
            .matchBy(Vessel.NAME);

    private ImportReport read(CsvImport<Vessel> plan, String text) {
        return plan.run(session, new StringReader(text));
    }

    private List<String> ships() {
        return vessels.all().sortedBy(Vessel.NAME).page(100).items().stream()
                .map(vessel -> vessel.require(Vessel.NAME) + " "
                        + vessel.find(Vessel.TONNAGE).map(String::valueOf).orElse("-"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ship,Tons\nAurora,120\nBorea,7\n",
                "\uFEFFShip,Tons\r\nAurora,120\r\nBorea,7",
                "sep=;\r\nShip;Tons\r\nAurora;120\r\nBorea;7\r\n",
                "\uFEFF\"sep=|\"\nShip|Tons\nAurora|120\nBorea|7",
                "Ship;Tons\nAurora;120\nBorea;7",
                "Ship\tTons\nAurora\t120\nBorea\t7",
                "\"Ship\";\"Tons\"\n\"Aurora\";\"120\"\n\"Borea\";\"7\"",
                "Ship,Tons,\nAurora,120,\nBorea,7,\n",
                "Ship,Tons,\nAurora,120\nBorea,7\n",
                "Ship,Tons\n\nAurora,120\n,\n ,\t\nBorea,7\n,,,\n",
                "SHIP,tons\nAurora,120\nBorea,7",
                " Ship , Tons \nAurora, 120 \nBorea,7",
                ",\n\nShip,Tons\nAurora,120\nBorea,7",
                "Ship,Tons,Note,Note\nAurora,120,a,b\nBorea,7,,",
                "Ship,Tons,Note\nAurora,120,\"a, b; c\nd\"\nBorea,7,;;;",
            })
    void the_same_two_ships_are_read_from_files_of_any_shape(String text) {
        ImportReport report = read(PLAN, text);

        assertThat(report.errors()).isEmpty();
        assertThat(ships()).containsExactly("Aurora 120", "Borea 7");
    }

    @Test
    void cells_that_are_missing_at_the_end_of_a_row_are_empty() {
        ImportReport report = read(PLAN, "Ship,Tons\nAurora\nBorea,7\n");

        assertThat(report.isFullyImported()).isTrue();
        assertThat(report.blankCellCounts()).containsExactly(Map.entry("Tons", 1L));
        assertThat(ships()).containsExactly("Aurora -", "Borea 7");
    }

    @Test
    void a_row_with_something_behind_the_last_column_is_rejected_by_number() {
        ImportReport report = read(PLAN, "Ship,Tons\nAurora,120,9\nBorea,7\n");

        assertThat(report.errors())
                .extracting(RowError::toString)
                .containsExactly("row 2: has 3 cells, the header has 2");
        assertThat(ships()).containsExactly("Borea 7");
    }

    @Test
    void a_stray_quotation_mark_is_told_with_its_line_and_the_rest_is_read() {
        ImportReport report = read(PLAN, "Ship,Tons\nAurora,120\n\"Borea,7\nCirce,8\n\"Delia\"x,9\nEos,10\n");

        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.errors())
                .extracting(RowError::toString)
                .containsExactly(
                        "row 3: text after a closing quotation mark, line 3",
                        "row 5: text after a closing quotation mark, line 5");
        assertThat(ships()).containsExactly("Aurora 120", "Circe 8", "Eos 10");
    }

    @Test
    void a_quotation_mark_that_nothing_closes_rejects_its_row_alone() {
        ImportReport report = read(PLAN, "Ship,Tons\nAurora,120\n\"Borea,7\nCirce,8\n");

        assertThat(report.errors())
                .extracting(RowError::toString)
                .containsExactly("row 3: a quotation mark that nothing closes, line 3");
        assertThat(report.isFullyImported()).isFalse();
        assertThat(ships()).containsExactly("Aurora 120", "Circe 8");
    }

    @Test
    void a_column_that_is_asked_for_and_there_twice_is_refused_before_anything_is_stored() {
        assertThatThrownBy(() -> read(PLAN, "Ship,Tons,tons,Tons\nAurora,1,2,3"))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("Tons")
                .hasMessageContaining("twice");
        assertThat(ships()).isEmpty();
    }

    @Test
    void a_name_that_only_differs_in_capitals_from_the_one_asked_for_does_not_stand_in_its_way() {
        assertThat(read(PLAN, "Ship,Tons,TONS\nAurora,1,2").ignoredColumns()).containsExactly("TONS");
        assertThat(ships()).containsExactly("Aurora 1");
    }

    @Test
    void whatever_a_reader_of_cells_throws_rejects_the_row_by_number() {
        CsvImport<Vessel> plan = CsvImport.of(Vessel.TYPE)
                .column("Ship", Vessel.NAME)
                .column("Tons", Vessel.TONNAGE, cell -> Math.multiplyExact(Long.parseLong(cell), 1L << 60))
                .column("Kind", Vessel.KIND, cell -> List.of(Vessel.Kind.TANKER).get(cell.length()))
                .matchBy(Vessel.NAME);

        ImportReport report = read(plan, "Ship,Tons,Kind\nAurora,120,\nBorea,0,far too long\nCirce,0,\n");

        assertThat(report.errors())
                .extracting(RowError::toString)
                .containsExactly("row 2, Tons: can't be read", "row 3, Kind: can't be read");
        assertThat(ships()).containsExactly("Circe 0");
    }

    @Test
    void two_columns_for_one_field_are_refused_unless_they_are_elements_of_it() {
        assertThatThrownBy(() -> PLAN.column("Name", Vessel.NAME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name")
                .hasMessageContaining("'Ship'");
        assertThatThrownBy(() ->
                        PLAN.column("Flag 1", Vessel.FLAGS).elements("Flag 2", Vessel.FLAGS, Set::of, element -> true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void elements_of_several_columns_add_up_and_replace_those_of_their_own_kind() {
        CsvImport<Vessel> plan = PLAN.elements(
                        "Flag", Vessel.FLAGS, cell -> List.of("flag:" + cell), tag -> tag.startsWith("flag:"))
                .elements("Crew", Vessel.FLAGS, cell -> List.of("crew:" + cell), tag -> tag.startsWith("crew:"));
        vessels.add(Vessel.named("Aurora").with(Vessel.FLAGS, Set.of("flag:NO", "old")));

        read(plan, "Ship,Tons,Flag,Crew\nAurora,,SE,Bo\nBorea,,FI,\n");
        assertThat(flags()).containsExactly(Set.of("flag:SE", "crew:Bo", "old"), Set.of("flag:FI"));

        read(plan, "Ship,Tons,Flag,Crew\nAurora,,,Eva\n");
        assertThat(flags()).containsExactly(Set.of("flag:SE", "crew:Eva", "old"), Set.of("flag:FI"));

        read(plan.clearEmptyCells(), "Ship,Tons,Flag,Crew\nAurora,,,\n");
        assertThat(flags()).containsExactly(Set.of("old"), Set.of("flag:FI"));
    }

    @Test
    void a_name_in_another_composition_of_the_same_letters_is_the_same_name() {
        read(PLAN, "Ship,Tons\nAmélie,120\n");

        assertThat(read(PLAN, "Ship,Tons\nAme\u0301lie,120\n").unchanged()).isEqualTo(1);
        assertThat(ships()).containsExactly("Amélie 120");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "@SUM(A1)",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|x",
                "'=1",
                "''@x",
                "'quoted'",
                "+44 20 7946-0018",
                "-5"
            })
    void a_cell_that_a_spreadsheet_would_compute_is_exported_as_text_and_read_back_as_it_was(String name) {
        vessels.add(Vessel.named(name));
        StringWriter file = new StringWriter();
        try (Stream<Vessel> all = vessels.all().stream()) {
            CsvExport.<Vessel>empty().column("name", Vessel.NAME).write(all, file);
        }

        CsvReader rows = CsvReader.of(new StringReader(file.toString()));
        rows.next();
        assertThat(rows.next().orElseThrow().cell(1)).doesNotMatch("[=@].*|[-+].*[a-z].*");
        assertThat(read(CsvImport.of(Vessel.TYPE), file.toString()).unchanged()).isEqualTo(1);
    }

    private List<Set<String>> flags() {
        return vessels.all().sortedBy(Vessel.NAME).page(10).items().stream()
                .map(vessel -> vessel.getOrDefault(Vessel.FLAGS, Set.of()))
                .toList();
    }
}
