package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.error.InvalidValueException;
import dev.clientele.core.segment.RecordSegment;
import dev.clientele.core.segment.RecordSegments;
import dev.clientele.core.tenantfield.OrderedTenantField;
import dev.clientele.core.tenantfield.TenantField;
import dev.clientele.core.tenantfield.TenantFieldKind;
import dev.clientele.core.tenantfield.TenantFields;
import dev.clientele.core.tenantfield.TextSetTenantField;
import dev.clientele.persistence.criteria.Criteria;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Criteria on fields that a tenant has defined, which no database evaluates. */
class TenantFieldCriteriaTest extends StoredTest {

    private static final TenantFields<Vessel> MORE = TenantFields.of(Vessel.TYPE);
    private static final OrderedTenantField<Vessel, Long> HOLDS = MORE.integer("holds");
    private static final OrderedTenantField<Vessel, BigDecimal> CRANE = MORE.decimal("crane_load");
    private static final OrderedTenantField<Vessel, LocalDate> DOCKED = MORE.date("docked_on");
    private static final TextSetTenantField<Vessel> PORTS = MORE.textSet("ports");
    private static final EntityType<RecordSegment> SEGMENT = RecordSegment.define("vessel_segment");

    private CrmSession theirs;
    private Repository<Vessel> more;

    @BeforeEach
    void vessels_with_values() {
        openAlone();
        theirs = crm(settings -> settings.types(MORE.types()).type(SEGMENT)).session(ACME, Actor.user("alice"));
        more = theirs.repository(Vessel.TYPE);
        MORE.definitions(theirs).define(TenantField.of("holds", TenantFieldKind.INTEGER, "Holds"));
        MORE.definitions(theirs).define(TenantField.of("crane_load", TenantFieldKind.DECIMAL, "Crane load"));
        MORE.definitions(theirs).define(TenantField.of("docked_on", TenantFieldKind.DATE, "Docked on"));
        MORE.definitions(theirs).define(TenantField.of("ports", TenantFieldKind.TEXT_SET, "Ports"));
        more.addAll(IntStream.range(0, 20).mapToObj(this::vessel).toList());
        more.add(Vessel.named("bare").with(Vessel.TONNAGE, 1000L));
    }

    private Vessel vessel(int i) {
        Vessel vessel = HOLDS.with(Vessel.named("v" + i).with(Vessel.TONNAGE, (long) i), (long) i % 5);
        vessel = CRANE.with(vessel, BigDecimal.valueOf(i, 1));
        vessel = DOCKED.with(vessel, LocalDate.of(2026, 1, 1 + i));
        return i % 2 == 0 ? PORTS.with(vessel, Set.of("Oslo", "port " + i)) : vessel;
    }

    private List<Long> tonnages(Criteria criteria) {
        try (Stream<Vessel> found = more.query(criteria).sortedBy(Vessel.TONNAGE).stream()) {
            return found.map(vessel -> vessel.require(Vessel.TONNAGE)).toList();
        }
    }

    @Test
    void values_are_compared_by_what_they_are() {
        assertThat(tonnages(HOLDS.is(3L))).containsExactly(3L, 8L, 13L, 18L);
        assertThat(tonnages(CRANE.above(new BigDecimal("1.75")))).containsExactly(18L, 19L);
        assertThat(tonnages(CRANE.atMost(BigDecimal.ONE).and(HOLDS.isIn(List.of(0L)))))
                .containsExactly(0L, 5L, 10L);
        assertThat(tonnages(DOCKED.below(LocalDate.of(2026, 1, 3)))).containsExactly(0L, 1L);
        assertThat(tonnages(PORTS.has("port 4"))).containsExactly(4L);
        assertThat(tonnages(PORTS.hasAny(List.of("port 4", "port 6")))).containsExactly(4L, 6L);
        assertThat(tonnages(HOLDS.isMissing())).containsExactly(1000L);
        assertThat(tonnages(HOLDS.isPresent().negate())).containsExactly(1000L);
        assertThat(tonnages(MORE.text("holds").is("3"))).isEmpty();
    }

    @Test
    void they_go_with_declared_fields_in_any_way() {
        assertThat(tonnages(HOLDS.is(3L).and(Vessel.TONNAGE.above(9L)))).containsExactly(13L, 18L);
        assertThat(tonnages(HOLDS.is(3L).or(Vessel.TONNAGE.above(18L)))).containsExactly(3L, 8L, 13L, 18L, 19L, 1000L);
        assertThat(tonnages(HOLDS.is(3L).negate().and(Vessel.TONNAGE.below(5L))))
                .containsExactly(0L, 1L, 2L, 4L);
    }

    @Test
    void pages_are_full_and_figures_count_what_meets_them() {
        Selection<Vessel> odd = more.query(HOLDS.atLeast(1L)).sortedBy(Vessel.TONNAGE);

        Page<Vessel> first = odd.page(10);
        Page<Vessel> second = odd.page(10, first.next().orElseThrow());

        assertThat(first.items()).hasSize(10);
        assertThat(second.items()).hasSize(6);
        assertThat(second.next()).isEmpty();
        assertThat(odd.count()).isEqualTo(16);
        assertThat(odd.sum(Vessel.TONNAGE)).isEqualByComparingTo("160");
    }

    @Test
    void a_record_in_hand_meets_them_as_a_query_says() {
        assertThat(HOLDS.with(Vessel.named("Aurora"), 3L).matches(HOLDS.above(2L), NOW))
                .isTrue();
        assertThat(Vessel.named("Aurora").matches(HOLDS.above(2L).negate(), NOW))
                .isTrue();
    }

    @Test
    void segments_are_made_of_them() {
        RecordSegments<Vessel> segments = new RecordSegments<>(theirs, SEGMENT, Vessel.TYPE);
        segments.add(RecordSegment.of("roomy", "Roomy", HOLDS.atLeast(4L)));

        assertThat(segments.members("roomy").count()).isEqualTo(4);
        assertThat(segments.findContaining(vessel(9))).hasSize(1);
        assertThat(segments.findContaining(vessel(8))).isEmpty();
        assertThatThrownBy(() -> segments.add(RecordSegment.of("odd", "Odd", Criteria.missing("nothing.holds"))))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void what_needs_a_column_is_refused() {
        assertThatThrownBy(() -> more.all().sortedBy(MORE.field())).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() ->
                        more.query(HOLDS.is(3L)).columns(List.of(Vessel.NAME)).page(5))
                .isInstanceOf(IllegalArgumentException.class);
        Repository<Vessel> judged = crm(settings -> settings.types(MORE.types()).policy(new ThreeHolds()))
                .session(ACME, Actor.user("alice"))
                .repository(Vessel.TYPE);
        assertThatThrownBy(() -> judged.all().count()).isInstanceOf(IllegalArgumentException.class);
    }

    private static final class ThreeHolds implements AccessPolicy {

        @Override
        public Criteria readable(Actor actor, String type) {
            return HOLDS.is(3L);
        }

        @Override
        public Criteria writable(Actor actor, String type) {
            return Criteria.always();
        }
    }
}
