package dev.clientele.b2b.segment;

import dev.clientele.b2b.account.Account;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Selection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All account segments of the session's tenant. Thread-safe unless the session is that of a transaction.
 *
 * <p>Who is in one is asked of the database each time, with the criteria pushed down; an actor sees those members that the
 * access policy shows.
 */
public final class RecordSegments extends ForwardingRepository<RecordSegment> {

    private final CrmSession session;

    /** Those of a session. */
    public RecordSegments(CrmSession session) {
        super(session.repository(RecordSegment.TYPE));
        this.session = session;
    }

    @Override
    protected void requireStorable(Collection<RecordSegment> segments) {
        segments.forEach(this::requireFit);
    }

    private void requireFit(RecordSegment segment) {
        segment.find(RecordSegment.CRITERIA)
                .ifPresent(criteria -> criteria.requireValidFor(
                        session.repository(Account.TYPE).type(),
                        RecordSegment.TYPE.name(),
                        RecordSegment.CRITERIA.name()));
    }

    /** The segment with this code. */
    public Optional<RecordSegment> findByCode(String code) {
        return query(RecordSegment.CODE.is(code)).first();
    }

    /** The accounts in a segment, not read yet: to be narrowed, counted, paged, added up. */
    public Selection<Account> members(RecordSegment segment) {
        return session.repository(Account.TYPE).query(segment.criteria());
    }

    /**
     * The accounts in the segment with this code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Selection<Account> members(String code) {
        return members(findByCode(code)
                .orElseThrow(() -> new IllegalArgumentException("there is no account_segment with the code " + code)));
    }

    /** The segments that an account is in now, by code. */
    public List<RecordSegment> findContaining(Account account) {
        Instant now = session.now();
        try (Stream<RecordSegment> all = all().sortedBy(RecordSegment.CODE).stream()) {
            return all.filter(segment -> segment.contains(account, now)).toList();
        }
    }
}
