package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.LinkReason;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.FlagField;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;
import java.time.Instant;
import java.util.Optional;

/** Two records of which somebody should decide whether they are about one person. Immutable and thread-safe. */
public final class MatchReview extends Entity<MatchReview> {

    private static final EntityTypeBuilder<MatchReview> DECLARE = EntityType.define("match_review", MatchReview::new);

    /** One record. */
    public static final ReferenceField<MatchReview, SourceRecord> FIRST =
            DECLARE.reference("first_record", SourceRecord.TYPE.name(), Trait.REQUIRED, Trait.INDEXED);
    /** The other. */
    public static final ReferenceField<MatchReview, SourceRecord> SECOND =
            DECLARE.reference("second_record", SourceRecord.TYPE.name(), Trait.REQUIRED, Trait.INDEXED);
    /** The probability that they are, from 0 to 1. */
    public static final OrderedField<MatchReview, Double> PROBABILITY =
            DECLARE.real("probability", Trait.REQUIRED, Trait.INDEXED);
    /** The time at which it came up. */
    public static final OrderedField<MatchReview, Instant> ASKED_AT = DECLARE.instant("asked_at", Trait.REQUIRED);
    /** The answer; missing while it is open. */
    public static final FlagField<MatchReview> SAME = DECLARE.flag("same", Trait.INDEXED);
    /** The comparisons. */
    public static final BodyField<MatchReview, LinkReason> REASON = DECLARE.structured("reason", LinkReason.class);

    /** The declaration. */
    public static final EntityType<MatchReview> TYPE =
            DECLARE.uniqueKey("one_pair", FIRST, SECOND).build();

    private MatchReview(EntityState<MatchReview> state) {
        super(state);
    }

    static MatchReview of(Id<SourceRecord> first, Id<SourceRecord> second, LinkReason reason, Instant now) {
        return TYPE.newEntity()
                .with(FIRST, first)
                .with(SECOND, second)
                .with(PROBABILITY, reason.probability())
                .with(REASON, reason)
                .with(ASKED_AT, now);
    }

    /** Returns one record. */
    public Id<SourceRecord> first() {
        return require(FIRST);
    }

    /** Returns the other. */
    public Id<SourceRecord> second() {
        return require(SECOND);
    }

    /** Returns the probability that both are about one person, from 0 to 1. */
    public double probability() {
        return require(PROBABILITY);
    }

    /** Returns the answer; empty while it is open. */
    public Optional<Boolean> answer() {
        return find(SAME);
    }
}
