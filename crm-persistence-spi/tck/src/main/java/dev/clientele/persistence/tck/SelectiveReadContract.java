package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The suite of reading some fields of documents, and what a log has about several records: rules D6, D7, L3 and C9 again. */
public abstract class SelectiveReadContract extends StorageContract {

    private static final Set<String> FIELDS = Set.of("quantity", "amount");
    private static final Query BY_TITLE = Query.all("deal").sortedBy(Sort.descending("title"));

    private TenantStorage books;

    /** Creates the suite; for subclasses. */
    @SuppressWarnings("NullAway.Init") // set before each test
    protected SelectiveReadContract() {}

    @BeforeEach
    void fill() {
        books = newTenantStorage();
        for (int i = 0; i < 7; i++) {
            Map<String, Object> fields = i == 3 ? Map.of() : Map.of("title", "t" + i % 3, "quantity", (long) i);
            books.insert(SampleRecords.withBody(SampleRecords.deal(i, fields), "{\"of\":" + i + "}"));
        }
    }

    private static List<Object> values(Document document) {
        List<Object> values = new ArrayList<>(List.of(document.id(), document.version()));
        FIELDS.stream().sorted().forEach(field -> values.add(String.valueOf(document.read(field))));
        return values;
    }

    @Test
    void D7_a_scan_of_some_fields_gives_these_fields_of_the_rows_in_order() {
        List<Document> narrow = books.read(session -> {
            try (Stream<Document> rows = session.scan(BY_TITLE, FIELDS)) {
                return rows.toList();
            }
        });

        assertThat(narrow.stream().map(SelectiveReadContract::values).toList())
                .isEqualTo(books.scan(BY_TITLE).stream()
                        .map(SelectiveReadContract::values)
                        .toList());
    }

    @Test
    void D6_pages_of_some_fields_give_these_fields_of_the_rows_in_order() {
        List<List<Object>> narrow = new ArrayList<>();
        books.read(session -> {
            ResultPage<Document> page = session.page(BY_TITLE, FIELDS, PageRequest.first(2));
            while (true) {
                page.items().forEach(document -> narrow.add(values(document)));
                if (page.next() == null) {
                    return narrow;
                }
                page = session.page(BY_TITLE, FIELDS, PageRequest.after(page.next(), 2));
            }
        });

        assertThat(narrow)
                .isEqualTo(books.scan(BY_TITLE).stream()
                        .map(SelectiveReadContract::values)
                        .toList());
    }

    @Test
    void D6_some_fields_of_a_query_that_does_not_fit_the_schema_are_refused() {
        Query unfit = Query.all("deal").sortedBy(Sort.ascending("nothing"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> books.read(session -> session.page(unfit, FIELDS, PageRequest.first(2))));
    }

    private void appendEntries() {
        for (int i = 0; i < 6; i++) {
            UUID one = SampleRecords.id(i % 3);
            LogEntry entry = i == 5
                    ? SampleRecords.audit("e5", SampleRecords.NOON, one, SampleRecords.id(0))
                    : SampleRecords.audit("e" + i, SampleRecords.NOON.minus(Duration.ofHours(i)), one);
            books.append("audit", entry);
        }
        books.append("audit", SampleRecords.audit("of another", SampleRecords.NOON, SampleRecords.id(5)));
    }

    private List<UUID> records() {
        return List.of(SampleRecords.id(2), SampleRecords.id(0), SampleRecords.id(9), SampleRecords.id(2));
    }

    @Test
    void L3_entries_about_several_records_come_record_by_record_in_order_of_time() {
        appendEntries();
        for (SortDirection direction : SortDirection.values()) {
            LogQuery query = new LogQuery("audit", null, Criteria.always(), direction);
            List<String> found = books.read(session -> {
                try (Stream<LogEntry> entries = session.scan(query, records())) {
                    return entries.map(LogEntry::key).toList();
                }
            });

            List<String> first = keys(query, 0);
            List<String> second = keys(query, 2);
            assertThat(found).isIn(concat(first, second), concat(second, first));
        }
    }

    private List<String> keys(LogQuery query, int record) {
        return books.scan(query.about(SampleRecords.id(record))).stream()
                .map(LogEntry::key)
                .toList();
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    @Test
    void C9_figures_about_several_records_are_those_of_each() {
        appendEntries();
        Criteria where = Criteria.equal(LogType.OCCURRED_AT, SampleRecords.NOON).negate();
        for (Criteria condition : List.of(Criteria.always(), where)) {
            if (!books.pushesDown(condition)) {
                continue;
            }
            Aggregation aggregation = new Aggregation(
                    "audit", condition, List.of(), List.of(Measure.count(), Measure.max(LogType.OCCURRED_AT)));

            Map<UUID, List<Group>> found = books.read(session -> session.aggregate(aggregation, records()));

            assertThat(found).containsOnlyKeys(SampleRecords.id(0), SampleRecords.id(2));
            found.forEach(
                    (record, groups) -> assertThat(groups).isEqualTo(books.aggregate(aggregation.withSubject(record))));
        }
    }
}
