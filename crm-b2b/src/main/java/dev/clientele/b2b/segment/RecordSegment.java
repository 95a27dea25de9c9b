package dev.clientele.b2b.segment;

import dev.clientele.b2b.account.Account;
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
 * A name for all accounts that meet a criteria, whichever these are at the moment of asking. Immutable and thread-safe.
 */
public final class RecordSegment extends Entity<RecordSegment> {

    private static final EntityTypeBuilder<RecordSegment> DECLARE =
            EntityType.define("account_segment", RecordSegment::new);

    /** By which it is known, such as {@code large-energy}. */
    public static final TextField<RecordSegment> CODE = DECLARE.key("code", 64, Trait.REQUIRED, Trait.UNIQUE);
    /** What people call it. */
    public static final TextField<RecordSegment> NAME = DECLARE.text("name", 200, Trait.REQUIRED, Trait.SEARCHABLE);
    /** Which accounts. */
    public static final BodyField<RecordSegment, StoredCriteria> CRITERIA =
            DECLARE.structured("criteria", StoredCriteria.class, Trait.REQUIRED);
    /** What it is for. */
    public static final BodyField<RecordSegment, String> DESCRIPTION = DECLARE.longText("description", 20_000);

    /** The declaration. */
    public static final EntityType<RecordSegment> TYPE = DECLARE.build();

    private RecordSegment(EntityState<RecordSegment> state) {
        super(state);
    }

    /** The accounts that meet a criteria under a name. */
    public static RecordSegment of(String code, String name, Criteria criteria) {
        return TYPE.newEntity().with(CODE, code).with(NAME, name).withCriteria(criteria);
    }

    /** A copy with another criteria. */
    public RecordSegment withCriteria(Criteria criteria) {
        return with(CRITERIA, StoredCriteria.of(criteria));
    }

    /** By which it is known. */
    public String code() {
        return require(CODE);
    }

    /** Which accounts; to be used with any other criteria. */
    public Criteria criteria() {
        return require(CRITERIA).toCriteria();
    }

    /** Whether an account is in it. Pure: the same answer as that of a query at this time. */
    public boolean contains(Account account, Instant now) {
        return account.matches(criteria(), now);
    }
}
