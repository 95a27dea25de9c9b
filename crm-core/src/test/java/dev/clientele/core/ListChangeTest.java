package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.change.Change;
import dev.clientele.core.change.FieldChange;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.merge.Merge;
import dev.clientele.core.merge.MergeStep;
import dev.clientele.core.merge.MergeUndoResult;
import dev.clientele.core.merge.Merges;
import dev.clientele.core.merge.SurvivorshipRule;
import dev.clientele.core.merge.UndoConflict;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.testing.DatabaseKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a list that grows, what was added is recorded, not the list. */
@ParameterizedClass(name = "on {0}")
@EnumSource(DatabaseKind.class)
class ListChangeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Parameter
    DatabaseKind database;

    private Storage storage;
    private CrmSession session;
    private Repository<Subscriber> subscribers;

    @BeforeEach
    void open() {
        storage = database.share();
        session = Crm.on(storage)
                .type(Subscriber.TYPE)
                .type(Merge.TYPE)
                .type(MergeStep.TYPE)
                .clock(new SetClock(NOW))
                .build()
                .session(StoredTest.ACME, Actor.user("alice"));
        subscribers = session.repository(Subscriber.TYPE);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private static List<Subscriber.Visit> visits(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Subscriber.Visit("stage " + i, i))
                .toList();
    }

    private static List<Subscriber.Visit> moved(List<Subscriber.Visit> visits) {
        List<Subscriber.Visit> more = new ArrayList<>(visits);
        more.set(more.size() - 1, new Subscriber.Visit("left", -1));
        more.add(new Subscriber.Visit("new", 1));
        return more;
    }

    private FieldChange last(Id<Subscriber> id) {
        List<Change> history = subscribers.history(id);
        return history.get(history.size() - 1).field("visits").orElseThrow();
    }

    private static Map<String, Object> json(String stage, long number) {
        return Map.of("stage", stage, "number", number);
    }

    @Test
    void an_addition_is_recorded_as_the_added_element() {
        Subscriber ana = subscribers.add(Subscriber.named("Ana").with(Subscriber.VISITS, visits(3)));
        List<Subscriber.Visit> more = new ArrayList<>(visits(3));
        more.add(new Subscriber.Visit("won", 9));
        subscribers.save(ana.with(Subscriber.VISITS, more));

        assertThat(last(ana.id())).isEqualTo(new FieldChange(List.of(), List.of(json("won", 9)), 3));
        assertThat(last(ana.id()).toString()).doesNotContain("won");
    }

    @Test
    void what_is_recorded_of_a_move_is_as_long_at_1000_visits_as_at_10() {
        int small = bytesOfMove(10);
        int large = bytesOfMove(1000);

        assertThat(large).isBetween(small, small + 10);
    }

    private int bytesOfMove(int visits) {
        Subscriber ana = subscribers.add(Subscriber.named("Ana").with(Subscriber.VISITS, visits(visits)));
        subscribers.save(ana.with(Subscriber.VISITS, moved(visits(visits))));
        try (StorageSession read = storage.read(session.tenant());
                var entries = read.scan(LogQuery.newestFirst("change", ana.id().value()))) {
            return entries.mapToInt(entry -> entry.body().length()).min().orElseThrow();
        }
    }

    @Test
    void removed_and_replaced_elements_are_recorded_where_they_were() {
        Subscriber ana = subscribers.add(Subscriber.named("Ana").with(Subscriber.VISITS, visits(4)));
        List<Subscriber.Visit> fewer = List.of(
                visits(4).get(0), new Subscriber.Visit("x", 7), visits(4).get(3));
        subscribers.save(ana.with(Subscriber.VISITS, fewer));

        assertThat(last(ana.id()))
                .isEqualTo(new FieldChange(List.of(json("stage 1", 1), json("stage 2", 2)), List.of(json("x", 7)), 1));
    }

    @Test
    void a_list_that_comes_goes_or_becomes_another_is_recorded_as_a_whole() {
        Subscriber ana = subscribers.add(Subscriber.named("Ana"));
        Subscriber with = subscribers.save(ana.with(Subscriber.VISITS, visits(1)));
        assertThat(last(ana.id())).isEqualTo(new FieldChange(null, List.of(json("stage 0", 0))));
        Subscriber other = subscribers.save(with.with(Subscriber.VISITS, List.of(new Subscriber.Visit("x", 7))));
        assertThat(last(ana.id()).isPartOfList()).isFalse();
        subscribers.save(other.without(Subscriber.VISITS));
        assertThat(last(ana.id())).isEqualTo(new FieldChange(List.of(json("x", 7)), null));
    }

    @Test
    void a_copy_kept_by_the_feed_equals_the_record_and_can_be_led_back() {
        Random random = new Random(7);
        Subscriber ana = subscribers.add(Subscriber.named("Ana"));
        List<Map<String, Object>> states = new ArrayList<>(List.of(Map.of(), Subscriber.TYPE.toJson(ana)));
        for (int i = 0; i < 40; i++) {
            List<Subscriber.Visit> list = new ArrayList<>(ana.getOrDefault(Subscriber.VISITS, List.of()));
            int at = random.nextInt(list.size() + 1);
            switch (random.nextInt(3)) {
                case 0 -> list.subList(at, list.size()).clear();
                case 1 -> list.addAll(at, visits(1 + random.nextInt(4)));
                default -> list.add(new Subscriber.Visit("v" + i, i));
            }
            ana = subscribers.save(ana.with(Subscriber.VISITS, list.isEmpty() ? null : list));
            if (ana.version() == states.size()) {
                states.add(Subscriber.TYPE.toJson(ana));
            }
        }

        Map<String, Object> copy = Map.of();
        List<Change> feed = session.changes().after(Position.START, 1000);
        for (int i = 0; i < feed.size(); i++) {
            copy = feed.get(i).applyTo(copy);
            assertThat(copy).isEqualTo(states.get(i + 1));
        }
        for (int i = feed.size() - 1; i >= 0; i--) {
            copy = feed.get(i).revertFrom(copy);
            assertThat(copy).isEqualTo(states.get(i));
        }
    }

    @Test
    void changes_recorded_as_pairs_of_lists_are_read_still() {
        UUID record = new UUID(0, 5);
        LogEntry old = LogEntry.of(
                "k1",
                Set.of(record),
                NOW,
                Map.of("record_type", "subscriber", "action", "SAVED", "actor", "user:alice", "record_version", 2L),
                "{\"visits\":[[{\"stage\":\"a\",\"number\":1}],[{\"stage\":\"a\",\"number\":1},{\"stage\":\"b\",\"number\":2}]]}");
        try (StorageSession write = storage.write(session.tenant())) {
            write.append("change", List.of(old));
            write.commit();
        }

        FieldChange change =
                session.changes().historyOf(record).get(0).field("visits").orElseThrow();

        assertThat(change).isEqualTo(new FieldChange(List.of(json("a", 1)), List.of(json("a", 1), json("b", 2))));
        assertThat(change.applyTo(List.of())).isEqualTo(change.after());
    }

    @Test
    void part_of_a_list_fits_only_a_list_that_is_long_enough() {
        FieldChange part = new FieldChange(List.of("b"), List.of("c", "d"), 1);

        assertThat(part.applyTo(List.of("a", "b"))).isEqualTo(List.of("a", "c", "d"));
        assertThat(part.revertFrom(List.of("a", "c", "d"))).isEqualTo(List.of("a", "b"));
        assertThatThrownBy(() -> part.applyTo(List.of("a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> part.applyTo("text")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FieldChange("a", "b", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private Merge mergeWithVisitsOfBoth(Subscriber survivor, Subscriber absorbed) {
        SurvivorshipRule<Subscriber> both = SurvivorshipRule.<Subscriber>standard()
                .withCombined(
                        (one, other) -> {
                            List<Subscriber.Visit> list = new ArrayList<>(one.require(Subscriber.VISITS));
                            list.addAll(other.require(Subscriber.VISITS));
                            return one.with(Subscriber.VISITS, list);
                        },
                        Subscriber.VISITS);
        return new Merges(session).merge(Subscriber.TYPE, survivor, absorbed, both);
    }

    @Test
    void undoing_a_merge_takes_back_what_it_added_to_a_list() {
        Subscriber ana = subscribers.add(Subscriber.named("Ana").with(Subscriber.VISITS, visits(3)));
        Subscriber twin = subscribers.add(Subscriber.named("Ann").with(Subscriber.VISITS, visits(2)));
        Merge merge = mergeWithVisitsOfBoth(ana, twin);

        MergeUndoResult undone = new Merges(session).undo(merge);

        assertThat(undone.conflicts()).isEmpty();
        assertThat(subscribers.get(ana.id()).get(Subscriber.VISITS)).isEqualTo(visits(3));
        assertThat(subscribers.get(twin.id()).get(Subscriber.VISITS)).isEqualTo(visits(2));
    }

    @Test
    void undoing_a_merge_leaves_a_list_that_was_changed_since() {
        Subscriber ana = subscribers.add(Subscriber.named("Ana").with(Subscriber.VISITS, visits(3)));
        Subscriber twin = subscribers.add(Subscriber.named("Ann").with(Subscriber.VISITS, visits(2)));
        Merge merge = mergeWithVisitsOfBoth(ana, twin);
        Subscriber merged = subscribers.get(ana.id());
        List<Subscriber.Visit> later = moved(merged.require(Subscriber.VISITS));
        subscribers.save(merged.with(Subscriber.VISITS, later));

        MergeUndoResult undone = new Merges(session).undo(merge);

        assertThat(undone.conflicts())
                .containsExactly(new UndoConflict(
                        "subscriber", ana.id().value(), "visits", UndoConflict.UndoConflictReason.CHANGED_SINCE));
        assertThat(subscribers.get(ana.id()).get(Subscriber.VISITS)).isEqualTo(later);
    }
}
