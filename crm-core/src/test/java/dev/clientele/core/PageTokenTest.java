package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.interaction.Channel;
import dev.clientele.core.interaction.Direction;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.RelativeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageTokenTest extends StoredTest {

    private Selection<Vessel> byTonnage;

    @BeforeEach
    void twenty_vessels_a_few_of_each_tonnage_and_some_of_none() {
        vessels.addAll(IntStream.range(0, 20)
                .mapToObj(i -> Vessel.named("v" + i).with(Vessel.TONNAGE, i % 5 == 4 ? null : (long) (i % 5)))
                .toList());
        byTonnage = vessels.all().sortedBy(Vessel.TONNAGE);
    }

    @Test
    void pages_follow_each_other_through_ties_and_missing_values() {
        for (var direction : dev.clientele.persistence.criteria.SortDirection.values()) {
            Selection<Vessel> sorted = vessels.all().sortedBy(Vessel.TONNAGE, direction);
            List<Vessel> seen = all(next -> next == null ? sorted.page(3) : sorted.page(3, next));

            assertThat(seen).hasSize(20).doesNotHaveDuplicates();
            assertThat(seen.subList(16, 20))
                    .allSatisfy(
                            vessel -> assertThat(vessel.find(Vessel.TONNAGE)).isEmpty());
        }
    }

    @Test
    void the_last_page_has_no_token_even_if_it_is_full() {
        assertThat(byTonnage.page(20).next()).isEmpty();
        assertThat(byTonnage.page(19).next()).isPresent();
        assertThat(vessels.query(Vessel.TONNAGE.above(9L)).page(5))
                .isEqualTo(new Page<>(List.of(), java.util.Optional.empty()));
    }

    @Test
    void a_token_goes_on_although_records_come_and_go() {
        Page<Vessel> first = byTonnage.page(5);
        vessels.remove(first.items().get(4));
        vessels.add(Vessel.named("early").with(Vessel.TONNAGE, -1L));
        Vessel late = vessels.add(Vessel.named("late").with(Vessel.TONNAGE, 3L));

        List<Vessel> seen = new ArrayList<>(first.items());
        seen.addAll(all(next -> byTonnage.page(5, next == null ? first.next().orElseThrow() : next)));

        assertThat(seen).hasSize(21).doesNotHaveDuplicates().contains(late);
    }

    @Test
    void a_token_serves_a_session_of_another_process_and_another_limit() {
        String next = byTonnage.page(5).next().orElseThrow();
        Selection<Vessel> elsewhere = crm(settings -> settings)
                .session(ACME, Actor.user("bob"))
                .repository(Vessel.TYPE)
                .all()
                .sortedBy(Vessel.TONNAGE);

        assertThat(elsewhere.page(100, next).items()).hasSize(15);
    }

    @Test
    void a_token_is_text_that_a_url_can_carry() {
        assertThat(byTonnage.page(5).next().orElseThrow()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void a_token_of_another_query_is_refused() {
        String next = byTonnage.page(5).next().orElseThrow();

        assertRefused(() -> vessels.all().page(5, next));
        assertRefused(() -> vessels.all()
                .sortedBy(Vessel.TONNAGE, dev.clientele.persistence.criteria.SortDirection.DESCENDING)
                .page(5, next));
        assertRefused(() -> byTonnage.and(Vessel.TONNAGE.isPresent()).page(5, next));
        assertRefused(() -> voyages.all().page(5, next));
    }

    @Test
    void a_token_of_another_tenant_is_refused() {
        String next = byTonnage.page(5).next().orElseThrow();
        Repository<Vessel> others =
                crm.session(TenantId.of("globex"), Actor.user("bob")).repository(Vessel.TYPE);

        assertRefused(() -> others.all().sortedBy(Vessel.TONNAGE).page(5, next));
    }

    @Test
    void a_token_that_was_tampered_with_is_refused() {
        String next = byTonnage.page(5).next().orElseThrow();

        for (int i = 0; i < next.length() - 1; i++) { // the last character holds bits that mean nothing
            char other = next.charAt(i) == 'A' ? 'B' : 'A';
            String tampered = next.substring(0, i) + other + next.substring(i + 1);
            assertRefused(() -> byTonnage.page(5, tampered));
        }
        for (String nonsense : List.of("", "A", "not a token!", "é", next.substring(1), next + next)) {
            assertRefused(() -> byTonnage.page(5, nonsense));
        }
    }

    @Test
    void a_token_of_one_subjects_events_is_refused_for_another() {
        Id<Vessel> one = vessels.add(Vessel.named("Aurora")).id();
        Id<Vessel> two = vessels.add(Vessel.named("Borealis")).id();
        for (int i = 0; i < 4; i++) {
            session.timeline()
                    .record(Interaction.of(Channel.CALL, Direction.INBOUND, NOW, one)
                            .withSubject(two));
        }
        String next = session.timeline().forRecord(one).page(2).next().orElseThrow();

        assertThat(session.timeline().forRecord(one).page(2, next).items()).hasSize(2);
        assertRefused(() -> session.timeline().forRecord(two).page(2, next));
        assertRefused(() -> session.timeline().all().page(2, next));
        assertRefused(() -> session.timeline().forRecord(one).oldestFirst().page(2, next));
    }

    @Test
    void a_token_outlives_the_moment_of_a_query_with_relative_times() {
        Selection<Vessel> recent = vessels.query(Vessel.LAST_SEEN
                        .compare(Operator.ABOVE, RelativeTime.instant(Duration.ofDays(-1)))
                        .negate())
                .sortedBy(Vessel.NAME);
        String next = recent.page(5).next().orElseThrow();
        clock.forward(Duration.ofMinutes(5));

        assertThat(recent.page(100, next).items()).hasSize(15);
    }

    @Test
    void a_limit_out_of_range_is_a_wrong_argument() {
        assertThatThrownBy(() -> byTonnage.page(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> byTonnage.page(10_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sorting_by_what_has_no_order_is_a_wrong_argument() {
        assertThatThrownBy(() -> vessels.all().sortedBy(Vessel.REMARKS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vessels.all().sortedBy(Vessel.FLAGS).page(1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("page token");
    }

    private static <T> List<T> all(Function<String, Page<T>> read) {
        Page<T> page = read.apply(null);
        List<T> seen = new ArrayList<>(page.items());
        while (page.next().isPresent()) {
            page = read.apply(page.next().get());
            seen.addAll(page.items());
        }
        return seen;
    }
}
