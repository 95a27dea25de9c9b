package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.clientele.core.access.Actor;
import dev.clientele.core.csv.CsvEventImport;
import dev.clientele.core.csv.DayFormat;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.csv.RecordKey;
import dev.clientele.core.csv.RejectedRowWriter;
import dev.clientele.core.csv.RowError;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events of any type come in by CSV, as records do. */
class CsvEventImportTest extends StoredTest {

    private static final CsvEventImport<Sighting> PLAN = CsvEventImport.of(Sighting.TYPE)
            .externalId("No", "harbour")
            .subject("Ship", RecordKey.byField(Vessel.TYPE, Vessel.IMO))
            .time("Seen")
            .column("By", Sighting.STATION)
            .column("Speed", Sighting.KNOTS);
    private static final String FILE = """
            No,Ship,Seen,By,Speed
            1,111,2026-01-31T08:26:00Z,HARBOUR,7.5
            2,222,2026-01-31 09:00,SATELLITE,
            """;

    private Vessel aurora;
    private Vessel borea;

    @BeforeEach
    void add_two_vessels() {
        aurora = vessels.add(Vessel.named("Aurora").with(Vessel.IMO, "111"));
        borea = vessels.add(Vessel.named("Borea").with(Vessel.IMO, "222"));
    }

    private ImportReport run(CsvEventImport<Sighting> plan, String text) {
        return plan.run(session, new StringReader(text));
    }

    private List<Sighting> about(Vessel vessel) {
        return session.eventLog(Sighting.TYPE)
                .forSubject(vessel.id().value())
                .page(10)
                .items();
    }

    private long count() {
        return session.eventLog(Sighting.TYPE).all().count();
    }

