package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.csv.CsvExport;
import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.criteria.Criteria;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Records come from CSV and go to CSV by their declared fields. */
class CsvTest extends StoredTest {

    private static final CsvImport<Vessel> BY_NAME = CsvImport.of(Vessel.TYPE)
            .column("Ship", Vessel.NAME)
            .column("Type", Vessel.KIND)
            .replaceValues("Type", Map.of("Tnaker", "TANKER"))
            .matchBy(Vessel.NAME);

    private ImportReport read(CsvImport<Vessel> plan, String... lines) {
        return plan.run(session, new StringReader(String.join("\r\n", lines)));
    }

    @Test
    void columns_are_mapped_misspellings_replaced_and_other_columns_named() {
        ImportReport report = read(BY_NAME, "Ship,Type,tonnage,Colour", "Aurora,Tnaker,120,red", "Borea,FERRY,,blue");

        assertThat(report).hasToString("read 2 rows: 2 added, 0 changed, 0 unchanged, 0 rejected");
        assertThat(report.ignoredColumns()).containsExactly("Colour");
        assertThat(vessels.all().sortedBy(Vessel.NAME).page(10).items())
                .extracting(CsvTest::shown)
                .containsExactly("Aurora TANKER 120", "Borea FERRY -");
    }

    @Test
    void the_same_file_a_second_time_changes_nothing_and_records_nothing() {
        read(BY_NAME, "Ship,Type", "Aurora,TANKER", "Borea,FERRY");
        Position end = lastPosition();

        ImportReport again = read(BY_NAME, "Ship,Type", "Aurora,TANKER", "Borea,FERRY");

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.isFullyImported()).isTrue();
        assertThat(session.changes().after(end, 10)).isEmpty();
    }

    @Test
    void a_row_that_breaks_a_rule_is_named_by_number_and_column_without_its_value_and_the_others_go_in() {
        ImportReport report = read(
                BY_NAME.column("Tons", Vessel.TONNAGE).column("Built", Vessel.BUILT),
                "Ship,Type,Tons,Built",
                "Aurora,TANKER,12x,1999-02-31",
                "Borea,FERRY,50001,",
                ",TANKER,1,",
                "Circe,TANKER,1,,,x",
                "Delia,TANKER,7,1999-02-28");

        assertThat(report.errors())
                .extracting(RowError::toString)
                .containsExactly(
                        "row 2, Tons: must be a whole number",
                        "row 2, Built: must be a day such as 2026-03-01",
                        "row 3, Tons: a ferry has at most 50000 tons",
                        "row 4, Ship: is required",
                        "row 5: has 6 cells, the header has 4");
        assertThat(report.rejected()).isEqualTo(4);
        assertThat(storedVessels())
                .extracting(vessel -> vessel.require(Vessel.NAME))
                .containsExactly("Delia");
    }

    @Test
    void a_report_counts_the_blank_cells_of_every_column_that_is_read() {
        ImportReport report = read(
                BY_NAME.column("Tons", Vessel.TONNAGE), "Ship,Type,Tons,Else", "Aurora,TANKER, ,", "Borea,FERRY,,x");

        assertThat(report.isFullyImported()).isTrue();
        assertThat(report.blankCellCounts()).containsOnly(Map.entry("Tons", 2L));
    }

    @Test
    void new_records_are_completed_before_they_are_checked_and_stored_ones_left_alone() {
        vessels.add(Vessel.named("Aurora").with(Vessel.IMO, "1"));
        CsvImport<Vessel> plan = CsvImport.of(Vessel.TYPE)
                .column("Ship", Vessel.NAME)
                .matchBy(Vessel.NAME)
                .transformNew(vessel -> vessel.with(Vessel.IMO, vessel.require(Vessel.NAME)));

        ImportReport report = read(plan, "Ship", "Aurora", "Borea", "Much longer than a number of seven digits may be");

        assertThat(storedVessels())
                .extracting(vessel -> vessel.get(Vessel.IMO))
                .containsExactlyInAnyOrder("1", "Borea");
        assertThat(report.errors()).extracting(RowError::row).containsExactly(4L);
        assertThat(read(plan, "Ship", "Aurora", "Borea").unchanged()).isEqualTo(2);
    }

    @Test
    void a_taken_unique_key_keeps_its_row_out_of_hundreds() {
        vessels.add(Vessel.named("Old").with(Vessel.IMO, "imo700"));
        String rows =
                IntStream.range(0, 1200).mapToObj(i -> "v" + i + ",imo" + i).collect(Collectors.joining("\n"));

        ImportReport report = read(CsvImport.of(Vessel.TYPE).matchBy(Vessel.NAME), "name,imo\n" + rows);

        assertThat(report.errors())
                .containsExactly(new RowError(
                        702,
                        "",
                        ViolationCode.DUPLICATE,
                        Map.of("type", "vessel", "key", "imo"),
                        "another vessel has the same imo"));
        assertThat(report.added()).isEqualTo(1199);
        assertThat(vessels.all().count()).isEqualTo(1200);
    }

    @Test
    void a_dry_run_says_what_would_happen_and_does_none_of_it() {
        vessels.add(Vessel.named("Old").with(Vessel.IMO, "imo700"));
        Position end = lastPosition();
        String rows =
                IntStream.range(0, 1200).mapToObj(i -> "v" + i + ",imo" + i).collect(Collectors.joining("\n"));

        ImportReport report =
                read(CsvImport.of(Vessel.TYPE).matchBy(Vessel.NAME).dryRun(), "name,imo\n" + rows + "\nOld,imo9999");

        assertThat(report).hasToString("tried 1201 rows: 1199 added, 1 changed, 0 unchanged, 1 rejected");
        assertThat(report.errors()).extracting(RowError::row).containsExactly(702L);
        assertThat(session.changes().after(end, 10)).isEmpty();
        assertThat(vessels.all().count()).isEqualTo(1);
    }

    @Test
    void a_reference_is_looked_up_also_among_earlier_rows_and_one_to_nothing_is_an_error() {
        CsvImport<Vessel> plan = CsvImport.of(Vessel.TYPE)
                .reference("sister of", Vessel.SISTER, Vessel.TYPE, Vessel.NAME)
                .matchBy(Vessel.NAME);

        ImportReport report = read(plan, "name,sister of", "Aurora,", "Borea,Aurora", "Circe,Delia");

        assertThat(report.errors())
                .containsExactly(new RowError(
                        4,
                        "sister of",
                        ViolationCode.NO_SUCH_RECORD,
                        Map.of("type", "vessel"),
                        "no record of the type vessel has this name"));
        assertThat(vessels.query(Vessel.NAME.is("Borea")).first().orElseThrow().require(Vessel.SISTER))
                .isEqualTo(vessels.query(Vessel.NAME.is("Aurora"))
                        .first()
                        .orElseThrow()
                        .id());
    }

    @Test
    void two_rows_of_one_record_are_both_applied_in_order() {
        ImportReport report = read(BY_NAME, "Ship,Type,tonnage", "Aurora,TANKER,5", "Aurora,,7");

        assertThat(report).hasToString("read 2 rows: 1 added, 1 changed, 0 unchanged, 0 rejected");
        assertThat(storedVessels()).extracting(CsvTest::shown).containsExactly("Aurora TANKER 7");
    }

    @Test
    void an_empty_cell_says_nothing_unless_it_is_to_clear() {
        read(BY_NAME, "Ship,Type,tonnage", "Aurora,TANKER,5");

        assertThat(read(BY_NAME, "Ship,Type,tonnage", "Aurora,,").unchanged()).isEqualTo(1);
        assertThat(read(BY_NAME.clearEmptyCells(), "Ship,Type,tonnage", "Aurora,,")
                        .changed())
                .isEqualTo(1);
        assertThat(storedVessels()).extracting(CsvTest::shown).containsExactly("Aurora - -");
    }

    @Test
    void a_row_that_matches_several_records_is_rejected() {
        vessels.addAll(List.of(Vessel.named("Twin"), Vessel.named("Twin")));

        assertThat(read(BY_NAME, "Ship,Type", "Twin,FERRY").errors())
                .containsExactly(new RowError(2, "", ViolationCode.AMBIGUOUS, "several records match it"));
    }

    @Test
    void all_that_is_exported_can_be_edited_and_read_back_by_id() {
        Vessel rich = Vessel.named("Auro\"ra, the first")
                .with(Vessel.CHARTER, Money.parse("EUR 1234.50"))
                .with(Vessel.FLAGS, Set.of("a;b", "c\\d", "NO"))
                .with(Vessel.REMARKS, " two\nlines ")
                .with(
                        Vessel.BERTHS,
                        List.of(new Vessel.Berth("Bergen", LocalDate.of(2026, 1, 2), Money.parse("JPY 7"))));
        vessels.addAll(List.of(rich, Vessel.named("Borea").with(Vessel.SPEED, 1e-7)));
        StringBuilder file = new StringBuilder();
        try (Stream<Vessel> all = vessels.all().stream()) {
            assertThat(CsvExport.of(Vessel.TYPE).write(all, file)).isEqualTo(2);
        }

        assertThat(read(CsvImport.of(Vessel.TYPE), file.toString()).unchanged()).isEqualTo(2);
        ImportReport edited = read(CsvImport.of(Vessel.TYPE), file.toString().replace("Borea", "Boreas"));
        assertThat(edited.changed()).isEqualTo(1);
        assertThat(vessels.query(Vessel.NAME.is("Boreas")).count()).isEqualTo(1);
    }

    @Test
    void a_file_without_a_column_that_was_asked_for_is_refused_whole() {
        assertThatThrownBy(() -> read(BY_NAME, "Ship,Kind", "Aurora,FERRY"))
                .isInstanceOf(InvalidException.class)
                .hasMessage("vessel is invalid: Type: the file has no such column");
        assertThatThrownBy(() -> read(BY_NAME, "Ship,Type,Ship", "Aurora,FERRY,Borea"))
                .hasMessage("vessel is invalid: Ship: the header names this column twice");
        assertThatThrownBy(() -> read(BY_NAME, "")).hasMessageContaining("the file is empty");
        assertThat(storedVessels()).isEmpty();
    }

    @Test
    void the_actor_may_import_only_what_it_may_write() {
        AccessPolicy tankersOnly = new AccessPolicy() {
            @Override
            public Criteria readable(Actor actor, String type) {
                return Criteria.always();
            }

            @Override
            public Criteria writable(Actor actor, String type) {
                return Vessel.KIND.is(Vessel.Kind.TANKER);
            }
        };
        CrmSession clerk = crm(settings -> settings.policy(tankersOnly)).session(ACME, Actor.user("clerk"));

        ImportReport report =
                BY_NAME.run(clerk, new StringReader("Ship,Type\nAurora,FERRY\nBorea,TANKER\nCirce,FERRY\n"));

        assertThat(report.errors()).extracting(RowError::row).containsExactly(2L, 4L);
        assertThat(storedVessels())
                .extracting(vessel -> vessel.require(Vessel.NAME))
                .containsExactly("Borea");
    }

    @Test
    void listeners_hear_of_imported_records_as_of_any_other() {
        read(BY_NAME, "Ship,Type", "Aurora,TANKER");

        assertThat(heard)
                .singleElement()
                .satisfies(change -> assertThat(change.fields()).containsKeys("name", "kind"));
    }

    private static String shown(Vessel vessel) {
        return vessel.require(Vessel.NAME) + " "
                + vessel.find(Vessel.KIND).map(Enum::name).orElse("-") + " "
                + vessel.find(Vessel.TONNAGE).map(Object::toString).orElse("-");
    }

    private Position lastPosition() {
        return session.changes().after(Position.START, 10_000).stream()
                .reduce((before, after) -> after)
                .flatMap(change -> Optional.ofNullable(change.position()))
                .orElse(Position.START);
    }
}
