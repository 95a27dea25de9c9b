package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.entity.ColumnSelection;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.RecordColumns;
import dev.clientele.core.hierarchy.Hierarchy;
import dev.clientele.core.hierarchy.IdHierarchy;
import dev.clientele.core.hierarchy.RollUp;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.SortDirection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns of many records, and what is about many records, come to what reading one by one comes to. */
class ColumnSelectionTest extends StoredTest {

    private static final List<Field<Vessel, ?>> FIELDS = List.of(
            Vessel.NAME, Vessel.KIND, Vessel.TONNAGE, Vessel.DRAUGHT, Vessel.CHARTER, Vessel.FLAGS, Vessel.SISTER);

    private List<Vessel> fleet;

    @BeforeEach
    void addFleet() {
        fleet = vessels.addAll(IntStream.range(0, 25)
                .mapToObj(i -> i % 5 == 4
                        ? Vessel.named("Bare " + i)
                        : Vessel.named("Vessel " + i)
                                .with(Vessel.KIND, Vessel.Kind.TANKER)
                                .with(Vessel.TONNAGE, (long) i % 7)
                                .with(Vessel.DRAUGHT, BigDecimal.valueOf(i, 1))
                                .with(Vessel.CHARTER, Money.parse("NOK " + i))
                                .with(Vessel.FLAGS, Set.of(i % 2 == 0 ? "NO" : "MT"))
                                .with(Vessel.REMARKS, "remark"))
                .toList());
        fleet = vessels.saveAll(fleet.stream()
                .map(vessel -> vessel.equals(fleet.get(0))
                        ? vessel
                        : vessel.with(Vessel.SISTER, fleet.get(0).id()))
                .toList());
    }

    private static void assertSame(List<RecordColumns<Vessel>> columns, List<Vessel> whole) {
        assertThat(columns.stream().map(RecordColumns::id).toList())
                .isEqualTo(whole.stream().map(Vessel::id).toList());
        for (int i = 0; i < whole.size(); i++) {
            assertThat(columns.get(i).version()).isEqualTo(whole.get(i).version());
            for (Field<Vessel, ?> field : FIELDS) {
                assertThat(columns.get(i).find(field))
                        .as(field.name())
                        .isEqualTo(whole.get(i).find(field));
            }
        }
    }

    @Test
    void columns_are_those_of_the_records_in_the_same_order_page_by_page_and_as_a_stream() {
        var selection = vessels.query(Vessel.NAME.isPresent()).sortedBy(Vessel.TONNAGE, SortDirection.DESCENDING);
        List<Vessel> whole;
        try (Stream<Vessel> all = selection.stream()) {
            whole = all.toList();
        }
        ColumnSelection<Vessel> columns = selection.columns(FIELDS);

        List<RecordColumns<Vessel>> paged = new ArrayList<>();
        columns.forEachPage(4, paged::addAll);
        assertSame(paged, whole);
        try (Stream<RecordColumns<Vessel>> all = columns.stream()) {
            assertSame(all.toList(), whole);
        }
    }

    @Test
    void a_field_without_a_column_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> vessels.all().columns(List.of(Vessel.REMARKS)));
    }

    @Test
    void columns_of_what_the_actor_may_not_see_are_not_there() {
        AccessPolicy norwegian = new AccessPolicy() {
            @Override
            public Criteria readable(Actor actor, String type) {
                return type.equals("vessel") ? Vessel.FLAGS.has("NO") : Criteria.always();
            }

            @Override
            public Criteria writable(Actor actor, String type) {
                return Criteria.always();
            }
        };
        CrmSession hers = crm(settings -> settings.policy(norwegian)).session(ACME, Actor.user("clerk"));
        List<RecordColumns<Vessel>> seen = new ArrayList<>();

        hers.repository(Vessel.TYPE).all().columns(List.of(Vessel.NAME)).forEachPage(3, seen::addAll);

        assertThat(seen.stream().map(RecordColumns::id).toList())
                .isEqualTo(fleet.stream()
                        .filter(vessel ->
                                vessel.getOrDefault(Vessel.FLAGS, Set.of()).contains("NO"))
                        .map(Vessel::id)
                        .toList());
    }

    @Test
    void histories_of_some_fields_are_those_of_each_record() {
        Map<Id<Vessel>, List<Change>> histories =
                vessels.histories(fleet.stream().map(Vessel::id).toList(), List.of(Vessel.SISTER, Vessel.TONNAGE));

        assertThat(histories).hasSize(25);
        histories.forEach((id, changes) -> {
            List<Change> whole = vessels.history(id);
            assertThat(changes).hasSameSizeAs(whole);
            for (int i = 0; i < whole.size(); i++) {
                assertThat(changes.get(i).version()).isEqualTo(whole.get(i).version());
                assertThat(changes.get(i).field("sister"))
                        .isEqualTo(whole.get(i).field("sister"));
                assertThat(changes.get(i).field("tonnage"))
                        .isEqualTo(whole.get(i).field("tonnage"));
                assertThat(changes.get(i).field("name")).isEmpty();
            }
        });
    }

    @Test
    void figures_about_many_records_are_those_of_each() {
        var log = session.eventLog(Sighting.TYPE);
        for (int i = 0; i < 12; i++) {
            log.record(Sighting.of(fleet.get(i % 5).id(), NOW.minusSeconds(i), Sighting.Station.HARBOUR));
        }
        List<UUID> records =
                fleet.subList(3, 25).stream().map(vessel -> vessel.id().value()).toList();
        List<Measure> measures = List.of(Measure.count());

        Map<UUID, List<Group>> found = log.all().aggregateBySubject(records, List.of(), measures);

        assertThat(found).containsOnlyKeys(records.get(0), records.get(1));
        found.forEach((record, groups) ->
                assertThat(groups).isEqualTo(log.forSubject(record).aggregate(List.of(), measures)));
    }

    @Test
    void a_hierarchy_of_ids_adds_up_as_one_of_records() {
        Map<Id<Vessel>, Integer> own = new HashMap<>();
        fleet.forEach(vessel -> own.put(vessel.id(), vessel.require(Vessel.NAME).length()));

        Map<Id<Vessel>, RollUp<Integer>> sums =
                IdHierarchy.of(vessels.all(), Vessel.SISTER).rollUpWithOwn(own, 0, Integer::sum);

        assertThat(sums)
                .isEqualTo(Hierarchy.of(vessels.all(), Vessel.SISTER).rollUpWithOwn(own, 0, Integer::sum))
                .hasSize(25);
    }
}
