package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.clientele.persistence.ComputedValues;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Pruning;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Cursor;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The suite of rule T6 on wrong arguments: each method finds one before it has done anything, and leaves the session, with what it
 * has written, as it was.
 */
public abstract class ArgumentContract extends TenantSuite {

    private static final PageRequest FIRST = PageRequest.first(1);
    private static final Criteria WRONG = Criteria.equal("unknown", 1L);
    private static final String OF_A_CRITERIA = "of a criteria";
    private static final Cursor NO_CURSOR = new Cursor(List.of(1L, 2L), "x");

    /** Creates the suite; for subclasses. */
    protected ArgumentContract() {}

    @TestFactory
    Stream<DynamicTest> T6_a_wrong_argument_leaves_a_session_that_writes_as_it_was() {
        Map<String, Consumer<StorageSession>> all = new LinkedHashMap<>(reads());
        all.putAll(writes());
        return all.entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> {
                    TenantStorage own = newTenantStorage();
                    own.insert(SampleRecords.deal(1, Map.of()));
                    try (StorageSession session = storage().write(own.tenant())) {
                        session.write(List.of(new Write.Insert(SampleRecords.note(1))));
                        session.append(SampleSchema.AUDIT, List.of(SampleRecords.audit("k")));
                        for (int i = 0; i < 2; i++) {
                            assertThatIllegalArgumentException()
                                    .isThrownBy(() -> call.getValue().accept(session));
                            assertThat(session.find(SampleSchema.NOTE, SampleRecords.id(1)))
                                    .isPresent();
                        }
                        session.write(List.of(new Write.Insert(SampleRecords.note(2))));
                        assertThat(session.append(
                                        SampleSchema.AUDIT,
                                        List.of(SampleRecords.audit("k"), SampleRecords.audit("l"))))
                                .containsExactly("k");
                        session.commit();
                    }
                    assertThat(own.count(SampleSchema.NOTE)).isEqualTo(2);
                    assertThat(own.scan(LogQuery.all(SampleSchema.AUDIT)))
                            .extracting(LogEntry::body)
                            .containsExactly("entry k", "entry l");
                    assertThat(own.find(SampleSchema.DEAL, SampleRecords.id(1)))
                            .map(Document::fields)
                            .contains(Map.of());
                }));
    }

    @TestFactory
    Stream<DynamicTest> T6_a_wrong_argument_leaves_a_session_that_reads_as_it_was() {
        return reads().entrySet().stream()
                .map(call -> DynamicTest.dynamicTest(call.getKey(), () -> {
                    TenantStorage own = newTenantStorage();
                    own.insert(SampleRecords.note(1));
                    try (StorageSession session = storage().read(own.tenant())) {
                        assertThat(session.find(SampleSchema.NOTE, SampleRecords.id(1)))
                                .isPresent();
                        own.insert(SampleRecords.note(2));
                        for (int i = 0; i < 2; i++) {
                            assertThatIllegalArgumentException()
                                    .isThrownBy(() -> call.getValue().accept(session));
                            assertThat(session.page(Query.all(SampleSchema.NOTE), PageRequest.first(9))
                                            .items())
                                    .hasSize(1);
                        }
                        session.commit();
                    }
                }));
    }

    @Test
    void T6_writing_through_a_session_that_reads_leaves_it_as_it_was() {
        books.insert(SampleRecords.deal(1, Map.of()));
        StorageSession session = closeAfterTest(storage().read(books.tenant()));
        SessionCalls.writing().forEach((name, call) -> {
            assertThatIllegalStateException().as(name).isThrownBy(() -> call.accept(session));
            assertThat(session.find(SampleSchema.DEAL, SampleRecords.id(1)))
                    .as(name)
                    .isPresent();
        });
        session.commit();
    }

    @Test
    void T6_too_many_groups_leave_the_session_as_it_was() {
        int groups = Aggregation.MAX_GROUPS + 1;
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            many.add(SampleRecords.deal(i, Map.of("quantity", (long) i)));
            if (many.size() == 10_000 || i == groups - 1) {
                books.insert(many);
                many.clear();
            }
        }
        Aggregation tooMany =
                new Aggregation(SampleSchema.DEAL, Criteria.always(), List.of("quantity"), List.of(Measure.count()));
        StorageSession session = closeAfterTest(storage().write(books.tenant()));
        session.write(List.of(new Write.Insert(SampleRecords.note(1))));
        assertThatExceptionOfType(UnsupportedException.class).isThrownBy(() -> session.aggregate(tooMany));

        assertThat(session.find(SampleSchema.NOTE, SampleRecords.id(1))).isPresent();
        session.commit();
        assertThat(books.count(SampleSchema.NOTE)).isEqualTo(1);
    }

    @Test
    void T6_after_a_failure_of_any_method_that_writes_nothing_but_close_may_be_called() {
        books.insert(SampleRecords.deal(1, Map.of()));
        failures().forEach((name, call) -> {
            try (StorageSession session = storage().write(books.tenant())) {
                session.write(List.of(new Write.Insert(SampleRecords.note(1))));
                assertThatExceptionOfType(StorageException.class).as(name).isThrownBy(() -> call.accept(session));
                SessionCalls.all()
                        .forEach((other, next) -> assertThatIllegalStateException()
                                .as("%s after %s", other, name)
                                .isThrownBy(() -> next.accept(session)));
            }
            assertThat(books.count(SampleSchema.NOTE)).as(name).isZero();
        });
    }

    private static Map<String, Consumer<StorageSession>> failures() {
        Map<String, Consumer<StorageSession>> failures = new LinkedHashMap<>();
        failures.put(
                "write of a misfit",
                session -> session.write(List.of(new Write.Insert(SampleRecords.deal(2, Map.of("unknown", 1L))))));
        failures.put(
                "write of what is gone",
                session -> session.write(List.of(new Write.Delete(SampleSchema.DEAL, SampleRecords.id(9), 1))));
        failures.put(
                "compute",
                session -> session.compute(
                        SampleSchema.DEAL, Set.of("heat"), List.of(SampleRecords.computed(1, Map.of("heat", "text")))));
        failures.put(
                "append",
                session ->
                        session.append(SampleSchema.TOUCH, List.of(SampleRecords.touch("k", Map.of("unknown", 1L)))));
        failures.put(
                "redact",
                session -> session.redact(SampleSchema.TOUCH, List.of(new Redaction("k", Map.of("unknown", 1L), ""))));
        return failures;
    }

    private Map<String, Consumer<StorageSession>> reads() {
        LogQuery log = LogQuery.all(SampleSchema.AUDIT);
        Map<String, Consumer<StorageSession>> calls = new LinkedHashMap<>();
        calls.put("find", session -> session.find("stranger", SampleRecords.id(1)));
        calls.put("find in a log", session -> session.find(SampleSchema.AUDIT, SampleRecords.id(1)));
        calls.put("findAll", session -> session.findAll("stranger", List.of()));
        calls.put("page of a type", session -> session.page(Query.all("stranger"), FIRST));
        calls.put("page of a criteria", session -> session.page(Query.where(SampleSchema.DEAL, WRONG), FIRST));
        calls.put(
                "page of an order",
                session -> session.page(Query.all(SampleSchema.DEAL).sortedBy(Sort.ascending("unknown")), FIRST));
        calls.put(
                "page of a cursor",
                session -> session.page(Query.all(SampleSchema.DEAL), PageRequest.after(NO_CURSOR, 1)));
        calls.put("scan of a criteria", session -> session.scan(Query.where(SampleSchema.DEAL, WRONG)));
        calls.put(
                "aggregate of a type", session -> session.aggregate(Aggregation.count("stranger", Criteria.always())));
        calls.put("aggregate of a criteria", session -> session.aggregate(Aggregation.count(SampleSchema.DEAL, WRONG)));
        calls.put(
                "aggregate of a field",
                session -> session.aggregate(new Aggregation(
                        SampleSchema.DEAL, Criteria.always(), List.of("tags"), List.of(Measure.count()))));
        calls.put(
                "aggregate of a subject",
                session -> session.aggregate(
                        Aggregation.count(SampleSchema.DEAL, Criteria.always()).withSubject(SampleRecords.id(1))));
        calls.put("log page", session -> session.page(LogQuery.all("stranger"), FIRST));
        calls.put("log page of a criteria", session -> session.page(log.and(WRONG), FIRST));
        calls.put("log page of a cursor", session -> session.page(log, PageRequest.after(NO_CURSOR, 1)));
        calls.put("log scan of a criteria", session -> session.scan(log.and(WRONG)));
        calls.put("follow", session -> session.follow("stranger", Position.START, 1));
        calls.put("follow by none", session -> session.follow(SampleSchema.AUDIT, Position.START, 0));
        calls.put(
                "follow by too many",
                session -> session.follow(SampleSchema.AUDIT, Position.START, PageRequest.MAX_LIMIT + 1));
        if (!storage().supports(WRONG)) {
            calls.keySet().removeIf(name -> name.endsWith(OF_A_CRITERIA)); // never sent to such an adapter
        }
        return calls;
    }

    private Map<String, Consumer<StorageSession>> writes() {
        Document stranger = new Document("stranger", SampleRecords.id(5), 0, Map.of(), "");
        Map<String, Consumer<StorageSession>> calls = new LinkedHashMap<>();
        calls.put("findForUpdate", session -> session.findForUpdate("stranger", List.of(SampleRecords.id(1))));
        calls.put(
                "write of a type",
                session -> session.write(List.of(new Write.Insert(SampleRecords.note(3)), new Write.Insert(stranger))));
        calls.put(
                "write of one document twice",
                session -> session.write(List.of(
                        new Write.Insert(SampleRecords.note(3)),
                        new Write.Delete(SampleSchema.NOTE, SampleRecords.id(3), 1))));
        calls.put("compute of a type", session -> session.compute("stranger", Set.of(), List.of()));
        calls.put(
                "compute of a field",
                session -> session.compute(SampleSchema.DEAL, Set.of("heat", "title"), List.of(heat(1))));
        calls.put(
                "compute of one document twice",
                session -> session.compute(SampleSchema.DEAL, Set.of("heat"), List.of(heat(1), heat(2), heat(1))));
        calls.put("append", session -> session.append("stranger", List.of(SampleRecords.audit("x"))));
        calls.put("append to a document type", session -> session.append(SampleSchema.NOTE, List.of()));
        calls.put("prune", session -> session.prune(new Pruning("stranger", Criteria.always(), null, 1)));
        calls.put("prune of a criteria", session -> session.prune(new Pruning(SampleSchema.AUDIT, WRONG, null, 1)));
        calls.put("redact", session -> session.redact("stranger", List.of()));
        calls.put(
                "redact one entry twice",
                session -> session.redact(
                        SampleSchema.AUDIT,
                        List.of(new Redaction("k", Map.of(), ""), new Redaction("k", Map.of(), ""))));
        if (!storage().supports(WRONG)) {
            calls.keySet().removeIf(name -> name.endsWith(OF_A_CRITERIA)); // never sent to such an adapter
        }
        return calls;
    }

    private static ComputedValues heat(long number) {
        return SampleRecords.computed(number, Map.of("heat", BigDecimal.ONE));
    }
}
