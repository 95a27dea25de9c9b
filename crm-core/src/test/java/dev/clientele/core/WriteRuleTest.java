package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.entity.RecordWrite;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.testing.DatabaseKind;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rule of a type stands at every door: vessels of 500 tons, and the removal of those laid up, are for the harbour master. */
class WriteRuleTest extends StoredTest {

    private final List<RecordWrite<Vessel>> seen = Collections.synchronizedList(new ArrayList<>());
    private Crm ruled;
    private CrmSession mine;
    private Repository<Vessel> checked;

    @BeforeEach
    void a_rule() {
        ruled = ruled(settings -> settings.rule(Vessel.TYPE, this::smallOnly));
        mine = ruled.session(ACME, Actor.user("alice"));
        checked = mine.repository(Vessel.TYPE);
    }

    private Crm ruled(UnaryOperator<CrmBuilder> rules) {
        openAlone(); // for the types of merging
        return crm(settings -> rules.apply(settings.type(Merge.TYPE).type(MergeStep.TYPE)));
    }

    private void smallOnly(CrmSession transaction, List<RecordWrite<Vessel>> writes) {
        seen.addAll(writes);
        for (RecordWrite<Vessel> write : writes) {
            boolean forbidden = write.isRemoved()
                    ? write.latest().getOrDefault(Vessel.LAID_UP, false)
                    : write.latest().getOrDefault(Vessel.TONNAGE, 0L) >= 500;
            if (forbidden && !transaction.isImportingHistory()) {
                throw InvalidException.of("vessel", "tonnage", "is for the harbour master");
            }
        }
    }

    private static Vessel tons(long tons) {
        return Vessel.named("of " + tons).with(Vessel.TONNAGE, tons).with(Vessel.IMO, "t" + tons);
    }

    private void assertRefused(ThrowingCallable write) {
        long before = vessels.all().count();
        assertThatThrownBy(write).isInstanceOf(InvalidException.class).hasMessageContaining("tonnage");
        assertThat(vessels.all().count()).isEqualTo(before);
        assertThat(vessels.query(Vessel.TONNAGE.is(500L)).count()).isZero();
    }

    @Test
    void it_holds_for_additions_one_at_a_time_in_bulk_and_by_get_or_add() {
        assertRefused(() -> checked.add(tons(500)));
        assertRefused(() -> checked.addAll(List.of(tons(1), tons(500))));
        assertRefused(() -> checked.getOrAdd(tons(500)));
        assertRefused(() -> checked.getOrAddAll(List.of(tons(1), tons(500))));
        assertRefused(
                () -> mine.runInTransaction(tx -> tx.repository(Vessel.TYPE).add(tons(500))));
    }

    @Test
    void it_holds_for_changes_one_at_a_time_and_in_bulk() {
        Vessel small = checked.add(tons(1));
        Vessel other = checked.add(tons(2));

        assertRefused(() -> checked.save(small.with(Vessel.TONNAGE, 500L)));
        assertRefused(() -> checked.saveAll(List.of(other.with(Vessel.TONNAGE, 3L), small.with(Vessel.TONNAGE, 500L))));
        assertThat(vessels.get(other.id()).get(Vessel.TONNAGE)).isEqualTo(2L);
    }

    @Test
    void it_holds_for_removals_with_the_record_as_it_is_stored() {
        Vessel large = vessels.add(tons(5).with(Vessel.LAID_UP, true));

        assertThatThrownBy(() -> checked.remove(large.with(Vessel.LAID_UP, false)))
                .isInstanceOf(InvalidException.class);
        assertThat(vessels.find(large.id())).isPresent();
    }

    @Test
    void it_holds_for_rows_of_a_file() {
        CsvImport<Vessel> plan = CsvImport.of(Vessel.TYPE).matchBy(Vessel.NAME);

        var report = plan.run(mine, new StringReader("name,tonnage\nAurora,1\nBorea,500\n"));

        assertThat(report.isFullyImported()).isFalse();
        assertThat(storedVessels())
                .extracting(vessel -> vessel.get(Vessel.NAME))
                .doesNotContain("Borea");
    }

    @Test
    void it_holds_for_a_merge() {
        Vessel survivor = vessels.add(Vessel.named("Aurora"));
        Vessel absorbed = vessels.add(tons(500));

        assertThatThrownBy(() -> new Merges(mine).merge(Vessel.TYPE, survivor, absorbed, SurvivorshipRule.standard()))
                .isInstanceOf(InvalidException.class);
        assertThat(vessels.all().count()).isEqualTo(2);
    }

    @Test
    void it_holds_in_a_transaction_of_the_hosts() throws SQLException {
        try (DatabaseKind.Host host = database.begin(storage, folder)) {
            Repository<Vessel> joined =
                    mine.withHostTransaction(host.transaction()).repository(Vessel.TYPE);
            assertThatThrownBy(() -> joined.add(tons(500))).isInstanceOf(InvalidException.class);
        }
    }

