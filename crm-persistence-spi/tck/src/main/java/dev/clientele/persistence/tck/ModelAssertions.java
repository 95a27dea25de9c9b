package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Assertions that all a session shows is what a model has. */
final class ModelAssertions {

    private static final List<UUID> IDS =
            LongStream.range(0, 6).mapToObj(SampleRecords::id).toList();

    private ModelAssertions() {}

    /**
     * Asserts that every record reads as the model says, in every way of reading.
     *
     * @param own what the session sees, its own writes included
     * @param committed what was committed before, which is what follow shows
     */
    static void assertMatches(StorageSession session, StorageModel own, StorageModel committed) {
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
        List<LogEntry> entries = own.entries(SampleSchema.AUDIT);
        try (Stream<LogEntry> rows = session.scan(LogQuery.all(SampleSchema.AUDIT))) {
            assertThat(rows.map(ModelAssertions::withoutPosition)).containsExactlyInAnyOrderElementsOf(entries);
        }
        assertThat(count(session, SampleSchema.AUDIT)).isEqualTo(entries.size());
        assertThat(session.follow(SampleSchema.AUDIT, Position.START, 100).stream()
                        .map(ModelAssertions::withoutPosition))
                .containsExactlyElementsOf(committed.entries(SampleSchema.AUDIT));
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
