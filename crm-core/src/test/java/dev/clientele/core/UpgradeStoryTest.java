package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.CargoVersions.Cargo;
import dev.clientele.core.CargoVersions.New;
import dev.clientele.core.CargoVersions.Old;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.DuplicateException;
import dev.clientele.persistence.Storage;
import dev.clientele.testing.DatabaseKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The upgrade of a type that a library and a host have changed, while programs of both versions run on one database. */
class UpgradeStoryTest extends StoredTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private Storage other;
    private Repository<Cargo> old;

    @BeforeEach
    void the_old_program_runs() {
        openAlone();
        other = database == DatabaseKind.MEMORY ? storage : database.open(folder);
        old = program(storage, Old.TYPE);
    }

    @AfterEach
    void close_the_other() {
        other.close();
    }

    private Repository<Cargo> program(Storage on, EntityType<Cargo> type) {
        return Crm.on(on)
                .type(type)
                .clock(clock)
                .build()
                .session(ACME, Actor.user("alice"))
                .repository(type);
    }

    private Repository<Cargo> startNew() {
        return program(other, New.TYPE);
    }

    @Test
    void what_the_old_program_has_stored_is_read_by_the_new_one() {
        Id<Cargo> id = old.add(Old.cargo("Ore", "12.5 t").with(Old.NOTE, "wet").with(Old.DUTY, "7%"))
                .id();

        Cargo read = startNew().get(id);

        assertThat(read.get(New.TITLE)).isEqualTo("Ore");
        assertThat(read.get(New.TONS)).isEqualByComparingTo("12.5");
        assertThat(read.get(New.REMARK)).isEqualTo("wet");
        assertThat(read.get(New.DUTY_PERCENT)).isEqualTo(7);
        assertThat(read.find(New.WEIGHED)).isEmpty();
    }

    @Test
    void what_the_new_program_saves_is_read_by_the_old_one() {
        Id<Cargo> id = old.add(Old.cargo("Ore", "12.5 t").with(Old.NOTE, "wet").with(Old.DUTY, "7%"))
                .id();
        Repository<Cargo> later = startNew();
        later.save(later.get(id)
                .with(New.TITLE, "Iron ore")
                .with(New.TONS, new BigDecimal("13"))
                .with(New.REMARK, "dry")
                .with(New.DUTY_PERCENT, 8L));

        Cargo read = old.get(id);

        assertThat(read.get(Old.WHAT)).isEqualTo("Iron ore");
        assertThat(read.get(Old.LOAD)).isEqualTo("13 t");
        assertThat(read.get(Old.NOTE)).isEqualTo("dry");
        assertThat(read.get(Old.DUTY)).isEqualTo("8%");
        assertThat(old.query(Old.WHAT.isIgnoringCase("IRON ORE")).count()).isEqualTo(1);
    }

    @Test
    void both_save_one_record_in_turns_and_neither_loses_what_the_other_has_written() {
        Id<Cargo> id = old.add(Old.cargo("Ore", "12.5 t").with(Old.NOTE, "wet")).id();
        Repository<Cargo> later = startNew();

        later.save(later.get(id).with(New.WEIGHED, TODAY).with(New.DUTY_PERCENT, 7L));
        old.save(old.get(id).with(Old.LOAD, "14 t"));
        later.save(later.get(id).with(New.REMARK, "dry"));
        old.save(old.get(id).with(Old.WHAT, "Coal").without(Old.DUTY));
        Cargo last = later.save(later.get(id).with(New.TONS, new BigDecimal("14.25")));

        assertThat(last).isEqualTo(later.get(id));
        assertThat(last.get(New.TITLE)).isEqualTo("Coal");
        assertThat(last.get(New.TONS)).isEqualByComparingTo("14.25");
        assertThat(last.get(New.REMARK)).isEqualTo("dry");
        assertThat(last.find(New.DUTY_PERCENT)).isEmpty();
        assertThat(last.get(New.WEIGHED)).isEqualTo(TODAY);
        assertThat(old.get(id).get(Old.LOAD)).isEqualTo("14.25 t");
        assertThat(last.version()).isEqualTo(6);
    }

    @Test
    void saving_unchanged_what_the_other_program_has_stored_changes_no_value_of_it() {
        Id<Cargo> id =
                old.add(Old.cargo("Ore", "12.50 t").with(Old.NOTE, "wet")).id();
        Repository<Cargo> later = startNew();
        Cargo upgraded = later.save(later.get(id));

        assertThat(old.save(old.get(id)).version()).isEqualTo(upgraded.version());
        assertThat(later.save(later.get(id))).isEqualTo(upgraded);
        assertThat(later.history(id)).extracting(Change::version).containsExactly(1L, 2L);
    }

    @Test
    void a_value_that_the_old_program_has_no_room_for_is_missing_there_and_kept_here() {
        Repository<Cargo> later = startNew();
        String title = "Ore of a kind for which forty characters are not enough";
        Id<Cargo> id = later.add(New.TYPE.newEntity().with(New.TITLE, title).with(New.TONS, BigDecimal.ONE))
                .id();

        assertThat(old.get(id).find(Old.WHAT)).isEmpty();
        old.save(old.get(id).with(Old.WHAT, "Ore").with(Old.LOAD, "2 t"));
        assertThat(later.get(id).get(New.TITLE)).isEqualTo("Ore");
        assertThat(later.get(id).get(New.TONS)).isEqualByComparingTo("2");
    }

    @Test
    void a_key_is_unique_whichever_program_gives_it() {
        Repository<Cargo> later = startNew();
        later.add(New.TYPE.newEntity().with(New.TITLE, "Ore"));
        old.add(Old.cargo("Coal", "1 t"));

        assertThatThrownBy(() -> old.add(Old.cargo("Ore", "1 t"))).isInstanceOf(DuplicateException.class);
        assertThatThrownBy(() -> later.add(New.TYPE.newEntity().with(New.TITLE, "Coal")))
                .isInstanceOf(DuplicateException.class);
    }

    @Test
    void the_old_program_starts_again_beside_the_new_one() {
        Repository<Cargo> later = startNew();
        Id<Cargo> id = later.add(New.TYPE.newEntity().with(New.TITLE, "Ore").with(New.WEIGHED, TODAY))
                .id();

        Repository<Cargo> restarted = program(storage, Old.TYPE);

        restarted.save(restarted.get(id).with(Old.LOAD, "3 t"));
        assertThat(later.get(id).get(New.TONS)).isEqualByComparingTo("3");
        assertThat(later.get(id).get(New.WEIGHED)).isEqualTo(TODAY);
        assertThatThrownBy(() -> restarted.add(Old.cargo("Ore", "1 t"))).isInstanceOf(DuplicateException.class);
    }

    @Test
    void when_all_is_stored_anew_the_columns_hold_what_the_old_program_had_written() {
        old.add(Old.cargo("Ore", "12.5 t"));
        old.add(Old.cargo("Coal", "3 t"));
        Repository<Cargo> later = startNew();
        assertThat(later.query(New.TONS.above(BigDecimal.TEN)).count()).isZero();

        try (Stream<Cargo> all = later.all().stream()) {
            later.saveAll(all.toList());
        }

        assertThat(later.query(New.TONS.above(BigDecimal.TEN)).count()).isEqualTo(1);
        assertThat(later.query(New.TITLE.is("Coal")).count()).isEqualTo(1);
    }
}
