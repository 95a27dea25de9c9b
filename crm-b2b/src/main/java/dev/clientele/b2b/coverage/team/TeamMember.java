package dev.clientele.b2b.coverage.team;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
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
import dev.clientele.core.error.ViolationCode;
import java.util.List;

/**
 * A sales representative who works on an account or a deal beside its owner, in a role and with an access level. There
 * is one membership for each representative and account or deal. Immutable and thread-safe.
 */
public final class TeamMember extends Entity<TeamMember> {

    private static final EntityTypeBuilder<TeamMember> DECLARE = EntityType.define("team_member", TeamMember::new);

    /** The account; missing of a deal's member. */
    public static final ReferenceField<TeamMember, Account> ACCOUNT =
            DECLARE.reference("account", "account", Trait.INDEXED);
    /** The deal; missing of an account's member. */
    public static final ReferenceField<TeamMember, Opportunity> OPPORTUNITY =
            DECLARE.reference("opportunity", "opportunity", Trait.INDEXED);
    /** The sales representative. */
    public static final ReferenceField<TeamMember, SalesRep> REP =
            DECLARE.reference("rep", "sales_rep", Trait.REQUIRED, Trait.INDEXED);
    /** The member's role. */
    public static final CodedField<TeamMember, TeamRole> ROLE =
            DECLARE.coded("role", TeamRole::code, TeamRole::parse, Trait.REQUIRED);
    /** The member's access level. */
    public static final CodedField<TeamMember, AccessLevel> ACCESS =
            DECLARE.choice("access", AccessLevel.class, Trait.REQUIRED);

    /** The entity type: its fields, indexes and rules. */
    public static final EntityType<TeamMember> TYPE = DECLARE.uniqueKey("once_per_account", ACCOUNT, REP)
            .uniqueKey("once_per_deal", OPPORTUNITY, REP)
            .rule(member -> (member.get(ACCOUNT) == null) != (member.get(OPPORTUNITY) == null)
                    ? List.of()
                    : List.of(new Violation("", ViolationCode.FIXED, "a member is one of an account or of a deal")))
            .build();

    private TeamMember(EntityState<TeamMember> state) {
        super(state);
    }

    /** Returns a member of an account's team, with access to change the account. */
    public static TeamMember of(Account account, SalesRep rep, TeamRole role) {
        return of(rep, role).with(ACCOUNT, account.id());
    }

    /** Returns a member of a deal's team, with access to change the deal. */
    public static TeamMember of(Opportunity deal, SalesRep rep, TeamRole role) {
        return of(rep, role).with(OPPORTUNITY, deal.id());
    }

    private static TeamMember of(SalesRep rep, TeamRole role) {
        return TYPE.newEntity().with(REP, rep.id()).with(ROLE, role).with(ACCESS, AccessLevel.WRITE);
    }

    /** Returns the sales representative. */
    public Id<SalesRep> rep() {
        return require(REP);
    }

    /** Returns the member's role. */
    public TeamRole role() {
        return require(ROLE);
    }

    /** Returns the member's access level. */
    public AccessLevel access() {
        return require(ACCESS);
    }
}
