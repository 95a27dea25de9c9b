package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.tck.ForwardingSession;
import dev.clientele.persistence.tck.ForwardingStorage;
import dev.clientele.persistence.tck.sabotage.Sabotage.BrokenSessions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Adapters that forget the tenant in one place. */
final class TenantSabotage {

    private TenantSabotage() {}

    static Stream<Sabotage> all() {
        return Stream.of(
                leak("finds by id without the tenant", FindsAnybodys::new),
                leak("leaks a tenant in aggregate", CountsAnybodys::new),
                leak("leaks a tenant in a scan", ScansAnybodys::new),
                leak("leaks a tenant on pages after the first", PagesAnybodys::new),
                leak("leaks a tenant in a log", ReadsAnybodysLog::new),
                leak("leaks a tenant in follow", FollowsAnybody::new),
                leak("shares unique keys between tenants", SharesKeys::new),
                leak("shares idempotency keys between tenants", SharesEntryKeys::new),
                leak("replaces a document of another tenant", WritesAnybodys::new),
                Sabotage.storage("T1", "folds the case of tenants", "Tenants", FoldsTenants::new),
                Sabotage.storage("T1", "cuts long tenants", "Tenants", CutsTenants::new));
    }

    private static Sabotage leak(String name, Leak leak) {
        return Sabotage.knowing("T1", name, "Tenants", leak::of);
    }

    private interface Leak {
        StorageSession of(BrokenSessions storage, StorageSession session);
    }

    /** A session that knows the storage. */
    private static class Leaking extends ForwardingSession {
        final BrokenSessions storage;

        Leaking(BrokenSessions storage, StorageSession inner) {
            super(inner);
            this.storage = storage;
        }
    }

    private static final class FindsAnybodys extends Leaking {
        FindsAnybodys(BrokenSessions storage, StorageSession inner) {
            super(storage, inner);
        }

        @Override
        public List<Document> findAll(String type, Collection<UUID> ids) {
            List<Document> own = inner.findAll(type, ids);
            return own.isEmpty()
                    ? storage.others(tenant(), other -> other.findAll(type, ids))
                            .flatMap(List::stream)
                            .toList()
                    : own;
        }
    }

    private static final class CountsAnybodys extends Leaking {
        CountsAnybodys(BrokenSessions storage, StorageSession inner) {
            super(storage, inner);
        }

        @Override
        public List<Group> aggregate(Aggregation aggregation) {
            List<Group> groups = new ArrayList<>(inner.aggregate(aggregation));
            storage.others(tenant(), other -> other.aggregate(aggregation)).forEach(groups::addAll);
            return aggregation.groupBy().isEmpty() ? List.of(largest(groups)) : groups;
        }

        private static Group largest(List<Group> groups) {
            return groups.stream()
                    .max((left, right) -> Long.compare(left.count(0), right.count(0)))
                    .orElseThrow();
        }
    }

    private static final class ScansAnybodys extends Leaking {
        ScansAnybodys(BrokenSessions storage, StorageSession inner) {
            super(storage, inner);
        }

        @Override
        public Stream<Document> scan(Query query) {
            List<List<Document>> others = storage.others(tenant(), other -> {
                        try (Stream<Document> rows = other.scan(query)) {
                            return rows.toList();
                        }
                    })
                    .toList();
            return Stream.concat(inner.scan(query), others.stream().flatMap(List::stream));
        }
    }

    private static final class PagesAnybodys extends Leaking {
        PagesAnybodys(BrokenSessions storage, StorageSession inner) {
            super(storage, inner);
        }

        @Override
        public ResultPage<Document> page(Query query, PageRequest request) {
            ResultPage<Document> own = inner.page(query, request);
            if (request.after() == null) {
                return own;
            }
            List<Document> items = new ArrayList<>(own.items());
            storage.others(tenant(), other -> other.page(query, request).items())
                    .forEach(items::addAll);
            return new ResultPage<>(items, own.next());
        }
    }

