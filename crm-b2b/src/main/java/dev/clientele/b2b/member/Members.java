package dev.clientele.b2b.member;

import dev.clientele.b2b.account.Account;
import dev.clientele.b2b.pipeline.Opportunity;
import dev.clientele.b2b.team.SalesRep;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.ReferenceField;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.criteria.Criteria;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who works on which accounts and deals of the session's tenant. Thread-safe unless the session is that of a transaction.
 */
public final class Members extends ForwardingRepository<Member> {

    private final CrmSession session;

    /** Those of a session. */
    public Members(CrmSession session) {
        super(session.repository(Member.TYPE));
        this.session = session;
    }

    /** Says that somebody works on an account; said again, in another role perhaps, the member has that role. */
    public Member join(Account account, SalesRep rep, MemberRole role) {
        return join(Member.of(account, rep, role), Member.ACCOUNT, account.id());
    }

    /** Says that somebody works on a deal; said again, in another role perhaps, the member has that role. */
    public Member join(Opportunity deal, SalesRep rep, MemberRole role) {
        return join(Member.of(deal, rep, role), Member.OPPORTUNITY, deal.id());
    }

    private <R extends Entity<R>> Member join(Member member, ReferenceField<Member, R> field, Id<R> record) {
        return session.inTransaction(tx -> {
            Members stored = new Members(tx);
            Optional<Member> there = stored.query(field.is(record).and(Member.REP.is(member.rep())))
                    .first();
            return there.isPresent() ? stored.save(there.get().with(Member.ROLE, member.role())) : stored.add(member);
        });
    }

    /** All who work on an account, its owner not among them unless they are said to. */
    public List<Member> of(Account account) {
        return list(Member.ACCOUNT.is(account.id()));
    }

    /** All who work on a deal, its owner not among them unless they are said to. */
    public List<Member> of(Opportunity deal) {
        return list(Member.OPPORTUNITY.is(deal.id()));
    }

    /** On what somebody works. */
    public List<Member> of(Id<SalesRep> rep) {
        return list(Member.REP.is(rep));
    }

    /** The accounts on which somebody works, as a criteria on accounts. It names them as they are now. */
    public Criteria accountsOf(Id<SalesRep> rep, AccessLevel... levels) {
        return idsOf(rep, Member.ACCOUNT, levels);
    }

    /** The deals on which somebody works, as a criteria on deals. It names them as they are now. */
    public Criteria dealsOf(Id<SalesRep> rep, AccessLevel... levels) {
        return idsOf(rep, Member.OPPORTUNITY, levels);
    }

    /** No levels are all of them. */
    private Criteria idsOf(Id<SalesRep> rep, ReferenceField<Member, ?> field, AccessLevel... levels) {
        Criteria of = Member.REP.is(rep).and(field.isPresent());
        Set<String> ids = new TreeSet<>();
        for (Member member : list(levels.length == 0 ? of : of.and(Member.ACCESS.in(List.of(levels))))) {
            ids.add(member.require(field).toString());
        }
        return Criteria.in(DocumentType.ID, ids);
    }

    private List<Member> list(Criteria criteria) {
        try (Stream<Member> found = query(criteria).stream()) {
            return found.toList();
        }
    }
}
