package dev.clientele.b2b.segment;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.criteria.StoredCriteria;
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
public final class AccountSegment extends Entity<AccountSegment> {

    private static final EntityTypeBuilder<AccountSegment> DECLARE =
            EntityType.define("account_segment", AccountSegment::new);

    /** By which it is known, such as {@code large-energy}. */
    public static final TextField<AccountSegment> CODE = DECLARE.key("code", 64, Trait.REQUIRED, Trait.UNIQUE);
    /** What people call it. */
    public static final TextField<AccountSegment> NAME = DECLARE.text("name", 200, Trait.REQUIRED, Trait.SEARCHABLE);
    /** Which accounts. */
    public static final BodyField<AccountSegment, StoredCriteria> CRITERIA =
            DECLARE.structured("criteria", StoredCriteria.class, Trait.REQUIRED);
    /** What it is for. */
    public static final BodyField<AccountSegment, String> DESCRIPTION = DECLARE.note("description", 20_000);

    /** The declaration. */
    public static final EntityType<AccountSegment> TYPE = DECLARE.build();

    private AccountSegment(EntityState<AccountSegment> state) {
        super(state);
    }

    /** The accounts that meet a criteria under a name. */
    public static AccountSegment of(String code, String name, Criteria criteria) {
        return TYPE.blank().with(CODE, code).with(NAME, name).meeting(criteria);
    }

    /** A copy with another criteria. */
    public AccountSegment meeting(Criteria criteria) {
        return with(CRITERIA, StoredCriteria.of(criteria));
    }

    /** By which it is known. */
    public String code() {
        return require(CODE);
    }

    /** Which accounts; to be used with any other criteria. */
    public Criteria criteria() {
        return require(CRITERIA).parsed();
    }

    /** Whether an account is in it. Pure: the same answer as that of a query at this time. */
    public boolean contains(Account account, Instant now) {
        return account.meets(criteria(), now);
    }
}