    private static final class ReadsAnybodysLog extends Leaking {
        ReadsAnybodysLog(BrokenSessions storage, StorageSession inner) {
            super(storage, inner);
        }

        @Override
        public Stream<LogEntry> scan(LogQuery query) {
            List<LogEntry> others = storage.others(
                            tenant(),
                            other -> other.page(query, PageRequest.first(1000)).items())
                    .flatMap(List::stream)
                    .toList();
            return Stream.concat(inner.scan(query), others.stream());
        }
    }

    private static final class FollowsAnybody extends Leaking {
        FollowsAnybody(BrokenSessions storage, StorageSession inner) {
            super(storage, inner);
        }

        @Override
        public List<LogEntry> follow(String log, Position after, int limit) {
            Stream<LogEntry> others = storage.others(tenant(), other -> other.follow(log, after, limit))
                    .flatMap(List::stream);
            return Stream.concat(inner.follow(log, after, limit).stream(), others)
                    .toList();
        }
    }

    private static final class SharesKeys extends Leaking {
        SharesKeys(BrokenSessions storage, StorageSession inner) {
            super(storage, inner);
        }

        @Override
        public void write(List<? extends Write> batch) {
            for (Write write : batch) {
                if (write instanceof Write.Insert insert && insert.document().read("email") != null) {
                    Criteria same = Criteria.equal("email", insert.document().read("email"));
                    Query query = Query.where(insert.type(), same);
                    if (storage.others(tenant(), other -> other.page(query, PageRequest.first(1)))
                            .anyMatch(page -> !page.items().isEmpty())) {
                        throw new DuplicateKeyException(insert.type(), "email", null);
                    }
                }
            }
            inner.write(batch);
        }
    }

    private static final class SharesEntryKeys extends Leaking {
        SharesEntryKeys(BrokenSessions storage, StorageSession inner) {
            super(storage, inner);
        }

        @Override
        public Set<String> append(String log, List<LogEntry> entries) {
            List<String> taken = storage.others(tenant(), other -> other.follow(log, Position.START, 1000))
                    .flatMap(List::stream)
                    .map(LogEntry::key)
                    .toList();
            inner.append(
                    log,
                    entries.stream()
                            .filter(entry -> !taken.contains(entry.key()))
                            .toList());
            return Set.copyOf(taken);
        }
    }

    private static final class WritesAnybodys extends Leaking {
        WritesAnybodys(BrokenSessions storage, StorageSession inner) {
            super(storage, inner);
        }

        @Override
        public void write(List<? extends Write> batch) {
            List<Write> own = new ArrayList<>();
            for (Write write : batch) {
                boolean theirs = !(write instanceof Write.Insert)
                        && inner.find(write.type(), write.id()).isEmpty()
                        && storage.others(tenant(), other -> other.find(write.type(), write.id()))
                                .anyMatch(found -> found.isPresent());
                if (!theirs) {
                    own.add(write);
                }
            }
            inner.write(own);
        }
    }

    private static final class FoldsTenants extends ForwardingStorage {
        FoldsTenants(Storage inner) {
            super(inner);
        }

        @Override
        public StorageSession read(TenantId tenant) {
            return inner.read(TenantId.of(tenant.value().toLowerCase(Locale.ROOT)));
        }

        @Override
        public StorageSession write(TenantId tenant) {
            return inner.write(TenantId.of(tenant.value().toLowerCase(Locale.ROOT)));
        }
    }

    private static final class CutsTenants extends ForwardingStorage {
        CutsTenants(Storage inner) {
            super(inner);
        }

        @Override
        public StorageSession read(TenantId tenant) {
            return inner.read(cut(tenant));
        }

        @Override
        public StorageSession write(TenantId tenant) {
            return inner.write(cut(tenant));
        }

        private static TenantId cut(TenantId tenant) {
            return TenantId.of(
                    tenant.value().substring(0, Math.min(60, tenant.value().length())));
        }
    }
}
