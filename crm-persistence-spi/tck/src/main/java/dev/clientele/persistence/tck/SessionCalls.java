package dev.clientele.persistence.tck;

import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A right call of every method of a session, by the method's name. */
final class SessionCalls {

    private SessionCalls() {}

    /** Returns the calls that change something, or get ready to. */
    static Map<String, Consumer<StorageSession>> writing() {
        Map<String, Consumer<StorageSession>> calls = new LinkedHashMap<>();
        calls.put("findForUpdate", session -> session.findForUpdate(SampleSchema.DEAL, List.of(SampleRecords.id(1))));
        calls.put("write", session -> session.write(List.of(new Write.Insert(SampleRecords.note(9)))));
        calls.put(
                "compute",
                session -> session.compute(
                        SampleSchema.DEAL, Set.of("rank"), List.of(SampleRecords.computed(1, Map.of("rank", 1L)))));
        calls.put("append", session -> session.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("over"))));
        calls.put("prune", session -> session.prune(new Pruning(SampleSchema.AUDIT, Criteria.always(), null, 1)));
        calls.put(
                "redact", session -> session.redact(SampleSchema.AUDIT, List.of(new Redaction("over", Map.of(), ""))));
        return calls;
    }

    /** Returns all calls but {@code close}. */
    static Map<String, Consumer<StorageSession>> all() {
        Query notes = Query.all(SampleSchema.NOTE);
        LogQuery audits = LogQuery.all(SampleSchema.AUDIT);
        Map<String, Consumer<StorageSession>> calls = new LinkedHashMap<>(writing());
        calls.put("find", session -> session.find(SampleSchema.NOTE, SampleRecords.id(1)));
        calls.put("findAll", session -> session.findAll(SampleSchema.NOTE, List.of(SampleRecords.id(1))));
        calls.put("page", session -> session.page(notes, PageRequest.first(1)));
        calls.put("scan", session -> session.scan(notes));
        calls.put("aggregate", session -> session.aggregate(Aggregation.count(SampleSchema.NOTE, Criteria.always())));
        calls.put("log page", session -> session.page(audits, PageRequest.first(1)));
        calls.put("log scan", session -> session.scan(audits));
        calls.put("follow", session -> session.follow(SampleSchema.AUDIT, Position.START, 1));
        calls.put("commit", StorageSession::commit);
        return calls;
    }
}
