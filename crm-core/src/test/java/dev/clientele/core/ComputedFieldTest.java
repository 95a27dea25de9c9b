package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.csv.CsvExport;
import dev.clientele.core.csv.CsvImport;
import dev.clientele.core.entity.ComputeResult;
import dev.clientele.core.entity.ComputedRow;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.DeniedException;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.SortDirection;
import dev.clientele.testing.DatabaseKind;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a machine computes lives beside what people edit, and neither collides with the other. */
@ParameterizedClass(name = "on {0}")
@EnumSource(DatabaseKind.class)
class ComputedFieldTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Parameter
    DatabaseKind database;

    private final List<Change> heard = new ArrayList<>();
    private Storage storage;
    private CrmSession session;
    private Repository<Subscriber> subscribers;
    private Subscriber ana;
    private Subscriber bo;

    @BeforeEach
    void two_subscribers() {
        storage = database.share();
        session = session(AccessPolicy.permitAll());
        subscribers = session.repository(Subscriber.TYPE);
        ana = subscribers.add(Subscriber.named("Ana"));
        bo = subscribers.add(Subscriber.named("Bo"));
        heard.clear();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private CrmSession session(AccessPolicy policy) {
        return Crm.on(storage)
                .type(Subscriber.TYPE)
                .type(Merge.TYPE)
                .type(MergeStep.TYPE)
                .clock(new SetClock(NOW))
                .policy(policy)
                .listener("heard", (tenant, change) -> heard.add(change))
                .build()
                .session(StoredTest.ACME, Actor.user("alice"));
    }

    private static ComputedRow<Subscriber> row(Subscriber subscriber) {
        return Subscriber.TYPE.computed(subscriber.id());
    }

    private void score(Subscriber subscriber, double score) {
        subscribers.compute(List.of(Subscriber.SCORE), Stream.of(row(subscriber).with(Subscriber.SCORE, score)));
    }

    @Test
    void values_of_every_kind_come_back() {
        ComputedRow<Subscriber> row = row(ana).with(Subscriber.SCORE, 0.25)
                .with(Subscriber.RATE, new BigDecimal("1.5"))
                .with(Subscriber.OPENED, 7L)
                .with(Subscriber.SCORED_AT, NOW)
                .with(Subscriber.DUE, LocalDate.of(2026, 4, 1))
                .with(Subscriber.MODEL, "BG/NBD")
                .with(Subscriber.SEGMENTS, Set.of("vip", "new"))
                .with(Subscriber.LAPSING, true)
                .with(Subscriber.TIER, Subscriber.Tier.HIGH)
                .with(Subscriber.VALUE, Money.parse("EUR 12.50"));

        List<Field<Subscriber, ?>> all = Subscriber.TYPE.fields().stream()
                .filter(field -> field.hasTrait(Trait.COMPUTED))
                .toList();
        ComputeResult<Subscriber> result = subscribers.compute(all, Stream.of(row));

        assertThat(result).isEqualTo(new ComputeResult<Subscriber>(1, List.of()));
        Subscriber read = subscribers.get(ana.id());
        assertThat(read.get(Subscriber.SCORE)).isEqualTo(0.25);
        assertThat(read.get(Subscriber.P_ALIVE)).isNull();
        assertThat(read.get(Subscriber.RATE)).isEqualTo("1.50");
        assertThat(read.get(Subscriber.OPENED)).isEqualTo(7);
        assertThat(read.get(Subscriber.SCORED_AT)).isEqualTo(NOW);
        assertThat(read.get(Subscriber.DUE)).isEqualTo("2026-04-01");
        assertThat(read.get(Subscriber.MODEL)).isEqualTo("BG/NBD");
        assertThat(read.get(Subscriber.SEGMENTS)).containsExactlyInAnyOrder("vip", "new");
        assertThat(read.get(Subscriber.LAPSING)).isTrue();
        assertThat(read.get(Subscriber.TIER)).isEqualTo(Subscriber.Tier.HIGH);
        assertThat(read.get(Subscriber.VALUE)).isEqualTo(Money.parse("EUR 12.50"));
        assertThat(Subscriber.TYPE.toJson(read)).containsEntry("score", 0.25).containsEntry("tier", "HIGH");
        assertThat(read.toString()).contains("score=***").contains("tier=HIGH");
    }

    @Test
    void criteria_sorts_and_figures_see_them() {
        score(ana, 0.25);
        score(bo, 0.75);

        assertThat(subscribers.query(Subscriber.SCORE.above(0.5)).page(9).items())
                .containsExactly(bo);
        assertThat(subscribers
                        .all()
                        .sortedBy(Subscriber.SCORE, SortDirection.DESCENDING)
                        .page(9)
                        .items())
                .containsExactly(bo, ana);
        assertThat(subscribers.all().sum(Subscriber.SCORE)).isEqualByComparingTo("1");
        assertThat(subscribers.all().aggregate(List.of(Subscriber.TIER), List.of(Measure.max("score"))))
                .extracting(group -> group.values().get(0))
                .containsExactly(0.75);
        assertThat(subscribers.get(bo.id()).matches(Subscriber.SCORE.above(0.5), NOW))
                .isTrue();
    }

    @Test
    void sets_and_searchable_texts_are_found_by_their_elements_and_without_case() {
        subscribers.compute(
                List.of(Subscriber.SEGMENTS, Subscriber.MODEL),
                Stream.of(row(ana).with(Subscriber.SEGMENTS, Set.of("vip")).with(Subscriber.MODEL, "Pareto")));

        assertThat(subscribers.query(Subscriber.SEGMENTS.has("vip")).page(9).items())
                .containsExactly(ana);
        assertThat(subscribers.query(Subscriber.MODEL.isIgnoringCase("PARETO")).count())
                .isEqualTo(1);
        assertThat(subscribers
                        .query(Subscriber.SEGMENTS.hasAny(Set.of("lapsed")))
                        .count())
                .isZero();
    }

    @Test
    void computing_moves_no_version_is_no_change_and_wakes_no_listener() {
        Position end = session.changes().after(Position.START, 99).get(1).position();

        score(ana, 0.5);

        assertThat(subscribers.get(ana.id()).version()).isEqualTo(1);
        assertThat(session.changes().after(end, 9)).isEmpty();
        assertThat(subscribers.history(ana.id())).hasSize(1);
        assertThat(heard).isEmpty();
    }

    @Test
    void an_edit_of_a_record_read_before_goes_through_and_keeps_what_was_computed_since() {
        score(ana, 0.5);
        Subscriber saved = subscribers.save(ana.with(Subscriber.CITY, "Leeds"));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(saved.get(Subscriber.SCORE)).isEqualTo(0.5);
        assertThat(subscribers.get(ana.id()).get(Subscriber.SCORE)).isEqualTo(0.5);
        assertThat(subscribers.history(ana.id()).get(1).fields()).containsOnlyKeys("city");
    }

    @Test
    void a_record_read_and_computed_within_a_transaction_is_saved_with_the_new_values() {
        Subscriber saved = session.inTransaction(tx -> {
            Repository<Subscriber> inside = tx.repository(Subscriber.TYPE);
            Subscriber read = inside.get(ana.id());
            inside.compute(List.of(Subscriber.SCORE), Stream.of(row(ana).with(Subscriber.SCORE, 0.9)));
            return inside.save(read.with(Subscriber.CITY, "Leeds"));
        });

        assertThat(saved.get(Subscriber.SCORE)).isEqualTo(0.9);
        assertThat(subscribers.get(ana.id()).get(Subscriber.SCORE)).isEqualTo(0.9);
    }

    @Test
    void other_values_are_no_change() {
        Subscriber before = subscribers.get(ana.id());
        score(ana, 0.5);
        Subscriber after = subscribers.get(ana.id());

        assertThat(after).isEqualTo(before);
        assertThat(Subscriber.TYPE.changes(before, after)).isEmpty();
        assertThat(subscribers.save(after).version()).isEqualTo(1);
    }

    @Test
    void people_can_not_set_them() {
        Subscriber read = subscribers.get(ana.id());

        assertThatThrownBy(() -> read.with(Subscriber.SCORE, 1.0))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("score: is computed");
        assertThatThrownBy(() -> read.without(Subscriber.SCORE))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("score: is computed");
    }

    @Test
    void a_new_record_starts_without() {
        score(ana, 0.5);
        Subscriber read = subscribers.get(ana.id());
        Subscriber again = subscribers.add(Subscriber.TYPE.fromJson(Subscriber.TYPE.toJson(read)));
        subscribers.remove(read);
        Subscriber back = subscribers.add(Subscriber.named("Ana").withId(ana.id()));

        assertThat(again.get(Subscriber.SCORE)).isNull();
        assertThat(subscribers.get(back.id()).get(Subscriber.SCORE)).isNull();
    }

    @Test
    void fields_that_are_not_written_stay_and_those_without_a_value_go() {
        score(ana, 0.5);
        subscribers.compute(List.of(Subscriber.TIER), Stream.of(row(ana).with(Subscriber.TIER, Subscriber.Tier.LOW)));
        assertThat(subscribers.get(ana.id()).get(Subscriber.SCORE)).isEqualTo(0.5);

        subscribers.compute(List.of(Subscriber.SCORE), Stream.of(row(ana)));

        assertThat(subscribers.get(ana.id()).get(Subscriber.SCORE)).isNull();
        assertThat(subscribers.get(ana.id()).get(Subscriber.TIER)).isEqualTo(Subscriber.Tier.LOW);
    }

    @Test
    void records_that_are_gone_are_named_over_chunks_of_one_run() {
        List<Subscriber> many = subscribers.addAll(IntStream.range(0, 21_000)
                .mapToObj(i -> Subscriber.named("S" + i))
                .toList());
        subscribers.remove(many.get(10));
        subscribers.remove(many.get(20_990));

        ComputeResult<Subscriber> result = subscribers.compute(
                List.of(Subscriber.SCORE), many.stream().map(each -> row(each).with(Subscriber.SCORE, 0.5)));

        assertThat(result.stored()).isEqualTo(20_998);
        assertThat(result.missing())
                .containsExactly(many.get(10).id(), many.get(20_990).id());
        assertThat(subscribers.query(Subscriber.SCORE.is(0.5)).count()).isEqualTo(20_998);
    }

    @Test
    void computing_within_a_transaction_goes_with_it() {
        assertThatThrownBy(() -> session.runInTransaction(tx -> {
                    tx.repository(Subscriber.TYPE)
                            .compute(List.of(Subscriber.SCORE), Stream.of(row(ana).with(Subscriber.SCORE, 0.9)));
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");

        assertThat(subscribers.get(ana.id()).get(Subscriber.SCORE)).isNull();
    }

    @Test
    void only_computed_fields_are_computed_each_with_an_allowed_value() {
        assertThatThrownBy(() -> row(ana).with(Subscriber.NAME, "Eve")).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> row(ana).with(Subscriber.SCORE, Double.NaN))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("score");
        assertThatThrownBy(() -> subscribers.compute(List.of(Subscriber.NAME), Stream.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> subscribers.compute(List.of(), Stream.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        subscribers.compute(List.of(Subscriber.TIER), Stream.of(row(ana).with(Subscriber.SCORE, 0.5))))
                .isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> subscribers.compute(List.of(Subscriber.SCORE), Stream.of(row(ana), row(ana))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Lets see and edit all, and compute those in Leeds; hides Bo. */
    private static final class LeedsOnly implements AccessPolicy {
        @Override
        public Criteria readable(Actor actor, String type) {
            return type.equals("subscriber") ? Subscriber.NAME.isNot("Bo") : Criteria.always();
        }

        @Override
        public Criteria writable(Actor actor, String type) {
            return Criteria.always();
        }

        @Override
        public Criteria computable(Actor actor, String type) {
            return Subscriber.CITY.is("Leeds");
        }
    }

    @Test
    void computing_is_a_right_of_its_own() {
        subscribers.save(ana.with(Subscriber.CITY, "Leeds"));
        Subscriber york = subscribers.add(Subscriber.named("Cy").with(Subscriber.CITY, "York"));
        Repository<Subscriber> hers = session(new LeedsOnly()).repository(Subscriber.TYPE);

        ComputeResult<Subscriber> result = hers.compute(
                List.of(Subscriber.SCORE),
                Stream.of(row(ana).with(Subscriber.SCORE, 0.5), row(bo).with(Subscriber.SCORE, 0.5)));

        assertThat(result).isEqualTo(new ComputeResult<>(1, List.of(bo.id())));
        assertThat(subscribers.get(bo.id()).get(Subscriber.SCORE)).isNull();
        assertThatThrownBy(() -> hers.compute(
                        List.of(Subscriber.SCORE), Stream.of(row(york).with(Subscriber.SCORE, 0.5))))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void who_may_edit_may_not_therefore_compute() {
        Repository<Subscriber> hers = session(new EditorsPolicy()).repository(Subscriber.TYPE);

        assertThatThrownBy(
                        () -> hers.compute(List.of(Subscriber.SCORE), Stream.of(row(ana).with(Subscriber.SCORE, 0.5))))
                .isInstanceOf(DeniedException.class);
    }

    @Test
    void a_policy_by_a_computed_field_lets_save_what_it_lets_see() {
        AccessPolicy vips = new AccessPolicy() {
            @Override
            public Criteria readable(Actor actor, String type) {
                return type.equals("subscriber") ? Subscriber.SEGMENTS.has("vip") : Criteria.always();
            }

            @Override
            public Criteria writable(Actor actor, String type) {
                return Criteria.always();
            }
        };
        subscribers.compute(List.of(Subscriber.SEGMENTS), Stream.of(row(ana).with(Subscriber.SEGMENTS, Set.of("vip"))));
        Repository<Subscriber> hers = session(vips).repository(Subscriber.TYPE);

        assertThat(hers.save(ana.with(Subscriber.CITY, "Leeds")).version()).isEqualTo(2);
        assertThat(hers.find(bo.id())).isEmpty();
    }

    @Test
    void csv_shows_them_and_reads_them_not_back() {
        score(ana, 0.5);
        StringBuilder csv = new StringBuilder();
        CsvExport.of(Subscriber.TYPE).write(Stream.of(subscribers.get(ana.id())), csv);
        assertThat(csv.toString()).contains("score").contains("0.5");

        var report = CsvImport.of(Subscriber.TYPE)
                .run(session, new StringReader(csv.toString().replace("0.5", "0.9")));

        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.ignoredColumns()).contains("score", "tier");
        assertThat(subscribers.get(ana.id()).get(Subscriber.SCORE)).isEqualTo(0.5);
        assertThatThrownBy(() -> CsvImport.of(Subscriber.TYPE).column("Score", Subscriber.SCORE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_merge_leaves_the_survivor_its_own() {
        score(ana, 0.5);
        score(bo, 0.9);

        new Merges(session).merge(Subscriber.TYPE, ana, bo, SurvivorshipRule.standard());

        assertThat(subscribers.get(ana.id()).get(Subscriber.SCORE)).isEqualTo(0.5);
        assertThat(subscribers.find(Id.of(bo.id().value()))).isEmpty();
    }
}
