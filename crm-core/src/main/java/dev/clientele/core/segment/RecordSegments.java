package dev.clientele.core.segment;

import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.ForwardingRepository;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.Selection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The segments of one record type of the session's tenant. Thread-safe unless the session is that of a transaction.
 *
 * <p>Membership is asked of the database each time, with the criteria pushed down; an actor sees those members that the access
 * policy shows.
 *
 * @param <T> the type of the members
 */
public final class RecordSegments<T extends Entity<T>> extends ForwardingRepository<RecordSegment> {

    private final CrmSession session;
    private final Repository<T> records;

    /**
     * Opens the segments of a record type for a session.
     *
     * @param segments the type under which they are stored, made by {@link RecordSegment#define}
     * @param members the type of the records that they select
     * @throws IllegalArgumentException if one of the types wasn't given to the {@code Crm}
     */
    public RecordSegments(CrmSession session, EntityType<RecordSegment> segments, EntityType<T> members) {
        super(session.repository(segments));
        this.session = session;
        this.records = session.repository(members);
    }

    /** Checks that each criteria can be asked of the members, whose custom fields count. */
    @Override
    protected void requireStorable(Collection<RecordSegment> segments) {
        for (RecordSegment segment : segments) {
            segment.find(RecordSegment.CRITERIA)
                    .ifPresent(criteria ->
                            criteria.requireValidFor(records.type(), type().name(), RecordSegment.CRITERIA.name()));
        }
    }

    /** Finds the segment with this code. */
    public Optional<RecordSegment> findByCode(String code) {
        return query(RecordSegment.CODE.is(code)).first();
    }

    /** Returns the records in a segment, not read yet: to be narrowed, counted, paged, added up. */
    public Selection<T> members(RecordSegment segment) {
        return records.query(segment.criteria());
    }

    /**
     * Returns the records in the segment with this code, not read yet.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Selection<T> members(String code) {
        return members(findByCode(code)
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no " + type().name() + " with the code " + code)));
    }

    /** Finds the segments that contain a record now, by code. */
    public List<RecordSegment> findContaining(T record) {
        Instant now = session.now();
        try (Stream<RecordSegment> all = all().sortedBy(RecordSegment.CODE).stream()) {
            return all.filter(segment -> segment.contains(record, now)).toList();
        }
    }
}
