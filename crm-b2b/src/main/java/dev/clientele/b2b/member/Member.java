package dev.clientele.b2b.member;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.entity.CodedField;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityState;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.EntityTypeBuilder;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.core.entity.Trait;
import dev.clientele.core.error.Violation;
import java.util.List;

/**
 * That somebody works on an account or on a deal beside its owner, as what and with which access. Everybody is there once for
 * each account and each deal. Immutable and thread-safe.
 */
public final class Member extends Entity<Member> {

    private static final EntityTypeBuilder<Member> DECLARE = EntityType.define("team_member", Member::new);

    /** On which account; missing of a deal's member. */
    public static final ReferenceField<Member, Account> ACCOUNT =
            DECLARE.reference("account", "account", Trait.INDEXED);
    /** On which deal; missing of an account's member. */
    public static final ReferenceField<Member, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.INDEXED);
    /** Who. */
    public static final ReferenceField<Member, SalesRep> REP =
            DECLARE.reference("rep", "sales_rep", Trait.REQUIRED, Trait.INDEXED);
    /** As what. */
    public static final CodedField<Member, MemberRole> ROLE =
            DECLARE.coded("role", MemberRole::code, MemberRole::parse, Trait.REQUIRED);
    /** What the member is to be able to do. */
    public static final CodedField<Member, AccessLevel> ACCESS =
            DECLARE.choice("access", AccessLevel.class, Trait.REQUIRED);

    /** The declaration. */
    public static final EntityType<Member> TYPE = DECLARE.unique("once_per_account", ACCOUNT, REP)
            .unique("once_per_deal", OPPORTUNITY, REP)
            .rule(member -> (member.get(ACCOUNT) == null) != (member.get(OPPORTUNITY) == null)
                    ? List.of()
                    : List.of(new Violation("", "a member is one of an account or of a deal")))
            .build();

    private Member(EntityState<Member> state) {
        super(state);
    }

    /** Somebody who works on an account, with access to change it. */
    public static Member of(Account account, SalesRep rep, MemberRole role) {
        return of(rep, role).with(ACCOUNT, account.id());
    }

    /** Somebody who works on a deal, with access to change it. */
    public static Member of(Opportunity deal, SalesRep rep, MemberRole role) {
        return of(rep, role).with(OPPORTUNITY, deal.id());
    }

    private static Member of(SalesRep rep, MemberRole role) {
        return TYPE.blank().with(REP, rep.id()).with(ROLE, role).with(ACCESS, AccessLevel.WRITE);
    }

    /** Who. */
    public Id<SalesRep> rep() {
        return require(REP);
    }

    /** As what. */
    public MemberRole role() {
        return require(ROLE);
    }

    /** What the member is to be able to do. */
    public AccessLevel access() {
        return require(ACCESS);
    }
}
