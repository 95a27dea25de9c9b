package dev.clientele.persistence.tck.sabotage;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.tck.ForwardingSession;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Adapters that read some fields, or what is about several records, wrongly. */
final class SelectiveReadSabotage {

    private SelectiveReadSabotage() {}

    static Stream<Sabotage> all() {
        return Stream.of(
                broken("D7", "scans some fields in any order", session -> new ForwardingSession(session) {
                    @Override
                    public Stream<Document> scan(Query query, Set<String> fields) {
                        return inner.scan(new Query(query.source(), query.where(), List.of()), fields);
                    }
                }),
                broken("D7", "forgets a field that was asked for", session -> new ForwardingSession(session) {
                    @Override
                    public Stream<Document> scan(Query query, Set<String> fields) {
                        return inner.scan(query, fields)
                                .map(row -> new Document(row.type(), row.id(), row.version(), Map.of(), ""));
                    }
                }),
                broken("D6", "begins each page of some fields anew", session -> new ForwardingSession(session) {
                    @Override
                    public ResultPage<Document> page(Query query, Set<String> fields, PageRequest request) {
                        ResultPage<Document> page = inner.page(query, fields, PageRequest.first(request.limit()));
                        return new ResultPage<>(page.items(), request.after() == null ? page.next() : null);
                    }
                }),
                broken("L3", "gives an entry about two records once", session -> new ForwardingSession(session) {
                    @Override
                    public Stream<LogEntry> scan(LogQuery query, Collection<UUID> subjects) {
                        Set<String> given = new HashSet<>();
                        return super.scan(query, subjects).filter(entry -> given.add(entry.key()));
                    }
                }),
                broken(
                        "C9",
                        "counts about several records whatever the condition",
                        session -> new ForwardingSession(session) {
                            @Override
                            public Map<UUID, List<Group>> aggregate(
                                    Aggregation aggregation, Collection<UUID> subjects) {
                                return super.aggregate(
                                        new Aggregation(
                                                aggregation.source(),
                                                Criteria.always(),
                                                aggregation.groupBy(),
                                                aggregation.measures()),
                                        subjects);
                            }
                        }));
    }

    private static Sabotage broken(String rule, String name, UnaryOperator<StorageSession> breaks) {
        return Sabotage.sessions(rule, name, "SelectiveReads", breaks);
    }
}
