package dev.clientele.b2c.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.core.Crm;
import dev.clientele.core.access.AccessPolicy;
import dev.clientele.core.access.Actor;
import dev.clientele.core.error.DeniedException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.memory.MemoryStorage;
import org.junit.jupiter.api.Test;

/** Identifying writes persons: an actor who may not is told before anything is stored. */
class RightToIdentifyTest {

    /** Lets alice do everything, and others read. */
    private static final class AlicesPolicy implements AccessPolicy {
        @Override
        public Criteria readable(Actor actor, String type) {
            return Criteria.always();
        }

        @Override
        public Criteria writable(Actor actor, String type) {
            return actor.equals(Actor.user("alice")) ? Criteria.always() : Criteria.never();
        }
    }

    private final Crm crm = Crm.on(MemoryStorage.create())
            .types(B2c.types())
            .policy(new AlicesPolicy())
            .build();

    private B2c of(String user) {
        return B2c.in(crm.session(TenantId.of("acme"), Actor.user(user)));
    }

    @Test
    void nothing_is_stored_for_an_actor_who_may_not_write_persons() {
        SourceRecord record = SourceRecord.of("shop", "1").email("ana@example.com");

        assertThatThrownBy(() -> of("bob").identity().identify(record))
                .isInstanceOf(DeniedException.class)
                .hasMessageNotContaining("ana@");

        assertThat(of("alice").identity().records().all().count()).isZero();
        assertThat(of("alice").identity().identify(record).outcome()).isEqualTo(IdentityOutcome.CREATED);
    }
}
