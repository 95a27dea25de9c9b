package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.MergedIds;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.testing.DatabaseKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Followers of what is computed about records are told of their merges, in the transaction that merges. */
@ParameterizedClass(name = "on {0}")
@EnumSource(DatabaseKind.class)
class MergeFollowerTest {

    /** The time of a sailor at sea, computed from a log: a row with the sailor's id, and rows with ids of their own. */
    private static final class SeaTime extends Entity<SeaTime> {
        private static final EntityTypeBuilder<SeaTime> DECLARE = EntityType.define("sea_time", SeaTime::new);
        static final ReferenceField<SeaTime, Sailor> SAILOR = DECLARE.reference("sailor", "sailor", Trait.REQUIRED);
        static final OrderedField<SeaTime, Long> DAYS = DECLARE.integer("days");
        static final EntityType<SeaTime> TYPE = DECLARE.derived().build();

        private SeaTime(EntityState<SeaTime> state) {
            super(state);
        }

        static SeaTime of(Id<Sailor> sailor, long days) {
            return TYPE.newEntity()
                    .withId(Id.of(sailor.value()))
                    .with(SAILOR, sailor)
                    .with(DAYS, days);
        }
    }

    /** A berth of a sailor in a cabin, of which there is one: of two merged sailors' berths in one cabin one goes. */
    private static final class Berth extends Entity<Berth> {
        private static final EntityTypeBuilder<Berth> DECLARE = EntityType.define("berth", Berth::new);
        static final ReferenceField<Berth, Sailor> SAILOR = DECLARE.reference("sailor", "sailor", Trait.REQUIRED);
        static final OrderedField<Berth, Long> CABIN = DECLARE.integer("cabin", Trait.REQUIRED);
        static final EntityType<Berth> TYPE =
                DECLARE.uniqueKey("one_berth", SAILOR, CABIN).build();

        private Berth(EntityState<Berth> state) {
            super(state);
        }

        static Berth of(Id<Sailor> sailor, long cabin) {
            return TYPE.newEntity().with(SAILOR, sailor).with(CABIN, cabin);
        }
    }

    /** Writes down what it is told. */
    private record Told<T extends Entity<T>>(String name, List<String> calls) implements MergeFollower<T> {
        @Override
        public void merged(CrmSession transaction, Id<T> survivor, Id<T> absorbed) {
            boolean leads = new MergedIds(transaction).resolve(absorbed).equals(survivor);
            calls.add(name + " " + survivor + " has " + absorbed + (leads ? "" : " not yet"));
        }

        @Override
        public void undone(CrmSession transaction, Id<T> survivor, Id<T> absorbed) {
            boolean leads = new MergedIds(transaction).resolve(absorbed).equals(survivor);
            calls.add(name + " " + survivor + " had " + absorbed + (leads ? " still" : ""));
        }
    }

    /** Adds the days of the absorbed sailor to those of the survivor. */
    private static final MergeFollower<Sailor> SUM = new MergeFollower<>() {
        @Override
        public void merged(CrmSession transaction, Id<Sailor> survivor, Id<Sailor> absorbed) {
            Repository<SeaTime> times = transaction.repository(SeaTime.TYPE);
            times.find(Id.of(absorbed.value())).ifPresent(gone -> {
                SeaTime own = times.get(Id.of(survivor.value()));
                times.save(own.with(SeaTime.DAYS, own.require(SeaTime.DAYS) + gone.require(SeaTime.DAYS)));
            });
        }

        @Override
        public void undone(CrmSession transaction, Id<Sailor> survivor, Id<Sailor> absorbed) {
            transaction.repository(SeaTime.TYPE).add(SeaTime.of(absorbed, 1));
        }
    };

    @Parameter
    DatabaseKind database;

    private final List<String> calls = new ArrayList<>();
    private final Told<Sailor> sailorsTold = new Told<>("sailor", calls);
    private Storage storage;
    private CrmSession session;
    private Sailor ann;
    private Sailor ben;

