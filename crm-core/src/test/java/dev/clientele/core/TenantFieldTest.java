package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.csv.CsvExport;
import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.csv.ImportReport;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.Violation;
import dev.clientele.core.error.ViolationCode;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.core.tenantfield.OrderedTenantField;
import dev.clientele.core.tenantfield.TenantField;
import dev.clientele.core.tenantfield.TenantFieldCode;
import dev.clientele.core.tenantfield.TenantFieldDefinitions;
import dev.clientele.core.tenantfield.TenantFieldHandle;
import dev.clientele.core.tenantfield.TenantFieldKind;
import dev.clientele.core.tenantfield.TenantFields;
import dev.clientele.core.tenantfield.TextSetTenantField;
import dev.clientele.persistence.TenantId;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant's administrator defines fields of vessels while the program runs. */
class TenantFieldTest extends StoredTest {

    private static final TenantFields<Vessel> MORE = TenantFields.of(Vessel.TYPE);
    private static final OrderedTenantField<Vessel, BigDecimal> CRANE = MORE.decimal("crane_load");
    private static final OrderedTenantField<Vessel, LocalDate> DOCKED = MORE.date("docked_on");
    private static final OrderedTenantField<Vessel, Long> HOLDS = MORE.integer("holds");
    private static final OrderedTenantField<Vessel, String> BERTH = MORE.text("berth");
    private static final TenantFieldHandle<Vessel, Boolean> ICE = MORE.flag("ice_class");
    private static final TenantFieldHandle<Vessel, String> PAINT = MORE.choice("paint");
    private static final TextSetTenantField<Vessel> PORTS = MORE.textSet("ports");

    private Repository<Vessel> more;
    private CrmSession theirs;
    private TenantFieldDefinitions definitions;

    @BeforeEach
    void an_administrator_has_defined_fields() {
        openAlone();
        theirs = crm(settings -> settings.types(MORE.types()).type(Merge.TYPE).type(MergeStep.TYPE))
                .session(ACME, Actor.user("admin"));
        more = theirs.repository(Vessel.TYPE);
        definitions = MORE.definitions(theirs);
        definitions.define(TenantField.of("crane_load", TenantFieldKind.DECIMAL, "Crane load, t"));
        definitions.define(TenantField.of("docked_on", TenantFieldKind.DATE, "Docked on"));
        definitions.define(TenantField.of("holds", TenantFieldKind.INTEGER, "Holds"));
        definitions.define(TenantField.of("berth", TenantFieldKind.TEXT, "Berth"));
        definitions.define(TenantField.of("ice_class", TenantFieldKind.FLAG, "Ice class"));
        definitions.define(TenantField.choice(
                "paint", "Paint", new TenantFieldCode("r", "Red"), new TenantFieldCode("b", "Blue")));
        definitions.define(TenantField.of("ports", TenantFieldKind.TEXT_SET, "Ports"));
    }

    private static Vessel full() {
        Vessel vessel = CRANE.with(Vessel.named("Aurora"), new BigDecimal("12.50"));
        vessel = DOCKED.with(vessel, LocalDate.of(2026, 2, 1));
        vessel = ICE.with(HOLDS.with(vessel, 4L), false);
        return PORTS.with(PAINT.with(BERTH.with(vessel, " 7 b "), "r"), Set.of("Oslo", "Moss"));
    }

    private static List<Violation> refused(ThrowingCallable work) {
        return catchThrowableOfType(InvalidException.class, work).violations();
    }

    @Test
    void values_of_every_kind_are_stored_and_read() {
        Vessel read = more.get(more.add(full()).id());

        assertThat(CRANE.find(read)).hasValue(new BigDecimal("12.5"));
        assertThat(DOCKED.find(read)).hasValue(LocalDate.of(2026, 2, 1));
        assertThat(HOLDS.find(read)).hasValue(4L);
        assertThat(BERTH.find(read)).hasValue("7 b");
        assertThat(ICE.find(read)).hasValue(false);
        assertThat(PAINT.find(read)).hasValue("r");
        assertThat(PORTS.find(read)).hasValue(Set.of("Oslo", "Moss"));
        assertThat(read.toString()).doesNotContain("Oslo");
    }

    @Test
    void a_value_that_does_not_fit_its_definition_is_told_by_its_path_whatever_stores_it() {
        Vessel wrong = MORE.text("docked_on").with(PAINT.with(Vessel.named("Aurora"), "green"), "yesterday");
        Vessel stored = more.add(full());

        for (ThrowingCallable door : List.<ThrowingCallable>of(
                () -> more.add(wrong),
                () -> more.addAll(List.of(wrong)),
                () -> more.save(stored.with(MORE.field(), wrong.get(MORE.field()))))) {
            assertThat(refused(door))
                    .extracting(Violation::path, Violation::code)
                    .containsExactly(
                            tuple("tenant_fields.docked_on", ViolationCode.FORM),
                            tuple("tenant_fields.paint", ViolationCode.FORM));
        }
    }

