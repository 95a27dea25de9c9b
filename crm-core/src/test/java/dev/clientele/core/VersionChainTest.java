package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.NewerRecords;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.error.CorruptException;
import dev.clientele.core.error.NewerRecordException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever defines a type and each who extends it take it through versions of their own. */
class VersionChainTest extends StoredTest {

    public static final class Crate extends Entity<Crate> {
        Crate(EntityState<Crate> state) {
            super(state);
        }
    }

    @BeforeEach
    void alone() {
        openAlone();
    }

    /** A crate that writes down which steps have been taken. */
    private record Program(TextField<Crate> path, EntityType<Crate> type) {

        static Program of(int librarySteps, int hostSteps) {
            EntityTypeBuilder<Crate> library = EntityType.define("crate", Crate::new);
            TextField<Crate> path = library.text("path", 100);
            library.sinceOwnChains();
            for (int step = 1; step <= librarySteps; step++) {
                library.upcast(append("L" + step));
            }
            EntityTypeBuilder<Crate> host = library.build().extend();
            for (int step = 1; step <= hostSteps; step++) {
                host.upcast(append("H" + step));
            }
            return new Program(path, host.build());
        }

        static UnaryOperator<Map<String, Object>> append(String step) {
            return json -> {
                json.merge("path", step, (before, more) -> before + " " + more);
                return json;
            };
        }
    }

    private Repository<Crate> open(Program program) {
        return open(program.type, settings -> settings);
    }

    private Repository<Crate> open(EntityType<Crate> type, UnaryOperator<CrmBuilder> settings) {
        return settings.apply(Crm.on(storage).type(type).clock(clock))
                .build()
                .session(ACME, Actor.user("alice"))
                .repository(type);
    }

    private Id<Crate> store(Program program) {
        return open(program)
                .add(program.type.newEntity().with(program.path, "new"))
                .id();
    }

    private String read(Program program, Id<Crate> id) {
        return open(program).get(id).require(program.path);
    }

    @Test
    void a_step_that_the_library_adds_later_is_taken_by_records_of_the_host_too() {
        Id<Crate> id = store(Program.of(0, 1));

        assertThat(read(Program.of(1, 1), id)).isEqualTo("new L1");
        assertThat(read(Program.of(2, 2), id)).isEqualTo("new L1 L2 H2");
    }

    @Test
    void the_library_goes_first_to_its_latest_version_then_the_host() {
        Id<Crate> id = store(Program.of(0, 0));

        assertThat(read(Program.of(2, 2), id)).isEqualTo("new L1 L2 H1 H2");
    }

    @Test
    void a_record_stored_anew_has_taken_the_steps_of_all() {
        Id<Crate> id = store(Program.of(1, 0));
        Program later = Program.of(2, 1);
        Repository<Crate> crates = open(later);
        crates.save(crates.get(id));

        assertThat(read(later, id)).isEqualTo("new L2 H1");
        assertThat(read(Program.of(3, 1), id)).isEqualTo("new L2 H1 L3");
    }

    @Test
    void a_record_with_the_one_counter_of_earlier_releases_is_read_as_it_was_counted() {
        Program now = Program.of(1, 2);
        open(now);
        Id<Crate> counted = storeBody(1, "{\"_version\":2}");
        Id<Crate> uncounted = storeBody(2, "{}");

        assertThat(read(now, counted)).isEqualTo("old L1 H2");
        assertThat(read(now, uncounted)).isEqualTo("old L1 H1 H2");
    }