    @Test
    void a_transaction_may_go_on_without_what_it_forbids() {
        mine.runInTransaction(tx -> {
            tx.repository(Vessel.TYPE).add(tons(1));
            assertThatThrownBy(() -> tx.repository(Vessel.TYPE).add(tons(500))).isInstanceOf(InvalidException.class);
        });

        assertThat(vessels.all().count()).isEqualTo(1);
    }

    @Test
    void what_is_brought_in_as_history_can_be_told_from_what_happens_now() {
        assertThat(mine.forImportOfHistory()
                        .repository(Vessel.TYPE)
                        .add(tons(500))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void it_sees_what_is_stored_before_and_what_is_written_not_the_callers_copy() {
        Vessel stored = checked.add(tons(1));
        seen.clear();

        checked.save(stored.with(Vessel.TONNAGE, 2L));
        checked.remove(vessels.get(stored.id()).with(Vessel.TONNAGE, 9L));

        assertThat(seen)
                .extracting(
                        write -> write.before() == null ? null : write.before().get(Vessel.TONNAGE))
                .containsExactly(1L, 2L);
        assertThat(seen.get(0).changes(Vessel.TONNAGE)).isTrue();
        assertThat(seen.get(0).changes(Vessel.NAME)).isFalse();
        assertThat(seen.get(1).isRemoved()).isTrue();
    }

    @Test
    void a_record_that_is_saved_without_a_change_asks_no_rule() {
        Vessel stored = checked.add(tons(1));
        seen.clear();

        checked.save(stored);

        assertThat(seen).isEmpty();
    }

    /** Asked for records that others store meanwhile, so it is asked again after the write. */
    private static final class OneOfATonnage implements WriteRule<Vessel> {
        @Override
        public void check(CrmSession transaction, List<RecordWrite<Vessel>> writes) {
            for (RecordWrite<Vessel> write : writes) {
                Vessel own = write.latest();
                boolean other = transaction
                        .repository(Vessel.TYPE)
                        .query(Vessel.TONNAGE.is(Objects.requireNonNull(own.get(Vessel.TONNAGE))))
                        .page(2)
                        .items()
                        .stream()
                        .anyMatch(vessel -> !vessel.id().equals(own.id()));
                if (other) {
                    throw new DeniedException("vessel", "there is one of this tonnage already");
                }
            }
        }

        @Override
        public boolean isAskedAgain() {
            return true;
        }
    }

    @Test
    void a_rule_sees_records_that_the_actor_may_not_see() {
        vessels.add(tons(7));
        Crm blind = crm(settings -> settings.type(Merge.TYPE)
                .type(MergeStep.TYPE)
                .rule(Vessel.TYPE, new OneOfATonnage())
                .policy(new AccessPolicy() {
                    @Override
                    public Criteria readable(Actor actor, String type) {
                        return type.equals("vessel") ? Vessel.NAME.is("mine") : Criteria.always();
                    }

                    @Override
                    public Criteria writable(Actor actor, String type) {
                        return Criteria.always();
                    }
                }));

        assertThatThrownBy(() -> blind.session(ACME, Actor.user("bob"))
                        .repository(Vessel.TYPE)
                        .add(Vessel.named("mine").with(Vessel.TONNAGE, 7L)))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void a_rule_that_is_asked_again_and_then_refuses_fails_the_whole_transaction_even_if_the_work_goes_on() {
        List<Integer> asked = new ArrayList<>();
        WriteRule<Vessel> second = new WriteRule<>() {
            @Override
            public void check(CrmSession transaction, List<RecordWrite<Vessel>> writes) {
                asked.add(1);
                if (asked.size() == 2) {
                    throw new IllegalStateException("only now it shows");
                }
            }

            @Override
            public boolean isAskedAgain() {
                return true;
            }
        };
        CrmSession session =
                ruled(settings -> settings.rule(Vessel.TYPE, second)).session(ACME, Actor.user("bob"));

        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    try {
                        tx.repository(Vessel.TYPE).add(tons(1));
                    } catch (IllegalStateException e) {
                        // the work takes no notice
                    }
                }))
                .hasMessage("only now it shows");
        assertThat(vessels.all().count()).isZero();
    }

    @Test
    void rules_of_a_set_and_of_the_builder_are_asked_in_the_order_in_which_they_were_given() {
        List<String> asked = new ArrayList<>();
        Crm both = ruled(settings -> settings.types(
                        TypeSet.of(Voyage.TYPE).with(Vessel.TYPE, (transaction, writes) -> asked.add("set")))
                .rule(Vessel.TYPE, (transaction, writes) -> asked.add("builder")));

        both.session(ACME, Actor.user("bob")).repository(Vessel.TYPE).add(tons(1));

        assertThat(asked).containsExactly("set", "builder");
    }
}
