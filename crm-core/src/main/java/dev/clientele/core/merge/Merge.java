package dev.clientele.core.merge;

import dev.clientele.core.access.Actor;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.OrderedField;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A merge of one record into another. What was done for it stands in its {@link MergeStep}s. Immutable and thread-safe.
 *
 * <p>It holds ids only: what the absorbed record said is in the log of changes, for those who might see the record.
 */
public final class Merge extends Entity<Merge> {

    private static final int UUID_LENGTH = 36;
    private static final int ACTOR_LENGTH = 200;

    private static final EntityTypeBuilder<Merge> DECLARE = EntityType.define("merge", Merge::new);

    /** The name of the type of both. */
    public static final TextField<Merge> RECORD_TYPE = DECLARE.key("record_type", 48, Trait.REQUIRED, Trait.INDEXED);
    /** The id of the record that stayed. */
    public static final TextField<Merge> SURVIVOR = DECLARE.key("survivor", UUID_LENGTH, Trait.REQUIRED, Trait.INDEXED);
    /** The id of the record that went. */
    public static final TextField<Merge> ABSORBED = DECLARE.key("absorbed", UUID_LENGTH, Trait.REQUIRED, Trait.INDEXED);
    /** Counts the tenant's merges: of two that have to do with each other the later has the greater one. */
    public static final OrderedField<Merge, Long> SEQUENCE = DECLARE.integer("round", Trait.REQUIRED, Trait.INDEXED);
    /** The instant of the merge. */
    public static final OrderedField<Merge, Instant> MERGED_AT = DECLARE.instant("merged_at", Trait.REQUIRED);
    /** The text form of the actor who did it. */
    public static final TextField<Merge> MERGED_BY = DECLARE.key("merged_by", ACTOR_LENGTH, Trait.REQUIRED);
    /** The number of references that were moved to another record. */
    public static final OrderedField<Merge, Long> MOVED = DECLARE.integer("moved");
    /** The number of records removed: the absorbed one, and rows that would have been there twice. */
    public static final OrderedField<Merge, Long> REMOVED = DECLARE.integer("removed");
    /** The instant at which it was undone; missing if it wasn't. */
    public static final OrderedField<Merge, Instant> UNDONE_AT = DECLARE.instant("undone_at");
    /** The text form of the actor who undid it. */
    public static final TextField<Merge> UNDONE_BY = DECLARE.key("undone_by", ACTOR_LENGTH);

    /** The declaration. */
    public static final EntityType<Merge> TYPE = DECLARE.changeRule((before, after) ->
                    before.isUndone() ? List.of(new Violation(UNDONE_AT.name(), "was undone already")) : List.of())
            .build();

    private Merge(EntityState<Merge> state) {
        super(state);
    }

    static Merge of(String type, UUID survivor, UUID absorbed, long round) {
        return TYPE.newEntity()
                .with(RECORD_TYPE, type)
                .with(SURVIVOR, survivor.toString())
                .with(ABSORBED, absorbed.toString())
                .with(SEQUENCE, round);
    }

    Merge by(Actor actor, Instant now) {
        return with(MERGED_BY, actor.toString()).with(MERGED_AT, now);
    }

    Merge undoneBy(Actor actor, Instant now) {
        return with(UNDONE_BY, actor.toString()).with(UNDONE_AT, now);
    }

    /** Returns the name of the type of both records. */
    public String recordType() {
        return require(RECORD_TYPE);
    }

    /** Returns the id of the record that stayed. */
    public UUID survivor() {
        return UUID.fromString(require(SURVIVOR));
    }

    /** Returns the id of the record that went. */
    public UUID absorbed() {
        return UUID.fromString(require(ABSORBED));
    }

    /** Returns how many references were led to another record. */
    public long moved() {
        return getOrDefault(MOVED, 0L);
    }

    /** Returns how many records went: the absorbed one, and rows that would have been there twice. */
    public long removed() {
        return getOrDefault(REMOVED, 0L);
    }

    /** Returns whether it was undone. */
    public boolean isUndone() {
        return get(UNDONE_AT) != null;
    }

    long sequence() {
        return require(SEQUENCE);
    }
}
