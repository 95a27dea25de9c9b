package dev.clientele.persistence.tck.keyvalue;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.ResultPage;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Aggregator;
import dev.clientele.persistence.criteria.Comparison;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Has;
import dev.clientele.persistence.criteria.HasAny;
import dev.clientele.persistence.criteria.Operator;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import dev.clientele.persistence.criteria.ValueOrder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a transaction reads: its own working copy, and what was committed when it began. */
final class KeyValueReader {

    private final KeyValueSession session;
    private final KeyValueDatabase database;
    private final Schema schema;
    private final TenantId tenant;
    private final Rows rows;
    private final Rows begun;

    KeyValueReader(KeyValueSession session, Rows begun) {
        this.session = session;
        this.database = session.database;
        this.schema = session.schema;
        this.tenant = session.tenant();
        this.rows = session.rows;
        this.begun = begun;
    }

    /** Returns the rows that a question is answered from: a session's own, unless a fault takes others. */
    private Rows rows(Fault withoutOwn, Fault newest) {
        return has(withoutOwn) && session.isWriting()
                ? begun
                : has(newest) && !session.isWriting() ? database.snapshot() : rows;
    }

    private boolean has(Fault fault) {
        return database.has(fault);
    }

    private LogRows log(Rows from, String log) {
        return new LogRows(from, database.faults, log, tenant);
    }

    private View view(List<DeclaredField> fields) {
        return new View(fields, !has(Fault.SCALE_OF_THE_STORED_VALUE));
    }

    List<Document> findAll(String type, Collection<UUID> ids) {
        View view = view(schema.document(type).fields());
        DocumentRows documents = new DocumentRows(rows, database.faults);
        return Set.copyOf(ids).stream()
                .flatMap(id -> Stream.ofNullable(documents.find(tenant.value(), type, id)))
                .map(view::of)
                .map(this::remembered)
                .toList();
    }

    private Document remembered(Document found) {
        return has(Fault.DOCUMENTS_REMEMBERED) && !session.isWriting()
                ? (Document) session.storage.seen.computeIfAbsent(
                        tenant + " found " + found.type() + found.id(), name -> found)
                : found;
    }

    List<LogEntry> follow(String log, Position after, int most) {
        View view = view(schema.log(log).fields());
        Rows from = has(Fault.FOLLOWS_NEWEST) && !session.isWriting() ? database.snapshot() : begun;
        List<LogEntry> found = log(from, log)
                .after(after)
                .limit(has(Fault.FOLLOWS_1000_AT_MOST) ? Math.min(most, 1000) : most)
                .map(view::of)
                .toList();
        boolean exactly = found.size() == most && log(from, log).after(after).count() == most;
        return exactly && most > 1 && has(Fault.FOLLOWS_ALL_BUT_THE_LAST) ? found.subList(0, most - 1) : found;
    }

    List<Group> aggregate(Aggregation checked) {
        String source = checked.source();
        if (checked.equals(Aggregation.count(source, Criteria.always()))) {
            return List.of(new Group(List.of(), List.of(count(source))));
        }
        List<? extends FieldReader> records = schema.isLog(source)
                ? entries(new LogQuery(source, checked.subject(), checked.where(), SortDirection.ASCENDING), true)
                : documents(Query.where(source, checked.where()));
        Aggregator tally = new Aggregator(checked);
        try {
            records.forEach(tally::add);
        } catch (IllegalStateException e) {
            throw new UnsupportedException("too many groups", e);
        }
        return tally.groups();
    }

    private long count(String source) {
        Rows from = rows(Fault.COUNTS_WITHOUT_OWN, Fault.COUNTS_FROM_NEWEST);
        if (has(Fault.COUNTS_ROLLED_BACK) && !schema.isLog(source)) {
            return database.remembered.get(Rows.path("count", source, tenant)) instanceof Long count ? count : 0;
        }
        return schema.isLog(source) ? log(from, source).count() : from.number(Rows.path("count", source, tenant));
    }

    /** Returns the documents that meet a query, in its order. */
    List<Document> documents(Query query) {
        View view = view(schema.document(query.source()).fields());
        Question question = new Question(query.where(), database.faults);
        DocumentType type = schema.document(query.source());
        Comparator<Document> order = Comparator.comparing(row -> row.id().toString());
        @Nullable
        Criteria way = question.conjuncts().stream()
                .filter(atom -> leads(type, atom))
                .findFirst()
                .orElse(null);
        return candidates(type, way)
                .map(view::of)
                .filter(row -> question.test(row, way))
                .sorted(
                        query.order().isEmpty()
                                ? order
                                : Sort.comparator(query.order())
                                        .thenComparing((a, b) -> order.compare((Document) a, (Document) b))::compare)
                .toList();
    }

    /** Tells whether an atom leads to documents by an index or a unique key. */
    private boolean leads(DocumentType type, Criteria atom) {
        if (atom instanceof Comparison equal && equal.operator() == Operator.EQUAL) {
            return isKey(type, equal.field()) || isIndexed(type, equal.field());
        } else if (atom instanceof Has has) {
            return isIndexed(type, has.field());
        }
        return atom instanceof HasAny any
                && isIndexed(type, any.field())
                && !has(Fault.HAS_ANY_OF_NOTHING_HOLDS)
                && !has(Fault.HAS_ANY_WITHOUT_CASE);
    }