    @Test
    void a_value_of_a_field_that_the_tenant_has_not_defined_is_refused() {
        CrmSession another =
                crm(settings -> settings.types(MORE.types())).session(TenantId.of("globex"), Actor.user("admin"));

        assertThat(refused(() -> another.repository(Vessel.TYPE).add(HOLDS.with(Vessel.named("Aurora"), 4L))))
                .extracting(Violation::path, Violation::code)
                .containsExactly(tuple("tenant_fields.holds", ViolationCode.UNKNOWN_FIELD));
    }

    @Test
    void new_records_need_a_required_value_and_nobody_takes_it_away() {
        Vessel older = more.add(Vessel.named("Older"));
        definitions.define(
                TenantField.of("owner", TenantFieldKind.TEXT, "Owner").required());
        OrderedTenantField<Vessel, String> owner = MORE.text("owner");

        assertThat(refused(() -> more.add(Vessel.named("Aurora"))))
                .extracting(Violation::path, Violation::code)
                .containsExactly(tuple("tenant_fields.owner", ViolationCode.REQUIRED));
        Vessel stored = more.add(owner.with(Vessel.named("Aurora"), "Silva"));
        assertThat(refused(() -> more.save(owner.with(stored, null)))).hasSize(1);
        more.save(older.with(Vessel.TONNAGE, 5L));
    }

    @Test
    void a_retired_field_keeps_its_values_and_takes_no_new_ones() {
        Vessel stored = more.add(full());
        definitions.retire("holds");

        more.save(stored.with(Vessel.TONNAGE, 5L));
        Vessel kept = more.get(stored.id());

        assertThat(HOLDS.find(kept)).hasValue(4L);
        assertThat(refused(() -> more.save(HOLDS.with(kept, 5L))))
                .extracting(Violation::path, Violation::code)
                .containsExactly(tuple("tenant_fields.holds", ViolationCode.FIXED));
        assertThat(HOLDS.find(more.save(HOLDS.with(kept, null)))).isEmpty();
    }

    @Test
    void a_code_that_is_no_longer_listed_stays_where_it_is() {
        Vessel stored = more.add(full());
        TenantField paint = definitions.find("paint").orElseThrow();
        definitions.save(paint.with(TenantField.CODES, List.of(new TenantFieldCode("b", "Blue"))));

        Vessel changed = more.save(HOLDS.with(stored, 5L));

        assertThat(PAINT.find(changed)).hasValue("r");
        assertThat(refused(() -> more.add(PAINT.with(Vessel.named("Second"), "r"))))
                .hasSize(1);
    }

