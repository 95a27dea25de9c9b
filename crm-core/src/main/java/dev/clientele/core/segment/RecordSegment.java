package dev.clientele.core.segment;

import dev.clientele.core.criteria.StoredCriteria;
import dev.clientele.core.entity.BodyField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.TextField;
import dev.clientele.core.entity.Trait;
import dev.clientele.persistence.criteria.Criteria;
import java.time.Instant;

/**
 * A named criteria that selects records of one type, whichever these are at the time of the query. Immutable and thread-safe.
 *
 * <p>Segments of each record type are stored apart, as a type made by {@link #define}.
 */
public final class RecordSegment extends Entity<RecordSegment> {

    private static final EntityTypeBuilder<RecordSegment> DECLARE =
            EntityType.define("record_segment", RecordSegment::new);

    /** The code by which it is known, such as {@code large-energy}. */
    public static final TextField<RecordSegment> CODE = DECLARE.key("code", 64, Trait.REQUIRED, Trait.UNIQUE);
    /** The name that people read. */
    public static final TextField<RecordSegment> NAME = DECLARE.text("name", 200, Trait.REQUIRED, Trait.SEARCHABLE);
    /** The criteria of its members. */
    public static final BodyField<RecordSegment, StoredCriteria> CRITERIA =
            DECLARE.structured("criteria", StoredCriteria.class, Trait.REQUIRED);
    /** The purpose, in running text. */
    public static final BodyField<RecordSegment, String> DESCRIPTION = DECLARE.longText("description", 20_000);

    private static final EntityType<RecordSegment> ANY = DECLARE.build();

    private RecordSegment(EntityState<RecordSegment> state) {
        super(state);
    }

    /**
     * Declares the type under which the segments of one record type are stored, to be kept as a constant and given to the {@code
     * Crm}.
     *
     * @param name the stored name, such as {@code account_segment}; as for {@link EntityType#define}
     */
    public static EntityType<RecordSegment> define(String name) {
        return ANY.variant(name).build();
    }

    /** Returns a new segment of the records that meet a criteria. */
    public static RecordSegment of(String code, String name, Criteria criteria) {
        return ANY.newEntity().with(CODE, code).with(NAME, name).withCriteria(criteria);
    }

    /** Returns a copy with another criteria. */
    public RecordSegment withCriteria(Criteria criteria) {
        return with(CRITERIA, StoredCriteria.of(criteria));
    }

    /** Returns the code by which it is known. */
    public String code() {
        return require(CODE);
    }

    /** Returns the criteria of its members, to be combined with any other. */
    public Criteria criteria() {
        return require(CRITERIA).toCriteria();
    }

    /** Returns whether a record is a member at a time. Pure: the same answer as that of a query at this time. */
    public boolean contains(Entity<?> record, Instant now) {
        return record.matches(criteria(), now);
    }
}
