package dev.clientele.persistence.tck;

import dev.clientele.persistence.DeclaredField;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.LogEntry;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random records whose values are few enough to tie, to repeat and to be met by random criteria. */
final class RandomValues {

    private static final Arbitrary<String> TEXTS = Arbitraries.frequencyOf(
            Tuple.of(
                    3,
                    Arbitraries.of(
                            "", " ", "a", "A", "ab", "aB", "b", "%", "_", "a_b", "\u00E9", "e\u0301", "\u0130", "i")),
            Tuple.of(
                    1,
                    Arbitraries.of("a", "B", "%", "_", "\\", "'", "\u00DF", "\uE000", "\uFFFD", "\uD83D\uDE00")
                            .list()
                            .ofMaxSize(4)
                            .map(parts -> String.join("", parts))));

    private RandomValues() {}

    /** Returns values of a field; of a text set its elements. */
    static Arbitrary<Object> of(DeclaredField field) {
        return switch (field.type()) {
            case TEXT, TEXT_SET -> TEXTS.map(text -> text);
            case INTEGER -> Arbitraries.of(-1L, 0L, 1L, 2L, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE);
            case DECIMAL ->
                Arbitraries.of("-1", "0", "0.01", "0.1", "1", "1.1", "10", "99999999.99", "-99999999.99")
                        .map(text -> new BigDecimal(text).setScale(field.scale()));
            case BOOLEAN -> Arbitraries.of(true, false);
            case REAL -> Arbitraries.of(-1.5, 0.0, 0.1, 0.2, 0.1 + 0.2, 0.3, 1e-300, 1e6, -1e6);
            case INSTANT ->
                Arbitraries.of(
                                "0001-01-01T00:00:00Z",
                                "1969-12-31T23:59:59.999999Z",
                                "1970-01-01T00:00:00Z",
                                "2026-03-01T12:00:00Z",
                                "2026-03-01T12:00:00.000001Z",
                                "2026-03-01T12:00:00.1Z",
                                "9999-12-31T23:59:59.999999Z")
                        .map(Instant::parse);
            case DATE ->
                Arbitraries.of("0001-01-01", "1582-10-10", "1969-12-31", "2024-02-29", "2026-03-01", "9999-12-31")
                        .map(LocalDate::parse);
        };
    }

    /** Returns fields of a record, each of them missing in one of four. */
    static Arbitrary<Map<String, Object>> fields(List<DeclaredField> declared) {
        List<Arbitrary<Object>> each = new ArrayList<>();
        for (DeclaredField field : declared) {
            Arbitrary<Object> value = switch (field.type()) {
                case TEXT_SET -> TEXTS.set().ofMaxSize(3).map(set -> set);
                default -> of(field);
            };
            each.add(value.injectNull(0.25));
        }
        return Combinators.combine(each).as(values -> {
            Map<String, Object> fields = new TreeMap<>();
            for (int i = 0; i < declared.size(); i++) {
                Object value = values.get(i);
                if (value != null && !value.equals(Set.of())) {
                    fields.put(declared.get(i).name(), value);
                }
            }
            return fields;
        });
    }

    /** Returns the fields of a type that people write. */
    static List<DeclaredField> written(DocumentType type) {
        return type.fields().stream().filter(field -> !field.computed()).toList();
    }

    /** Returns the fields of a type that a machine computes. */
    static List<DeclaredField> computed(DocumentType type) {
        return type.fields().stream().filter(DeclaredField::computed).toList();
    }

    /** Returns up to 30 deals, computed fields included. */
    static Arbitrary<List<Document>> deals() {
        return fields(SampleSchema.DEALS.fields()).list().ofMaxSize(30).map(all -> {
            List<Document> deals = new ArrayList<>();
            for (Map<String, Object> fields : all) {
                deals.add(SampleRecords.deal(deals.size(), fields));
            }
            return deals;
        });
    }

    /** Returns up to 30 entries about three subjects. */
    static Arbitrary<List<LogEntry>> touches() {
        Arbitrary<Set<UUID>> subjects =
                Arbitraries.longs().between(1, 3).map(SampleRecords::id).set().ofMinSize(1);
        Arbitrary<Object> times = of(SampleSchema.TOUCHES.field("occurred_at"));
        return Combinators.combine(fields(SampleSchema.TOUCHES.fields()), subjects, times)
                .as((fields, about, time) -> LogEntry.of("-", about, (Instant) time, fields, "body"))
                .list()
                .ofMaxSize(30)
                .map(RandomValues::numbered);
    }

    private static List<LogEntry> numbered(List<LogEntry> entries) {
        List<LogEntry> numbered = new ArrayList<>();
        for (LogEntry entry : entries) {
            String key = "key-" + numbered.size() * 7 % 31;
            numbered.add(LogEntry.of(key, entry.subjects(), entry.occurredAt(), entry.fields(), entry.body()));
        }
        return numbered;
    }
}
