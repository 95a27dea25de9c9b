package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.entity.Id;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many at once: none lost, none twice, in order, all or none. */
class BulkTest extends StoredTest {

    @Test
    void thousands_of_records_are_added_saved_found_and_streamed() {
        Crm quiet = crm(settings -> settings); // nobody listens
        var many = quiet.session(ACME, session.actor()).repository(Vessel.TYPE);
        List<Vessel> added = many.addAll(IntStream.range(0, 3000)
                .mapToObj(i ->
                        Vessel.named("v" + i).with(Vessel.TONNAGE, (long) i).with(Vessel.IMO, "k" + i))
                .toList());
        List<Vessel> saved = many.saveAll(
                added.stream().map(vessel -> vessel.with(Vessel.LAID_UP, true)).toList());

        assertThat(saved)
                .extracting(vessel -> vessel.require(Vessel.TONNAGE))
                .isSorted()
                .hasSize(3000);
        assertThat(many.findAll(saved.stream().map(Vessel::id).toList())).containsExactlyInAnyOrderElementsOf(saved);
        try (Stream<Vessel> all = many.all().sortedBy(Vessel.TONNAGE).stream()) {
            assertThat(all).containsExactlyElementsOf(saved);
        }
        assertThat(quiet.session(ACME, session.actor()).changes().after(Position.START, 10_000))
                .hasSize(6000);
    }

    @Test
    void a_list_of_ids_may_be_long_repeat_and_name_what_is_not_there() {
        Id<Vessel> id = vessels.add(Vessel.named("Aurora")).id();
        List<Id<Vessel>> ids = new ArrayList<>(Collections.nCopies(3, id));
        IntStream.range(0, 70_000).forEach(i -> ids.add(Id.of(new UUID(9, i))));

        assertThat(vessels.findAll(ids)).hasSize(1);
        assertThat(vessels.findAll(List.of())).isEmpty();
    }

    @Test
    void one_record_in_the_middle_that_breaks_a_rule_keeps_all_out() {
        List<Vessel> batch = new ArrayList<>();
        IntStream.range(0, 500).forEach(i -> batch.add(Vessel.named("v" + i)));
        batch.add(250, Vessel.TYPE.newEntity());

        assertThatThrownBy(() -> vessels.addAll(batch)).isInstanceOf(InvalidException.class);
        assertThat(vessels.all().count()).isZero();
        assertThat(heard).isEmpty();
    }

    @Test
    void records_of_one_batch_may_refer_to_each_other_in_any_order() {
        Vessel a = Vessel.named("a").withId(Id.of(new UUID(1, 1)));
        Vessel b = Vessel.named("b").withId(Id.of(new UUID(1, 2)));

        vessels.addAll(List.of(a.with(Vessel.SISTER, b.id()), b.with(Vessel.SISTER, a.id())));

        assertThat(vessels.get(a.id()).get(Vessel.SISTER)).isEqualTo(b.id());
    }

    @Test
    void many_records_may_refer_to_the_same_one_and_to_one_through_two_fields() {
        Id<Vessel> id = vessels.add(Vessel.named("Aurora")).id();

        voyages.addAll(IntStream.range(0, 300).mapToObj(i -> Voyage.of(id, i)).toList());

        assertThat(voyages.query(Voyage.VESSEL.is(id)).count()).isEqualTo(300);
    }

    @Test
    void an_empty_batch_does_nothing() {
        assertThat(vessels.addAll(List.of())).isEmpty();
        assertThat(vessels.saveAll(List.of())).isEmpty();
        assertThat(session.timeline().record(List.of())).isEmpty();
        assertThat(session.changes().after(Position.START, 1)).isEmpty();
    }

    @Test
    void thousands_of_interactions_are_recorded_once() {
        Id<Vessel> id = vessels.add(Vessel.named("Aurora")).id();
        List<Interaction> calls = IntStream.range(0, 3000)
                .mapToObj(i -> Interaction.of(Channel.CALL, Direction.INBOUND, NOW.plusSeconds(i), id)
                        .withExternalId("phone", "n" + i))
                .toList();

        assertThat(session.timeline().record(calls.subList(0, 2000))).isEmpty();
        assertThat(session.timeline().record(calls)).hasSize(2000);
        assertThat(session.timeline().forRecord(id).count()).isEqualTo(3000);
    }

    @Test
    void a_caller_may_change_the_list_that_it_gave() {
        List<Vessel> list = new ArrayList<>(List.of(Vessel.named("a"), Vessel.named("b")));

        List<Vessel> added = vessels.addAll(list);
        list.clear();

        assertThat(added).hasSize(2);
        assertThatThrownBy(added::clear).isInstanceOf(UnsupportedOperationException.class);
    }
}