    @Test
    void a_row_becomes_an_event_with_time_subject_and_fields() {
        ImportReport report = run(PLAN, FILE);

        assertThat(report.errors()).isEmpty();
        assertThat(report.added()).isEqualTo(2);
        assertThat(about(aurora))
                .containsExactly(
                        Sighting.of(aurora.id(), Instant.parse("2026-01-31T08:26:00Z"), Sighting.Station.HARBOUR)
                                .with(Sighting.KNOTS, 7.5)
                                .withExternalId("harbour", "1"));
        assertThat(about(borea).get(0).occurredAt())
                .isEqualTo(LocalDateTime.of(2026, 1, 31, 9, 0)
                        .atZone(session.zone())
                        .toInstant());
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_row_that_comes_twice_counts_once() {
        run(PLAN, FILE);

        ImportReport again = run(PLAN, FILE + "3,222,2026-02-01 10:00,HARBOUR,\n3,222,2026-02-01 10:00,HARBOUR,\n");

        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(again.added()).isEqualTo(1);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void bad_rows_are_kept_out_by_number_and_written_to_be_put_right() {
        String bad = """
                No,Ship,Seen,By,Speed
                ,111,2026-01-31 08:00,HARBOUR,1
                2,,2026-01-31 08:00,HARBOUR,1
                3,333,2026-01-31 08:00,HARBOUR,1
                4,111,2026-02-30 08:00,HARBOUR,1
                5,111,,HARBOUR,1
                6,111,2026-01-31 08:00,MOON,1
                7,111,2026-01-31 08:00,,1
                8,111,2026-01-31 08:00,HARBOUR,fast
                9,111,2026-01-31 08:00,"HAR"BOUR,1
                10,111,2026-01-31 08:00,HARBOUR,1
                """;
        StringWriter rejected = new StringWriter();

        ImportReport report = run(PLAN.withRejectedRows(RejectedRowWriter.to(rejected)), bad);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(9);
        assertThat(report.errors())
                .extracting(RowError::row, RowError::column, RowError::code)
                .containsExactly(
                        error(2, "No", "required"),
                        error(3, "Ship", "required"),
                        error(4, "Ship", "no_such_record"),
                        error(5, "Seen", "form"),
                        error(6, "Seen", "required"),
                        error(7, "By", "form"),
                        error(8, "By", "required"),
                        error(9, "Speed", "form"),
                        error(10, "", "malformed"));
        assertThat(rejected.toString().lines()).hasSize(10).anyMatch(line -> line.startsWith("3,333,2026-01-31 08:00"));
    }

    private static Tuple error(long row, String column, String code) {
        return tuple(row, column, code);
    }

    @Test
    void a_dry_run_tells_the_same_and_records_nothing() {
        String many = "No,Ship,Seen,By,Speed\n"
                + IntStream.range(0, 1200)
                        .mapToObj(i -> i % 1000 + "," + (i % 7 == 0 ? "999" : "111") + ",2026-01-31 08:00,HARBOUR,\n")
                        .collect(Collectors.joining());

        ImportReport tried = run(PLAN.dryRun(), many);

        assertThat(count()).isZero();
        ImportReport done = run(PLAN, many);
        assertThat(tried).usingRecursiveComparison().ignoringFields("dryRun").isEqualTo(done);
        assertThat(count()).isEqualTo(done.added());
    }

    @Test
    void events_are_about_several_records_by_day_and_from_the_system_that_a_column_names() {
        CsvEventImport<Sighting> plan = CsvEventImport.of(Sighting.TYPE)
                .externalIdAndSource("No", "From")
                .subject("Ship", RecordKey.byId(Vessel.TYPE))
                .subject("Beside", RecordKey.byField(Vessel.TYPE, Vessel.NAME))
                .day("Day")
                .withDayFormat(DayFormat.german())
                .column("By", Sighting.STATION, text -> Sighting.Station.valueOf(text.toUpperCase(Locale.ROOT)));

        ImportReport report = run(
                plan,
                "No;From;Ship;Beside;Day;By\n1;radar;" + aurora.id()
                        + ";Borea;31.1.2026;satellite\n1;pilot;;Borea;1.2.2026;harbour\n");

        assertThat(report.errors()).isEmpty();
        assertThat(about(aurora)).extracting(Sighting::key).containsExactly("radar:1");
        assertThat(about(borea)).extracting(Sighting::key).containsExactly("pilot:1", "radar:1");
        assertThat(about(aurora).get(0).occurredAt())
                .isEqualTo(
                        LocalDate.of(2026, 1, 31).atStartOfDay(session.zone()).toInstant());
    }

    @Test
    void events_of_a_merged_record_are_its_survivor_s_whatever_names_it() {
        openAlone();
        session = crm(settings -> settings.types(TypeSet.of(Merge.TYPE, MergeStep.TYPE)))
                .session(ACME, Actor.user("alice"));
        vessels = session.repository(Vessel.TYPE);
        add_two_vessels();
        new Merges(session).merge(Vessel.TYPE, aurora, borea, SurvivorshipRule.standard());
        CsvEventImport<Sighting> byId = PLAN.subject("Ship", RecordKey.byId(Vessel.TYPE));
        CsvEventImport<Sighting> byName = PLAN.subject("Ship", RecordKey.byField(Vessel.TYPE, Vessel.NAME));
        String head = "No,Ship,Seen,By,Speed\n";
        String rest = ",2026-01-31 08:00,HARBOUR,\n";

        assertThat(run(PLAN, head + "1,222" + rest).errors()).isEmpty();
        assertThat(run(byId, head + "2," + borea.id() + rest).errors()).isEmpty();
        assertThat(run(byName, head + "3,Borea" + rest).errors()).isEmpty();

        assertThat(about(aurora))
                .extracting(Sighting::key)
                .containsExactlyInAnyOrder("harbour:1", "harbour:2", "harbour:3");
    }

    @Test
    void columns_that_have_to_be_given_or_are_not_in_the_file_are_told_at_once() {
        assertThatThrownBy(() -> run(
                        CsvEventImport.of(Sighting.TYPE)
                                .externalId("No", "harbour")
                                .time("Seen"),
                        FILE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("subject");
        assertThatThrownBy(() -> run(PLAN.column("Watch", Sighting.OBSERVER), FILE))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("Watch");
        assertThat(run(PLAN, FILE.replace("By", "BY ")).ignoredColumns()).isEmpty();
    }
}