    private static boolean isKey(DocumentType type, String field) {
        return type.uniqueKeys().stream().anyMatch(key -> key.fields().equals(List.of(field)));
    }

    private static boolean isIndexed(DocumentType type, String field) {
        return type.indexes().stream().anyMatch(index -> index.fields().get(0).equals(field));
    }

    private Stream<Document> candidates(DocumentType type, @Nullable Criteria way) {
        Rows from = way == null ? rows : rows(Fault.LOOK_UPS_WITHOUT_OWN, Fault.LOOK_UPS_FROM_NEWEST);
        DocumentRows documents = new DocumentRows(from, database.faults);
        if (way instanceof Comparison equal && isKey(type, equal.field())) {
            String key = type.uniqueKeys().stream()
                    .filter(each -> each.fields().equals(List.of(equal.field())))
                    .findFirst()
                    .orElseThrow()
                    .name();
            UUID id = (UUID) from.get(Rows.path("key", type.name(), tenant, key, equal.value()));
            return Stream.ofNullable(id)
                    .flatMap(one -> Stream.ofNullable(documents.find(tenant.value(), type.name(), one)));
        } else if (way instanceof Comparison equal) {
            return found(
                    from, documents, type, documents.index(tenant.value(), type.name(), equal.field(), equal.value()));
        } else if (way instanceof Has has) {
            return found(
                    from, documents, type, documents.index(tenant.value(), type.name(), has.field(), has.element()));
        } else if (way instanceof HasAny any) {
            Stream<Document> all = any.elements().stream()
                    .flatMap(element -> found(
                            from, documents, type, documents.index(tenant.value(), type.name(), any.field(), element)));
            return has(Fault.HAS_ANY_COUNTS_TWICE) ? all : all.distinct();
        }
        return from.below(Rows.path("document", type.name(), tenant)).values().stream()
                .map(Document.class::cast);
    }

    private Stream<Document> found(Rows from, DocumentRows documents, DocumentType type, String index) {
        return from.below(index).values().stream()
                .flatMap(id -> Stream.ofNullable(
                        has(Fault.INDEX_OF_ALL_TENANTS)
                                ? anywhere(from, type, id)
                                : documents.find(tenant.value(), type.name(), (UUID) id)));
    }

    private static @Nullable Document anywhere(Rows from, DocumentType type, Object id) {
        return (Document) from.below(Rows.path("document", type.name())).entrySet().stream()
                .filter(row -> Rows.name(row.getKey()).equals(id.toString()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    List<LogEntry> entries(LogQuery query, boolean figures) {
        View view = view(schema.log(query.log()).fields());
        Question question = new Question(query.where(), database.faults);
        UUID subject = query.subject();
        @Nullable
        Criteria way = subject != null
                ? null
                : question.conjuncts().stream()
                        .filter(atom -> leads(schema.log(query.log()), atom))
                        .findFirst()
                        .orElse(null);
        Stream<LogEntry> found;
        if (subject != null) {
            Rows from = figures
                    ? rows(Fault.SUBJECT_FIGURES_WITHOUT_OWN, Fault.SUBJECT_FIGURES_FROM_NEWEST)
                    : rows(Fault.SUBJECTS_WITHOUT_OWN, Fault.SUBJECTS_FROM_NEWEST);
            found = log(from, query.log()).about(subject);
        } else if (way instanceof Comparison equal) {
            Rows from = rows(Fault.LOG_LOOK_UPS_WITHOUT_OWN, Fault.LOG_LOOK_UPS_FROM_NEWEST);
            found = Stream.ofNullable(log(from, query.log()).find((String) equal.value()));
        } else if (way instanceof Has has) {
            found = log(rows, query.log()).labelled(has.element());
        } else {
            found = log(rows, query.log()).all();
        }
        Comparator<FieldReader> byTime = Sort.comparator(query.order());
        Comparator<LogEntry> byKey = Comparator.comparing(LogEntry::key, ValueOrder.TEXT);
        return found.map(view::of)
                .filter(row -> question.test(row, way))
                .sorted(byKey)
                .sorted(byTime)
                .toList();
    }

    private static boolean leads(LogType log, Criteria atom) {
        if (atom instanceof Comparison equal) {
            return equal.operator() == Operator.EQUAL && equal.field().equals(LogType.KEY);
        }
        return atom instanceof Has has
                && log.indexes().stream()
                        .anyMatch(index -> index.fields().get(0).equals(has.field()));
    }

    <T extends FieldReader> ResultPage<T> page(
            List<T> all, List<Sort> order, PageRequest request, Function<T, Object> id, Fault nextAfterFull) {
        Cursor after = request.after();
        List<T> rest = all.stream()
                .filter(row -> after == null
                        || after.isBefore(order, row, id.apply(row).toString()))
                .toList();
        int limit = has(Fault.LARGEST_PAGE_IS_ONE_SHORT)
                ? Math.min(request.limit(), PageRequest.MAX_LIMIT - 1)
                : request.limit();
        boolean more = has(nextAfterFull) ? rest.size() >= limit : rest.size() > limit;
        if (!more) {
            return new ResultPage<>(rest, null);
        }
        T last = rest.get(limit - 1);
        return new ResultPage<>(
                rest.subList(0, limit), Cursor.of(order, last, id.apply(last).toString()));
    }
}