    @Test
    void a_definition_keeps_its_name_and_kind_and_is_not_removed() {
        TenantField holds = definitions.find("holds").orElseThrow();

        assertThatThrownBy(() -> definitions.save(holds.with(TenantField.KIND, TenantFieldKind.TEXT)))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> theirs.repository(TenantField.TYPE).remove(holds))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("is retired, not removed");
        assertThatThrownBy(() -> definitions.define(TenantField.of("holds", TenantFieldKind.TEXT, "Holds")))
                .isInstanceOf(DuplicateException.class);
        assertThatThrownBy(() -> definitions.define(TenantField.of("Holds!", TenantFieldKind.TEXT, "Holds")))
                .isInstanceOf(InvalidException.class);
        assertThat(theirs.repository(TenantField.TYPE).history(holds.id())).hasSize(1);
    }

    @Test
    void changes_are_told_in_the_history() {
        Vessel stored = more.add(HOLDS.with(Vessel.named("Aurora"), 4L));
        more.save(HOLDS.with(stored, 5L));

        assertThat(more.history(stored.id()).get(1).fields())
                .containsExactly(Map.entry("tenant_fields", new FieldChange(Map.of("holds", 4L), Map.of("holds", 5L))));
    }

    @Test
    void json_from_outside_is_checked_against_what_the_tenant_has_defined() {
        Vessel sent = MORE.fromJson(
                theirs, Map.of("name", "Aurora", "tenant_fields", Map.of("crane_load", 12, "ports", List.of("Oslo"))));

        assertThat(CRANE.find(more.add(sent))).hasValue(BigDecimal.valueOf(12));
        assertThat(more.type().toJson(sent))
                .containsEntry("tenant_fields", Map.of("crane_load", 12L, "ports", List.of("Oslo")));
        assertThat(refused(() -> MORE.fromJson(
                        theirs, Map.of("name", "Aurora", "tenant_fields", Map.of("holds", 1.5, "hold", 3)))))
                .extracting(Violation::path, Violation::code)
                .containsExactly(
                        tuple("tenant_fields.hold", ViolationCode.UNKNOWN_FIELD),
                        tuple("tenant_fields.holds", ViolationCode.FORM));
        assertThat(refused(() ->
                        MORE.fromJson(theirs, Map.of("name", "Aurora", "tenant_fields", Map.of("holds", Map.of())))))
                .extracting(Violation::path, Violation::code)
                .containsExactly(tuple("tenant_fields.holds", ViolationCode.FORM));
    }

    @Test
    void csv_has_them_as_columns_and_a_row_that_does_not_fit_is_rejected() {
        more.add(full());
        CsvExport<Vessel> export = CsvExport.<Vessel>empty()
                .column("Name", Vessel.NAME)
                .text("Crane", CRANE::format)
                .text("Docked", DOCKED::format)
                .text("Ice", ICE::format)
                .text("Ports", PORTS::format);
        StringWriter out = new StringWriter();
        export.write(storedVessels().stream().map(vessel -> more.get(vessel.id())), out);
        CsvImport<Vessel> columns = CsvImport.of(more.type())
                .column("Name", Vessel.NAME)
                .part("Crane", MORE.field(), CRANE::parse, CRANE::find, CRANE::with)
                .part("Docked", MORE.field(), DOCKED::parse, DOCKED::find, DOCKED::with)
                .part("Ice", MORE.field(), ICE::parse, ICE::find, ICE::with)
                .part("Ports", MORE.field(), PORTS::parse, PORTS::find, PORTS::with);

        ImportReport same = columns.run(theirs, new StringReader(out.toString()));
        ImportReport changed = columns.run(
                theirs, new StringReader(out.toString().replace("12.5", "13.5").replace("Moss", "Horten")));
        ImportReport wrong = columns.run(
                theirs, new StringReader("Name,Crane,Docked,Ice,Ports\nBoreas,1,,,\nCirce,many,,,\nDione,,soon,,\n"));

        assertThat(same.toString()).contains("1 unchanged");
        assertThat(changed.toString()).contains("1 changed");
        assertThat(more.query(CRANE.is(new BigDecimal("13.5")).and(PORTS.has("Horten")))
                        .page(2)
                        .items())
                .singleElement()
                .satisfies(vessel -> assertThat(HOLDS.find(vessel)).hasValue(4L));
        assertThat(wrong.toString()).contains("1 added").contains("2 rejected");
    }

    @Test
    void csv_has_all_of_them_as_one_column_of_json_too() {
        Vessel stored = more.add(full());
        StringWriter out = new StringWriter();
        CsvExport.of(more.type()).write(Stream.of(stored), out);
        CsvImport<Vessel> column =
                CsvImport.of(more.type()).column("name", Vessel.NAME).column("tenant_fields", MORE.field());

        ImportReport same = column.run(theirs, new StringReader(out.toString()));
        ImportReport wrong =
                column.run(theirs, new StringReader("name,tenant_fields\nBoreas,\"{\"\"holds\"\":\"\"many\"\"}\"\n"));

        assertThat(same.toString()).contains("1 unchanged");
        assertThat(wrong.toString()).contains("0 added").contains("1 rejected");
        assertThat(wrong.errors().toString()).contains("must be a whole number");
    }

    @Test
    void the_survivor_of_a_merge_takes_the_values_that_it_lacks() {
        Vessel survivor = more.add(HOLDS.with(PORTS.with(Vessel.named("Aurora"), Set.of("Oslo")), 4L));
        Vessel duplicate =
                more.add(PAINT.with(HOLDS.with(PORTS.with(Vessel.named("Aurora"), Set.of("Moss")), 5L), "r"));

        new Merges(theirs).merge(Vessel.TYPE, survivor, duplicate, SurvivorshipRule.standard());

        Vessel merged = more.get(survivor.id());
        assertThat(HOLDS.find(merged)).hasValue(4L);
        assertThat(PAINT.find(merged)).hasValue("r");
        assertThat(PORTS.find(merged)).hasValue(Set.of("Oslo", "Moss"));
    }

    @Test
    void a_merge_that_would_give_a_retired_field_a_new_value_is_refused_and_done_without_it_on_request() {
        Vessel survivor = more.add(Vessel.named("Aurora"));
        Vessel duplicate = more.add(HOLDS.with(Vessel.named("Aurora"), 5L));
        definitions.retire("holds");
        Merges merges = new Merges(theirs);

        assertThat(refused(() -> merges.merge(Vessel.TYPE, survivor, duplicate, SurvivorshipRule.standard())))
                .extracting(Violation::path)
                .containsExactly("tenant_fields.holds");
        Merge done = merges.merge(
                Vessel.TYPE,
                survivor,
                duplicate,
                SurvivorshipRule.<Vessel>standard().keepSurvivor(MORE.field()));
        merges.undo(done);

        assertThat(HOLDS.find(more.get(duplicate.id()))).hasValue(5L);
    }

    @Test
    void a_program_that_knows_nothing_of_them_leaves_them_as_they_are() {
        Vessel stored = more.add(full());

        vessels.save(vessels.get(stored.id()).with(Vessel.TONNAGE, 5L));

        assertThat(HOLDS.find(more.get(stored.id()))).hasValue(4L);
    }

    @Test
    void those_who_define_the_same_field_at_once_get_the_same_one() {
        Set<Id<TenantField>> ids = Collections.synchronizedSet(new HashSet<>());
        List<Thread> administrators = IntStream.range(0, 8)
                .mapToObj(i -> new Thread(() -> ids.add(definitions
                        .define(TenantField.of("flag_state", TenantFieldKind.TEXT, "Flag state"))
                        .id())))
                .toList();

        administrators.forEach(Thread::start);
        administrators.forEach(TenantFieldTest::await);

        assertThat(ids).hasSize(1);
        assertThat(definitions.all()).hasSize(8);
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