    @Test
    void steps_that_were_counted_together_are_shared_out_to_the_library_first() {
        EntityTypeBuilder<Crate> library = EntityType.define("crate", Crate::new);
        TextField<Crate> path = library.text("path", 100);
        library.upcast(Program.append("L1")).sinceOwnChains().upcast(Program.append("L2"));
        EntityType<Crate> type = library.build()
                .extend()
                .upcast(Program.append("H1"))
                .upcast(Program.append("H2"))
                .build();
        Repository<Crate> crates = open(type, settings -> settings);

        assertThat(crates.get(storeBody(1, "{\"_version\":2}")).get(path)).isEqualTo("old L2 H1 H2");
        assertThat(crates.get(storeBody(2, "{\"_version\":3}")).get(path)).isEqualTo("old L2 H2");
        assertThat(crates.get(storeBody(3, "{\"_version\":4}")).get(path)).isEqualTo("old L2");
        assertThatThrownBy(() -> crates.get(storeBody(4, "{\"_version\":5}"))).isInstanceOf(NewerRecordException.class);
    }

    private Id<Crate> storeBody(int number, String body) {
        UUID id = new UUID(7, number);
        try (StorageSession direct = storage.write(ACME)) {
            direct.write(List.of(new Write.Insert(new Document("crate", id, 0, Map.of("path", "old"), body))));
            direct.commit();
        }
        return Id.of(id);
    }

    @Test
    void a_record_whose_newer_form_older_programs_can_not_read_is_refused_by_name() {
        Id<Crate> id = store(Program.of(1, 2));

        assertThatThrownBy(() -> read(Program.of(1, 1), id))
                .isInstanceOf(CorruptException.class)
                .isInstanceOfSatisfying(NewerRecordException.class, e -> {
                    assertThat(e.type()).isEqualTo("crate");
                    assertThat(e.owner()).isEqualTo("host");
                    assertThat(e.storedVersion()).isEqualTo(3);
                    assertThat(e.knownVersion()).isEqualTo(2);
                })
                .hasMessage("a crate was stored by version 3 of the extension host, this is 2");
        assertThatThrownBy(() -> read(Program.of(0, 2), id))
                .hasMessage("a crate was stored by version 2 of its type, this is 1");
    }

    @Test
    void a_newer_form_that_says_so_is_read_and_what_is_not_known_of_it_stays() {
        EntityTypeBuilder<Crate> declare = EntityType.define("crate", Crate::new);
        TextField<Crate> path = declare.text("path", 100);
        var marks = declare.longText("marks", 100);
        var seal = declare.text("seal", 10);
        EntityType<Crate> newer = declare.upcastReadably(json -> {
                    json.put("seal", "none");
                    return json;
                })
                .build();
        Repository<Crate> theirs = open(newer, settings -> settings);
        Id<Crate> id = theirs.add(newer.newEntity()
                        .with(path, "new")
                        .with(marks, "fragile")
                        .with(seal, "red"))
                .id();
        Program older = Program.of(0, 0);

        Repository<Crate> ours = open(older);
        ours.save(ours.get(id).with(older.path, "changed"));

        Crate read = open(newer, settings -> settings).get(id);
        assertThat(read.get(path)).isEqualTo("changed");
        assertThat(read.get(marks)).isEqualTo("fragile");
        assertThat(read.get(seal)).isEqualTo("red");
    }

    @Test
    void a_program_can_be_set_to_refuse_whatever_is_newer() {
        EntityTypeBuilder<Crate> declare = EntityType.define("crate", Crate::new);
        declare.text("path", 100);
        EntityType<Crate> newer = declare.upcastReadably(json -> json).build();
        Id<Crate> id = open(newer, settings -> settings).add(newer.newEntity()).id();
        EntityType<Crate> older = Program.of(0, 0).type;

        Repository<Crate> strict = open(older, settings -> settings.newerRecords(NewerRecords.REFUSE));
        Repository<Crate> declaredStrict =
                open(older.extend().newerRecords(NewerRecords.REFUSE).build(), settings -> settings);

        assertThat(open(older, settings -> settings).get(id).find(older.field("path")))
                .isEmpty();
        assertThatThrownBy(() -> strict.get(id)).isInstanceOf(NewerRecordException.class);
        assertThatThrownBy(() -> declaredStrict.get(id)).isInstanceOf(NewerRecordException.class);
    }
}
