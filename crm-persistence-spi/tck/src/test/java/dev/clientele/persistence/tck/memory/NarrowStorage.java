package dev.clientele.persistence.tck.memory;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.AllOf;
import dev.clientele.persistence.criteria.AnyOf;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Not;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.tck.ForwardingSession;
import dev.clientele.persistence.tck.ForwardingStorage;
import java.util.List;
import java.util.stream.Stream;

/** A storage that pushes down no criteria, says so, and can't cope if it gets one nevertheless. */
final class NarrowStorage extends ForwardingStorage {

    NarrowStorage(Storage inner) {
        super(inner);
    }

    @Override
    public boolean supports(Criteria atom) {
        return false;
    }

    @Override
    protected StorageSession wrap(StorageSession session) {
        return new NarrowSession(session);
    }

    private static void requireNoAtom(Criteria criteria) {
        if (criteria instanceof AllOf all) {
            all.criteria().forEach(NarrowStorage::requireNoAtom);
        } else if (criteria instanceof AnyOf any) {
            any.criteria().forEach(NarrowStorage::requireNoAtom);
        } else if (criteria instanceof Not not) {
            requireNoAtom(not.criteria());
        } else {
            throw new UnsupportedOperationException("this storage pushes down no criteria, got " + criteria);
        }
    }

    private static final class NarrowSession extends ForwardingSession {

        NarrowSession(StorageSession inner) {
            super(inner);
        }

        @Override
        public ResultPage<Document> page(Query query, PageRequest request) {
            requireNoAtom(query.where());
            return super.page(query, request);
        }

        @Override
        public Stream<Document> scan(Query query) {
            requireNoAtom(query.where());
            return super.scan(query);
        }

        @Override
        public List<Group> aggregate(Aggregation aggregation) {
            requireNoAtom(aggregation.where());
            return super.aggregate(aggregation);
        }

        @Override
        public ResultPage<LogEntry> page(LogQuery query, PageRequest request) {
            requireNoAtom(query.where());
            return super.page(query, request);
        }

        @Override
        public int prune(Pruning pruning) {
            requireNoAtom(pruning.where());
            return super.prune(pruning);
        }

        @Override
        public Stream<LogEntry> scan(LogQuery query) {
            requireNoAtom(query.where());
            return super.scan(query);
        }
    }
}
