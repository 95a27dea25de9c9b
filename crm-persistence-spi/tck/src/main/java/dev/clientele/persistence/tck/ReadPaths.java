package dev.clientele.persistence.tck;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every way in which a session can be asked for what it sees, with questions that {@link ReadPathRecords} have answers to. */
final class ReadPaths {

    /** The way of {@link StorageSession#follow}, which is the only one with positions in its answer. */
    static final String FOLLOW = "follow";

    private static final PageRequest ALL = PageRequest.first(1000);
    private static final List<UUID> IDS =
            LongStream.range(0, 9).mapToObj(SampleRecords::id).toList();

    private ReadPaths() {}

    /** Returns what a session answers, by the name of the way; atoms that the adapter doesn't push down are left out. */
    static Map<String, Object> read(TenantStorage books, StorageSession session) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String type : List.of(SampleSchema.DEAL, SampleSchema.MEMBER)) {
            answers.put(
                    "find " + type,
                    IDS.stream().map(id -> session.find(type, id)).toList());
            answers.put("findAll " + type, Set.copyOf(session.findAll(type, IDS)));
        }
        queries().forEach((name, query) -> {
            if (books.pushesDown(query.where())) {
                answers.put("page " + name, session.page(query, ALL).items());
                try (Stream<Document> rows = session.scan(query)) {
                    answers.put("scan " + name, rows.toList());
                }
            }
        });
        logQueries().forEach((name, query) -> {
            if (books.pushesDown(query.where())) {
                answers.put("page " + name, plain(session.page(query, ALL).items().stream()));
                try (Stream<LogEntry> rows = session.scan(query)) {
                    answers.put("scan " + name, plain(rows));
                }
            }
        });
        aggregations().forEach((name, aggregation) -> {
            if (books.pushesDown(aggregation.where())) {
                answers.put("figures " + name, session.aggregate(aggregation));
            }
        });
        answers.put(FOLLOW, session.follow(SampleSchema.TOUCH, Position.START, 1000));
        return answers;
    }

    /** Returns the answers without that of {@link #FOLLOW}. */
    static Map<String, Object> withoutFollow(Map<String, Object> answers) {
        Map<String, Object> rest = new LinkedHashMap<>(answers);
        rest.remove(FOLLOW);
        return rest;
    }

    private static Map<String, Query> queries() {
        Map<String, Query> queries = new LinkedHashMap<>();
        queries.put("of all by id", Query.all(SampleSchema.DEAL));
        queries.put("of all by title", Query.all(SampleSchema.DEAL).sortedBy(Sort.descending("title")));
        queries.put("of all by heat", Query.all(SampleSchema.DEAL).sortedBy(Sort.ascending("heat")));
        for (String title : List.of("a", "b", "c", "e")) {
            queries.put("of title " + title, deals(Criteria.equal("title", title)));
        }
        for (String tag : List.of("x", "y", "z")) {
            queries.put("of tag " + tag, deals(Criteria.has("tags", tag)));
        }
        queries.put("of tags x or z", deals(Criteria.hasAny("tags", List.of("x", "z"))));
        queries.put("of signals", deals(Criteria.hasAny("signals", List.of("s", "t"))));
        queries.put("of segment hot", deals(Criteria.equal("segment", "hot")));
        queries.put("of segment cold", deals(Criteria.equal("segment", "cold")));
        queries.put("of open ones", deals(Criteria.equal("open", true)));
        for (String email : List.of("ana", "bob", "cyd", "eve")) {
            queries.put("of key " + email, Query.where(SampleSchema.MEMBER, Criteria.equal("email", email)));
        }
        return queries;
    }

    private static Query deals(Criteria where) {
        return Query.where(SampleSchema.DEAL, where);
    }

    private static Map<String, LogQuery> logQueries() {
        Map<String, LogQuery> queries = new LinkedHashMap<>();
        LogQuery all = LogQuery.all(SampleSchema.TOUCH);
        queries.put("of the log", all);
        queries.put("of the log, newest first", new LogQuery(all.log(), null, all.where(), SortDirection.DESCENDING));
        for (long number = 1; number <= 3; number++) {
            UUID subject = SampleRecords.id(number);
            queries.put("of subject " + number, LogQuery.newestFirst(SampleSchema.TOUCH, subject));
            queries.put(
                    "of subject " + number + ", oldest first",
                    new LogQuery(all.log(), subject, all.where(), SortDirection.ASCENDING));
        }
        for (int i = 1; i <= 8; i++) {
            queries.put("of entry t" + i, all.and(Criteria.equal(LogType.KEY, "t" + i)));
        }
        queries.put("of kind mail", all.and(Criteria.equal("kind", "mail")));
        queries.put("of label l", all.and(Criteria.has("labels", "l")));
        return queries;
    }

    private static Map<String, Aggregation> aggregations() {
        Map<String, Aggregation> figures = new LinkedHashMap<>();
        List<Measure> ofDeals =
                List.of(Measure.count(), Measure.sum("amount"), Measure.max("heat"), Measure.min("rank"));
        figures.put("of deals", new Aggregation(SampleSchema.DEAL, Criteria.always(), List.of(), ofDeals));
        figures.put(
                "of deals by title", new Aggregation(SampleSchema.DEAL, Criteria.always(), List.of("title"), ofDeals));
        figures.put(
                "of deals by segment",
                new Aggregation(SampleSchema.DEAL, Criteria.always(), List.of("segment"), ofDeals));
        figures.put("of deals of tag y", Aggregation.count(SampleSchema.DEAL, Criteria.has("tags", "y")));
        figures.put("of members", Aggregation.count(SampleSchema.MEMBER, Criteria.always()));
        List<Measure> ofTouches = List.of(Measure.count(), Measure.sum("count"), Measure.max(LogType.OCCURRED_AT));
        Aggregation touches = new Aggregation(SampleSchema.TOUCH, Criteria.always(), List.of("kind"), ofTouches);
        figures.put("of the log by kind", touches);
        for (long number = 1; number <= 3; number++) {
            figures.put("of subject " + number, touches.withSubject(SampleRecords.id(number)));
        }
        figures.put("of the log", Aggregation.count(SampleSchema.TOUCH, Criteria.always()));
        return figures;
    }

    /** Returns entries without positions, which a session's own ones have only once it has committed. */
    private static List<LogEntry> plain(Stream<LogEntry> entries) {
        return entries.map(entry ->
                        LogEntry.of(entry.key(), entry.subjects(), entry.occurredAt(), entry.fields(), entry.body()))
                .toList();
    }
}
