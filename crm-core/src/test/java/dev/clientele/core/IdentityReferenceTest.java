package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.testing.DatabaseKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Records that are identities of others: what is known by their ids belongs to whomever they refer to. */
@ParameterizedClass(name = "on {0}")
@EnumSource(DatabaseKind.class)
class IdentityReferenceTest {

    private static final Set<DatabaseKind> WRITERS_SIDE_BY_SIDE = Set.of(DatabaseKind.MEMORY, DatabaseKind.POSTGRES);

    @Parameter
    DatabaseKind database;

    private Storage storage;
    private CrmSession session;
    private Repository<Sailor> sailors;
    private Repository<CrewListEntry> entries;
    private Sailor ann;
    private Sailor ben;
    private CrewListEntry anns;

    @BeforeEach
    void open() {
        storage = database.share();
        session = Crm.on(storage)
                .types(TypeSet.of(Sailor.TYPE, CrewListEntry.TYPE, Merge.TYPE, MergeStep.TYPE))
                .build()
                .session(StoredTest.ACME, Actor.user("alice"));
        sailors = session.repository(Sailor.TYPE);
        entries = session.repository(CrewListEntry.TYPE);
        ann = sailors.add(Sailor.named("Ann"));
        ben = sailors.add(Sailor.named("Ben"));
        anns = entries.add(CrewListEntry.of(ann.id()));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private Merge merge(Sailor survivor, Sailor absorbed) {
        return new Merges(session).merge(Sailor.TYPE, survivor, absorbed, SurvivorshipRule.standard());
    }

    private MergedIds ids() {
        return new MergedIds(session);
    }

    private static UUID uuid(Entity<?> record) {
        return record.id().value();
    }

    @Test
    void an_identity_may_have_the_very_id_of_whom_it_is_one_of() {
        Sailor cleo = sailors.add(Sailor.named("Cleo"));
        entries.add(CrewListEntry.of(cleo.id()).withId(Id.of(cleo.id().value())));

        assertThat(ids().resolve(cleo.id())).isEqualTo(cleo.id());
        assertThat(ids().identities(cleo.id())).containsExactly(cleo.id().value());
    }

    @Test
    void its_id_leads_to_the_record_that_it_refers_to() {
        assertThat(ids().resolve(Set.of(uuid(anns), uuid(ann)))).isEqualTo(Map.of(uuid(anns), uuid(ann)));
        assertThat(ids().resolve(anns.id())).isEqualTo(Id.of(uuid(ann)));
        assertThat(ids().identities(ann.id())).containsExactly(uuid(ann), uuid(anns));
        assertThat(ids().identities(anns.id())).containsExactly(uuid(anns));
    }

    @Test
    void it_leads_on_to_the_survivor_whether_it_was_merged_itself_or_the_record_that_it_refers_to() {
        CrewListEntry second = entries.add(CrewListEntry.of(ann.id()));
        Merge merge = merge(ben, ann);
        new Merges(session)
                .merge(
                        CrewListEntry.TYPE,
                        entries.get(anns.id()),
                        entries.get(second.id()),
                        SurvivorshipRule.standard());

        assertThat(ids().resolve(List.of(uuid(anns), uuid(second), uuid(ann))))
                .isEqualTo(Map.of(uuid(anns), uuid(ben), uuid(second), uuid(ben), uuid(ann), uuid(ben)));
        assertThat(ids().identities(ben.id()))
                .containsExactlyInAnyOrder(uuid(ben), uuid(ann), uuid(anns), uuid(second));
        assertThat(ids().identitiesOf(List.of(uuid(ben), uuid(ann))))
                .isEqualTo(Map.of(
                        uuid(ben),
                        Set.of(uuid(ben), uuid(ann), uuid(anns), uuid(second)),
                        uuid(ann),
                        Set.of(uuid(ann))));
        assertThat(merge.survivor()).isEqualTo(uuid(ben));
    }

    @Test
    void an_undo_and_a_move_to_another_record_lead_it_elsewhere() {
        Merge merge = merge(ben, ann);
        new Merges(session).undo(merge);
        assertThat(ids().resolve(Set.of(uuid(anns)))).containsEntry(uuid(anns), uuid(ann));

        entries.save(entries.get(anns.id()).with(CrewListEntry.SAILOR, ben.id()));

        assertThat(ids().resolve(Set.of(uuid(anns)))).containsEntry(uuid(anns), uuid(ben));
        assertThat(ids().identities(ann.id())).containsExactly(uuid(ann));
    }

    @Test
    void its_events_stand_on_the_timeline_of_the_record_that_it_refers_to_now() {
        session.timeline().record(Interaction.of(Channel.CALL, Direction.INBOUND, StoredTest.NOW, anns.id()));
        session.timeline()
                .record(Interaction.of(
                        Channel.EMAIL, Direction.INBOUND, StoredTest.NOW.plus(Duration.ofHours(1)), ann.id()));

        assertThat(ids().timeline(ann.id()).page(10).items())
                .extracting(Interaction::channel)
                .containsExactly(Channel.EMAIL, Channel.CALL);
        merge(ben, ann);
        assertThat(ids().timeline(ben.id()).count()).isEqualTo(2);
    }

    @Test
    void who_asks_for_records_of_its_own_type_gets_the_record_itself() {
        assertThat(ids().resolve(CrewListEntry.TYPE, Set.of(uuid(anns)))).isEmpty();
        assertThat(ids().findSurvivors(Set.of(uuid(anns)))).isEmpty();
        assertThat(ids().resolve(Sailor.TYPE, Set.of(uuid(anns)))).containsEntry(uuid(anns), uuid(ann));
    }

    @Test
    void a_decision_on_where_an_id_leads_is_taken_again_if_it_leads_elsewhere_by_the_commit() {
        boolean[] moved = new boolean[1];
        UUID found = session.inTransaction(tx -> {
            UUID led = new MergedIds(tx).relyOn(Sailor.TYPE, Set.of(uuid(anns))).get(uuid(anns));
            if (!moved[0] && WRITERS_SIDE_BY_SIDE.contains(database)) {
                moved[0] = true;
                entries.save(anns.with(CrewListEntry.SAILOR, ben.id()));
            }
            tx.repository(Sailor.TYPE).add(Sailor.named("Cas"));
            return led;
        });

        assertThat(found).isEqualTo(moved[0] ? uuid(ben) : uuid(ann));
    }

    /** A harbour that could be declared in ways that make no sense. */
    private static final class Harbour extends Entity<Harbour> {
        private Harbour(EntityState<Harbour> state) {
            super(state);
        }

        static EntityTypeBuilder<Harbour> declare() {
            return EntityType.define("harbour", Harbour::new);
        }
    }

    @Test
    void a_type_is_an_identity_of_one_other_type_at_most_and_never_of_its_own() {
        EntityTypeBuilder<Harbour> two = Harbour.declare();
        two.reference("one", "sailor", Trait.IDENTITY);
        two.reference("other", "sailor", Trait.IDENTITY);

        assertThatThrownBy(two::build).hasMessageContaining("harbour").hasMessageContaining("IDENTITY");
        assertThatThrownBy(() -> Harbour.declare().reference("own", "harbour", Trait.IDENTITY))
                .hasMessageContaining("a record's reference to another type");
    }

    @Test
    void types_are_not_identities_of_each_other() {
        EntityTypeBuilder<Harbour> declare = Harbour.declare();
        ReferenceField<Harbour, CrewListEntry> entry = declare.reference("entry", "crew_list_entry", Trait.IDENTITY);
        EntityTypeBuilder<Sailor> extended = Sailor.TYPE.extend();
        extended.reference("harbour", "harbour", Trait.IDENTITY);
        CrmBuilder builder =
                Crm.on(MemoryStorage.create()).types(TypeSet.of(extended.build(), CrewListEntry.TYPE, declare.build()));

        assertThat(entry.hasTrait(Trait.IDENTITY)).isTrue();
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("identities of each other");
    }
}
