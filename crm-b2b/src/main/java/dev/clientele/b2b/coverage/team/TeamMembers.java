package dev.clientele.b2b.coverage.team;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.deal.pipeline.Opportunity;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The team members of the accounts and deals of the session's tenant. Thread-safe unless the session is that of a
 * transaction.
 */
public final class TeamMembers extends ForwardingRepository<TeamMember> {

    private final CrmSession session;

    /** Opens the team members of a session. */
    public TeamMembers(CrmSession session) {
        super(session.repository(TeamMember.TYPE));
        this.session = session;
    }

    /** Gets or creates a member of an account's team; a member who is there already gets this role. */
    public TeamMember assign(Account account, SalesRep rep, TeamRole role) {
        return assign(TeamMember.of(account, rep, role));
    }

    /** Gets or creates a member of a deal's team; a member who is there already gets this role. */
    public TeamMember assign(Opportunity deal, SalesRep rep, TeamRole role) {
        return assign(TeamMember.of(deal, rep, role));
    }

    private TeamMember assign(TeamMember member) {
        return session.inTransaction(tx -> {
            TeamMembers stored = new TeamMembers(tx);
            return stored.save(stored.getOrAdd(member).with(TeamMember.ROLE, member.role()));
        });
    }

    /** Finds the team of an account; its owner is in it only if added. */
    public List<TeamMember> findMembers(Account account) {
        return list(TeamMember.ACCOUNT.is(account.id()));
    }

    /** Finds the team of a deal; its owner is in it only if added. */
    public List<TeamMember> findMembers(Opportunity deal) {
        return list(TeamMember.OPPORTUNITY.is(deal.id()));
    }

    /** Finds the memberships of a sales representative. */
    public List<TeamMember> findMembers(Id<SalesRep> rep) {
        return list(TeamMember.REP.is(rep));
    }

    /** Returns the criteria of the accounts on whose teams somebody is. It names the accounts as they are now. */
    public Criteria accountsOf(Id<SalesRep> rep, AccessLevel... levels) {
        return idsOf(rep, TeamMember.ACCOUNT, levels);
    }

    /** Returns the criteria of the deals on whose teams somebody is. It names the deals as they are now. */
    public Criteria dealsOf(Id<SalesRep> rep, AccessLevel... levels) {
        return idsOf(rep, TeamMember.OPPORTUNITY, levels);
    }

    /** Returns the criteria of the records that a representative works on; without levels, on any level. */
    private Criteria idsOf(Id<SalesRep> rep, ReferenceField<TeamMember, ?> field, AccessLevel... levels) {
        Criteria of = TeamMember.REP.is(rep).and(field.isPresent());
        Set<String> ids = new TreeSet<>();
        for (TeamMember member : list(levels.length == 0 ? of : of.and(TeamMember.ACCESS.in(List.of(levels))))) {
            ids.add(member.require(field).toString());
        }
        return Criteria.in(DocumentType.ID, ids);
    }

    private List<TeamMember> list(Criteria criteria) {
        try (Stream<TeamMember> found = query(criteria).stream()) {
            return found.toList();
        }
    }
}
