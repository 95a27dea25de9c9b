package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Assertions that all a session shows is what a model has. */
final class ModelAssertions {

    private static final List<UUID> IDS =
            LongStream.range(0, 6).mapToObj(SampleRecords::id).toList();

    /** Questions that an index may answer, of values that random records have. */
    private static final List<Query> PROBES = List.of(
            Query.where(SampleSchema.DEAL, Criteria.has("tags", "a")),
            Query.where(SampleSchema.DEAL, Criteria.has("tags", "")),
            Query.where(SampleSchema.DEAL, Criteria.hasAny("tags", List.of("a", "b", "A", "%"))),
            Query.where(SampleSchema.DEAL, Criteria.hasAny("signals", List.of("a", "ab", " "))),
            Query.where(SampleSchema.DEAL, Criteria.equal("title", "a")),
            Query.where(SampleSchema.DEAL, Criteria.equal("segment", "b")),
            Query.where(SampleSchema.DEAL, Criteria.equal("open", true)),
            Query.where(SampleSchema.DEAL, Criteria.missing("heat")),
            Query.where(SampleSchema.MEMBER, Criteria.equal("email", "ana@example.org")),
            Query.where(SampleSchema.MEMBER, Criteria.equal("email", "bob@example.org")),
            Query.where(SampleSchema.MEMBER, Criteria.equal("country", "DE")));

    private ModelAssertions() {}

    /**
     * Asserts that every record reads as the model says, in every way of reading.
     *
     * @param storage what says which criteria may be asked
     * @param own what the session sees, its own writes included
     * @param committed what was committed before, which is what follow shows; null not to look at that, since the session has
     *     pruned or redacted something itself
     */
    static void assertMatches(
            StorageSession session, Storage storage, StorageModel own, @Nullable StorageModel committed) {
        for (String type : List.of(SampleSchema.DEAL, SampleSchema.MEMBER, SampleSchema.NOTE)) {
            List<Document> documents = List.copyOf(own.documents(type));
            assertThat(session.findAll(type, IDS)).as(type).containsExactlyInAnyOrderElementsOf(documents);
            assertThat(session.page(Query.all(type), PageRequest.first(100)).items())
                    .as(type)
                    .containsExactlyInAnyOrderElementsOf(documents);
            try (Stream<Document> rows = session.scan(Query.all(type))) {
                assertThat(rows.toList()).as(type).containsExactlyInAnyOrderElementsOf(documents);
            }
            assertThat(count(session, type)).as(type).isEqualTo(documents.size());
        }
        Stream.concat(PROBES.stream(), own.touched().queries().stream()).forEach(query -> {
            if (storage.supports(query.where())) {
                assertThat(session.page(query, PageRequest.first(100)).items())
                        .as("%s", query)
                        .containsExactlyInAnyOrderElementsOf(own.documents(query.source()).stream()
                                .filter(query.where()::test)
                                .toList());
            }
        });
        List<LogEntry> entries = own.entries(SampleSchema.AUDIT);
        for (UUID subject : IDS) {
            List<LogEntry> about = entries.stream()
                    .filter(entry -> entry.subjects().contains(subject))
                    .toList();
            try (Stream<LogEntry> rows = session.scan(LogQuery.newestFirst(SampleSchema.AUDIT, subject))) {
                assertThat(rows.map(ModelAssertions::withoutPosition)).containsExactlyInAnyOrderElementsOf(about);
            }
            Aggregation count =
                    Aggregation.count(SampleSchema.AUDIT, Criteria.always()).withSubject(subject);
            assertThat(session.aggregate(count).get(0).count(0)).isEqualTo(about.size());
        }
        try (Stream<LogEntry> rows = session.scan(LogQuery.all(SampleSchema.AUDIT))) {
            assertThat(rows.map(ModelAssertions::withoutPosition)).containsExactlyInAnyOrderElementsOf(entries);
        }
        assertThat(count(session, SampleSchema.AUDIT)).isEqualTo(entries.size());
        if (committed != null) {
            assertThat(session.follow(SampleSchema.AUDIT, Position.START, 100).stream()
                            .map(ModelAssertions::withoutPosition))
                    .containsExactlyElementsOf(committed.entries(SampleSchema.AUDIT));
        }
    }

    private static long count(StorageSession session, String source) {
        return session.aggregate(Aggregation.count(source, Criteria.always()))
                .get(0)
                .count(0);
    }

    private static LogEntry withoutPosition(LogEntry entry) {
        return LogEntry.of(entry.key(), entry.subjects(), entry.occurredAt(), entry.fields(), entry.body());
    }
}
