package dev.clientele.b2c.scoring;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.error.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The right to store scores of a tenant's persons, which one scoring run has at a time: one record, renewed with every batch and
 * free again when its time is over, so that a process that died keeps nobody out for longer. Immutable and thread-safe.
 */
public final class ScoringLease extends Entity<ScoringLease> {

    /** The time for which a run keeps others out after its last batch. */
    public static final Duration DURATION = Duration.ofMinutes(2);

    private static final EntityTypeBuilder<ScoringLease> DECLARE =
            EntityType.define("scoring_lease", ScoringLease::new);

    /** The number of the run that has the lease, or had it last: the first is 1. */
    public static final OrderedField<ScoringLease, Long> RUN = DECLARE.integer("run");
    /** The time at which the lease is over unless it is renewed; missing once the run has ended. */
    public static final OrderedField<ScoringLease, Instant> EXPIRES_AT = DECLARE.instant("expires_at");

    /** The declaration. */
    public static final EntityType<ScoringLease> TYPE = DECLARE.derived().build();

    private static final Id<ScoringLease> SINGLETON =
            Id.of(UUID.nameUUIDFromBytes("clientele scoring lease".getBytes(StandardCharsets.UTF_8)));

    private ScoringLease(EntityState<ScoringLease> state) {
        super(state);
    }

    /**
     * Takes the lease for a new run.
     *
     * @return the number of the run
     * @throws UnavailableException if another run has it
     */
    static long acquire(CrmSession session) {
        return session.inTransaction(tx -> {
            Repository<ScoringLease> leases = tx.repository(TYPE);
            ScoringLease lease = leases.getOrAdd(TYPE.newEntity().withId(SINGLETON));
            Instant expiresAt = lease.get(EXPIRES_AT);
            if (expiresAt != null && tx.now().isBefore(expiresAt)) {
                throw new UnavailableException(
                        "another scoring run is going on; it has until " + expiresAt + " for its next batch", null);
            }
            long run = lease.getOrDefault(RUN, 0L) + 1;
            leases.save(lease.with(RUN, run).with(EXPIRES_AT, tx.now().plus(DURATION)));
            return run;
        });
    }

    /**
     * Renews the lease in the transaction that stores a batch.
     *
     * @throws UnavailableException if it was over and another run has it now
     */
    static void renew(CrmSession tx, long run) {
        Repository<ScoringLease> leases = tx.repository(TYPE);
        ScoringLease lease = heldBy(tx, run)
                .orElseThrow(() -> new UnavailableException(
                        "this scoring run took too long over a batch, and another has begun", null));
        leases.save(lease.with(EXPIRES_AT, tx.now().plus(DURATION)));
    }

    /** Gives the lease back, if the run still has it. */
    static void release(CrmSession session, long run) {
        session.runInTransaction(
                tx -> heldBy(tx, run).ifPresent(lease -> tx.repository(TYPE).save(lease.without(EXPIRES_AT))));
    }

    private static Optional<ScoringLease> heldBy(CrmSession tx, long run) {
        return tx.repository(TYPE).find(SINGLETON).filter(lease -> lease.getOrDefault(RUN, 0L) == run);
    }
}
