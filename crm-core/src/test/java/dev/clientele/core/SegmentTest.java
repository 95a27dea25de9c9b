package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.error.InvalidException;
import dev.clientele.core.segment.RecordSegment;
import dev.clientele.core.segment.RecordSegments;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.memory.MemoryStorage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Segments of a vendor's own record types, each stored under a type of its own. */
class SegmentTest {

    private static final EntityType<RecordSegment> OF_VESSELS = RecordSegment.define("vessel_segment");
    private static final EntityType<RecordSegment> OF_VOYAGES = RecordSegment.define("voyage_segment");

    private final Crm crm = Crm.on(MemoryStorage.create())
            .type(Vessel.TYPE)
            .type(Voyage.TYPE)
            .type(OF_VESSELS)
            .type(OF_VOYAGES)
            .build();
    private final CrmSession session = crm.session(StoredTest.ACME, Actor.user("alice"));
    private final RecordSegments<Vessel> segments = new RecordSegments<>(session, OF_VESSELS, Vessel.TYPE);
    private Vessel aurora;

    @BeforeEach
    void add() {
        aurora = session.repository(Vessel.TYPE).add(Vessel.named("Aurora").with(Vessel.TONNAGE, 81_000L));
        session.repository(Vessel.TYPE).add(Vessel.named("Wren").with(Vessel.TONNAGE, 300L));
        segments.add(RecordSegment.of("large", "Large", Vessel.TONNAGE.atLeast(5_000L)));
    }

    @Test
    void members_are_those_that_meet_the_criteria_now() {
        try (Stream<Vessel> members = segments.members("large").stream()) {
            assertThat(members).containsExactly(aurora);
        }
        assertThat(segments.findContaining(aurora))
                .extracting(RecordSegment::code)
                .containsExactly("large");
    }

    @Test
    void segments_of_another_record_type_are_stored_apart() {
        RecordSegments<Voyage> others = new RecordSegments<>(session, OF_VOYAGES, Voyage.TYPE);

        assertThat(others.findByCode("large")).isEmpty();
        others.add(RecordSegment.of("large", "Large", Criteria.always()));
        assertThat(segments.all().count()).isEqualTo(1);
    }

    @Test
    void a_criteria_that_does_not_fit_the_members_is_refused_in_the_name_of_the_stored_type() {
        assertThatThrownBy(() -> segments.add(RecordSegment.of("red", "Red", Criteria.equal("colour", "red"))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("vessel_segment")
                .hasMessageContaining("doesn't fit vessel");
    }
}
