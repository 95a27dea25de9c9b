package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Aggregator;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Random records and random questions: the adapter's answers are compared with {@link Criteria#test},
 * {@link Sort#comparator} and {@link Aggregator}, which are their definitions. A failing sample is shrunk, and printed with
 * the seed that gives it again.
 */
public abstract class QueryPropertyContract extends PropertyContract {

    /** Creates the suite; for subclasses. */
    protected QueryPropertyContract() {}

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void D8_queries_agree_with_their_definition(
            @ForAll("deals") List<Document> deals,
            @ForAll("dealQueries") List<Query> queries,
            @ForAll @IntRange(min = 1, max = 12) int limit) {
        TenantStorage books = newTenantStorage();
        store(books, deals);
        for (Query query : queries) {
            if (!isSupported(query.where())) {
                continue;
            }
            List<UUID> expected = deals.stream()
                    .filter(query.where()::test)
                    .sorted(Sort.comparator(query.order()).thenComparing(row -> text(row.read("id")), ValueOrder.TEXT))
                    .map(Document::id)
                    .toList();

            assertThat(books.scan(query))
                    .as("scan %s of %s", query, shown(deals))
                    .extracting(Document::id)
                    .isEqualTo(expected);
            assertThat(TenantStorage.items(books.pages(query, limit)))
                    .as("pages of %s by %s of %s", limit, query, shown(deals))
                    .extracting(Document::id)
                    .isEqualTo(expected);
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void C9_figures_agree_with_their_definition(
            @ForAll("deals") List<Document> deals, @ForAll("dealFigures") List<Aggregation> aggregations) {
        TenantStorage books = newTenantStorage();
        store(books, deals);
        for (Aggregation aggregation : aggregations) {
            assertFigures(books, aggregation, deals);
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void L3_log_queries_agree_with_their_definition(
            @ForAll("touches") List<LogEntry> touches,
            @ForAll("touchQueries") List<LogQuery> queries,
            @ForAll @IntRange(min = 1, max = 12) int limit) {
        TenantStorage books = newTenantStorage();
        books.append(SampleSchema.TOUCH, touches.toArray(LogEntry[]::new));
        for (LogQuery query : queries) {
            if (!isSupported(query.where())) {
                continue;
            }
            List<String> expected = touches.stream()
                    .filter(entry -> query.subject() == null || entry.subjects().contains(query.subject()))
                    .filter(query.where()::test)
                    .sorted(Sort.comparator(query.order())
                            .thenComparing(row -> text(row.read(LogType.KEY)), ValueOrder.TEXT))
                    .map(LogEntry::key)
                    .toList();

            assertThat(books.scan(query))
                    .as("scan %s of %s", query, shown(touches))
                    .extracting(LogEntry::key)
                    .isEqualTo(expected);
            assertThat(TenantStorage.items(books.pages(query, limit)))
                    .as("pages of %s by %s of %s", limit, query, shown(touches))
                    .extracting(LogEntry::key)
                    .isEqualTo(expected);
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void C9_log_figures_agree_with_their_definition(
            @ForAll("touches") List<LogEntry> touches, @ForAll("touchFigures") List<Aggregation> aggregations) {
        TenantStorage books = newTenantStorage();
        books.append(SampleSchema.TOUCH, touches.toArray(LogEntry[]::new));
        UUID subject = SampleRecords.id(1);
        List<LogEntry> about = touches.stream()
                .filter(entry -> entry.subjects().contains(subject))
                .toList();
        for (Aggregation aggregation : aggregations) {
            assertFigures(books, aggregation, touches);
            assertFigures(books, aggregation.withSubject(subject), about);
        }
    }

    private static void store(TenantStorage books, List<Document> deals) {
        Set<String> computed = SampleSchema.DEALS.computedFields();
        books.insert(deals);
        books.compute(
                computed,
                deals.stream()
                        .map(deal -> {
                            Map<String, Object> values = new TreeMap<>(deal.fields());
                            values.keySet().retainAll(computed);
                            return new ComputedValues(deal.id(), values);
                        })
                        .toArray(ComputedValues[]::new));
    }

    @Provide
    Arbitrary<List<Document>> deals() {
        return RandomValues.deals();
    }

    @Provide
    Arbitrary<List<Query>> dealQueries() {
        return RandomQueries.queries(SampleSchema.DEAL, dealFields())
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Aggregation>> dealFigures() {
        return RandomQueries.aggregations(SampleSchema.DEAL, dealFields())
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<LogEntry>> touches() {
        return RandomValues.touches();
    }

    @Provide
    Arbitrary<List<LogQuery>> touchQueries() {
        return RandomQueries.logQueries(SampleSchema.TOUCH, touchFields())
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Aggregation>> touchFigures() {
        return RandomQueries.aggregations(SampleSchema.TOUCH, touchFields())
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static List<DeclaredField> dealFields() {
        return SampleSchema.DEALS.fields();
    }

    private static List<DeclaredField> touchFields() {
        List<DeclaredField> fields = new ArrayList<>(SampleSchema.TOUCHES.fields());
        fields.add(SampleSchema.TOUCHES.field(LogType.OCCURRED_AT));
        return fields;
    }

    private void assertFigures(TenantStorage books, Aggregation aggregation, List<? extends FieldReader> records) {
        if (isSupported(aggregation.where())) {
            Aggregator tally = new Aggregator(aggregation);
            records.forEach(tally::add);
            GroupAssertions.assertGroups(aggregation, books.aggregate(aggregation), tally.groups());
        }
    }

    private boolean isSupported(Criteria criteria) {
        return CriteriaAtoms.of(criteria).allMatch(atom -> storage().supports(atom));
    }

    /** Returns the contents of a failing sample, which the records' own text form doesn't tell. */
    private static String shown(List<? extends FieldReader> records) {
        return records.stream()
                .map(record -> record instanceof Document document
                        ? document.id() + "=" + document.fields()
                        : record instanceof LogEntry entry
                                ? entry.key() + "@" + entry.occurredAt() + "=" + entry.fields()
                                : record.toString())
                .collect(Collectors.joining("\n  ", "\n  ", "\n"));
    }

    private static String text(@Nullable Object value) {
        return String.valueOf(value);
    }
}
