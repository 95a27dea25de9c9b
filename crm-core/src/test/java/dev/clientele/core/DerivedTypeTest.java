package dev.clientele.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.memory.MemoryStorage;
import org.junit.jupiter.api.Test;

class DerivedTypeTest {

    /** How often a vessel called: computed from a log of calls. */
    static final class Calls extends Entity<Calls> {
        private static final EntityTypeBuilder<Calls> DECLARE = EntityType.define("calls", Calls::new);
        static final OrderedField<Calls, Long> NUMBER = DECLARE.integer("number");
        static final EntityType<Calls> TYPE = DECLARE.derived().build();

        private Calls(EntityState<Calls> state) {
            super(state);
        }
    }

    private final CrmSession session =
            Crm.on(MemoryStorage.create()).type(Calls.TYPE).build().session(TenantId.of("acme"), Actor.user("alice"));

    @Test
    void a_derived_record_is_stored_and_versioned_but_its_changes_are_not_recorded() {
        Calls calls = session.repository(Calls.TYPE).add(Calls.TYPE.newEntity().with(Calls.NUMBER, 1L));
        Calls more = session.repository(Calls.TYPE).save(calls.with(Calls.NUMBER, 2L));

        assertThat(more.version()).isEqualTo(2);
        assertThat(session.repository(Calls.TYPE).get(calls.id()).get(Calls.NUMBER))
                .isEqualTo(2);
        assertThat(session.changes().after(Position.START, 10)).isEmpty();
    }

    @Test
    void custom_fields_leave_a_type_derived() {
        assertThat(Calls.TYPE.extend().build().isDerived()).isTrue();
    }
}