    @BeforeEach
    void open() {
        storage = database.share();
        session = session(settings -> settings);
        ann = session.repository(Sailor.TYPE).add(Sailor.named("Ann"));
        ben = session.repository(Sailor.TYPE).add(Sailor.named("Ben"));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private CrmSession session(UnaryOperator<CrmBuilder> more) {
        TypeSet types = TypeSet.of(Sailor.TYPE, SeaTime.TYPE, Berth.TYPE, Merge.TYPE, MergeStep.TYPE)
                .with(Sailor.TYPE, sailorsTold);
        return more.apply(Crm.on(storage).types(types)).build().session(StoredTest.ACME, Actor.user("alice"));
    }

    private static Merge merge(CrmSession session, Sailor survivor, Sailor absorbed) {
        return new Merges(session).merge(Sailor.TYPE, survivor, absorbed, SurvivorshipRule.standard());
    }

    private String pair(String between) {
        return "sailor " + ann.id() + between + ben.id();
    }

    @Test
    void a_follower_is_told_of_a_merge_and_of_its_undo_when_all_is_done() {
        new Merges(session).undo(merge(session, ann, ben));

        assertThat(calls).containsExactly(pair(" has "), pair(" had "));
    }

    @Test
    void a_follower_is_told_of_rows_that_would_be_there_twice() {
        Berth own = session.repository(Berth.TYPE).add(Berth.of(ann.id(), 7));
        Berth other = session.repository(Berth.TYPE).add(Berth.of(ben.id(), 7));
        CrmSession following = session(settings -> settings.mergeFollower(Berth.TYPE, new Told<>("berth", calls)));

        new Merges(following).undo(merge(following, ann, ben));

        String berths = "berth " + own.id();
        assertThat(calls)
                .containsExactlyInAnyOrder(
                        berths + " has " + other.id(), pair(" has "), pair(" had "), berths + " had " + other.id());
    }

    @Test
    void a_follower_that_is_given_twice_is_told_once_and_several_in_the_order_given() {
        CrmSession following = session(settings -> settings.types(
                        TypeSet.of(Merge.TYPE, MergeStep.TYPE).with(Sailor.TYPE, sailorsTold))
                .mergeFollower(Sailor.TYPE, new Told<>("later", calls)));

        merge(following, ann, ben);

        assertThat(calls).containsExactly(pair(" has "), "later" + pair(" has ").substring("sailor".length()));
    }

    @Test
    void a_follower_that_throws_fails_the_merge() {
        MergeFollower<Sailor> failing = new MergeFollower<>() {
            @Override
            public void merged(CrmSession transaction, Id<Sailor> survivor, Id<Sailor> absorbed) {
                throw new IllegalStateException("can't follow");
            }

            @Override
            public void undone(CrmSession transaction, Id<Sailor> survivor, Id<Sailor> absorbed) {}
        };
        CrmSession following = session(settings -> settings.mergeFollower(Sailor.TYPE, failing));

        assertThatThrownBy(() -> merge(following, ann, ben)).hasMessage("can't follow");
        assertThat(session.repository(Sailor.TYPE).findAll(Set.of(ann.id(), ben.id())))
                .hasSize(2);
    }

    @Test
    void a_follower_sees_what_the_actor_may_not_see() {
        CrmSession blind =
                session(settings -> settings.mergeFollower(Sailor.TYPE, SUM).policy(new AccessPolicy() {
                    @Override
                    public Criteria readable(Actor actor, String type) {
                        return type.equals("sea_time") ? SeaTime.DAYS.is(5L) : Criteria.always();
                    }

                    @Override
                    public Criteria writable(Actor actor, String type) {
                        return Criteria.always();
                    }
                }));
        session.repository(SeaTime.TYPE).add(SeaTime.of(ann.id(), 4));
        session.repository(SeaTime.TYPE).add(SeaTime.of(ben.id(), 5));

        merge(blind, ann, ben);

        assertThat(days(ann)).isEqualTo(9);
    }

    private long days(Sailor sailor) {
        return session.repository(SeaTime.TYPE).get(Id.of(sailor.id().value())).require(SeaTime.DAYS);
    }

    @Test
    void a_computed_row_with_the_id_of_the_absorbed_record_is_there_for_the_follower_and_goes_then() {
        CrmSession following = session(settings -> settings.mergeFollower(Sailor.TYPE, SUM));
        following.repository(SeaTime.TYPE).add(SeaTime.of(ann.id(), 4));
        following.repository(SeaTime.TYPE).add(SeaTime.of(ben.id(), 5));

        Merge merge = merge(following, ann, ben);

        assertThat(session.repository(SeaTime.TYPE).all().count()).isEqualTo(1);
        assertThat(days(ann)).isEqualTo(9);
        assertThat(merge.moved()).isZero();
        assertThat(new Merges(following).undo(merge).conflicts()).isEmpty();
        assertThat(days(ben)).isEqualTo(1);
    }

    @Test
    void a_computed_row_that_nobody_follows_goes_with_the_record_and_other_rows_of_its_type_move_there_and_back() {
        session.repository(SeaTime.TYPE).add(SeaTime.of(ann.id(), 4));
        session.repository(SeaTime.TYPE).add(SeaTime.of(ben.id(), 5));
        SeaTime further =
                session.repository(SeaTime.TYPE).add(SeaTime.TYPE.newEntity().with(SeaTime.SAILOR, ben.id()));

        Merge merge = merge(session, ann, ben);

        assertThat(session.repository(SeaTime.TYPE).all().count()).isEqualTo(2);
        assertThat(session.repository(SeaTime.TYPE).get(further.id()).require(SeaTime.SAILOR))
                .isEqualTo(ann.id());
        assertThat(new Merges(session).undo(merge).conflicts()).isEmpty();
        assertThat(session.repository(SeaTime.TYPE).get(further.id()).require(SeaTime.SAILOR))
                .isEqualTo(ben.id());
    }

    @Test
    void a_computed_row_that_was_computed_anew_since_is_no_conflict() {
        SeaTime further =
                session.repository(SeaTime.TYPE).add(SeaTime.TYPE.newEntity().with(SeaTime.SAILOR, ben.id()));
        Merge merge = merge(session, ann, ben);
        session.repository(SeaTime.TYPE).remove(session.repository(SeaTime.TYPE).get(further.id()));

        assertThat(new Merges(session).undo(merge).conflicts()).isEmpty();
    }
}
