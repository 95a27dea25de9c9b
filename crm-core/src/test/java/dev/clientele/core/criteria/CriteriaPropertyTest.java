package dev.clientele.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.core.Crm;
import dev.clientele.core.CrmSession;
import dev.clientele.core.access.Actor;
import dev.clientele.core.codec.EntityCodec;
import dev.clientele.core.codec.EventCodec;
import dev.clientele.core.entity.EventLog.EventSelection;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Page;
import dev.clientele.core.entity.Selection;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Aggregator;
import dev.clientele.persistence.criteria.Containing;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.FieldReader;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Has;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.Sort;
import dev.clientele.persistence.criteria.SortDirection;
import dev.clientele.persistence.criteria.ValueOrder;
import dev.clientele.persistence.jdbc.SqliteStorage;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.testing.LimitedStorage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * All interpreters of criteria say the same: {@link Criteria#test} in memory, which is the definition; its JSON form read
 * back; a record asked itself; push-down into memory and into SQLite; and the core's own evaluation above a storage that pushes down nothing, or
 * only part. For pages, streams, counts and figures, of records and of events.
 */
class CriteriaPropertyTest {

    private static final Instant NOW_KEPT = Samples.NOW.truncatedTo(ChronoUnit.MICROS);
    private static final EntityCodec<Specimen> SPECIMENS = EntityCodec.of(Specimen.TYPE);
    private static final EventCodec<Finding> FINDINGS = EventCodec.of(Finding.TYPE);
    private static final UUID SUBJECT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID OTHER_SUBJECT = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final List<Measure> MEASURES = List.of(
            Measure.count(),
            Measure.sum("pieces"),
            Measure.sum("weight"),
            Measure.min("score"),
            Measure.max("found"),
            Measure.min("due"),
            Measure.max("label"));

    private static final Map<String, Crm> CRMS = new LinkedHashMap<>();
    private static final List<Storage> STORAGES = new ArrayList<>();
    private static final AtomicInteger TENANTS = new AtomicInteger();
    private static Path folder;

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("criteria");
        SqliteStorage sqlite = SqliteStorage.open(folder.resolve("whole.db"));
        put("memory", MemoryStorage.create());
        put("SQLite", sqlite);
        put("nothing pushed down", new LimitedStorage(MemoryStorage.create(), atom -> false));
        put(
                "part pushed down",
                new LimitedStorage(SqliteStorage.open(folder.resolve("part.db")), CriteriaPropertyTest::easy));
    }

    private static boolean easy(Criteria atom) {
        return !(atom instanceof Containing
                || atom instanceof Has
                || atom.fields().contains("weight"));
    }

    private static void put(String name, Storage storage) {
        STORAGES.add(storage);
        CRMS.put(
                name,
                Crm.on(storage)
                        .type(Specimen.TYPE)
                        .type(Finding.TYPE)
                        .clock(Clock.fixed(Samples.NOW, ZoneOffset.UTC))
                        .random(new Random(1))
                        .build());
    }

    @AfterContainer
    static void close() throws IOException {
        STORAGES.forEach(Storage::close);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** What is asked of the records that meet a criteria. */
    record Question<T>(
            Criteria where, List<Field<T, ?>> order, SortDirection direction, int limit, Field<T, ?> groupBy) {}

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void all_interpreters_agree_on_records(
            @ForAll("samples") List<Sample> samples, @ForAll("aboutRecords") List<Question<Specimen>> questions) {
        List<Specimen> records = samples.stream()
                .map(sample ->
                        sample.fill(Specimen.TYPE.newEntity(), Specimen.KINDS).withId(Id.of(sample.id())))
                .toList();
        List<Document> documents = records.stream().map(SPECIMENS::toDocument).toList();

        CRMS.forEach((name, crm) -> {
            CrmSession session = tenantOf(crm);
            session.repository(Specimen.TYPE).addAll(records);
            for (Question<Specimen> question : questions) {
                List<Sort> order = question.order().stream()
                        .map(field -> new Sort(SPECIMENS.sortColumn(field.name()), question.direction()))
                        .toList();
                List<String> expected = documents.stream()
                        .filter(question.where().resolvedAt(NOW_KEPT)::test)
                        .sorted(Sort.comparator(order)
                                .thenComparing(row -> String.valueOf(row.read("id")), ValueOrder.TEXT))
                        .map(document -> document.id().toString())
                        .toList();
                Selection<Specimen> selection =
                        session.repository(Specimen.TYPE).query(question.where());
                for (Field<Specimen, ?> key : question.order()) {
                    selection = selection.sortedBy(key, question.direction());
                }
                String what = name + ": " + question;
                Selection<Specimen> asked = selection;
                assertThat(paged(next ->
                                next == null ? asked.page(question.limit()) : asked.page(question.limit(), next)))
                        .extracting(record -> record.id().toString())
                        .as("pages, %s", what)
                        .isEqualTo(expected);
                try (Stream<Specimen> stream = asked.stream()) {
                    assertThat(stream.map(record -> record.id().toString()))
                            .as("stream, %s", what)
                            .containsExactlyElementsOf(expected);
                }
                assertThat(asked.count()).as("count, %s", what).isEqualTo(expected.size());
                assertThat(plain(asked.aggregate(List.of(question.groupBy()), MEASURES)))
                        .as("figures, %s", what)
                        .isEqualTo(plain(tally(
                                "specimen",
                                SPECIMENS.sortColumn(question.groupBy().name()),
                                question.where(),
                                documents)));
            }
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void all_interpreters_agree_on_events(
            @ForAll("samples") List<Sample> samples, @ForAll("aboutEvents") List<Question<Finding>> questions) {
        List<Finding> events = samples.stream().map(CriteriaPropertyTest::event).toList();
        List<LogEntry> entries = events.stream()
                .map(event -> FINDINGS.toEntry(event, "", NOW_KEPT, "process:test"))
                .toList();
        questions.forEach(question -> assertThat(events)
                .as("the event itself, %s", question)
                .allMatch(event -> event.matches(question.where(), Samples.NOW)
                        == question.where()
                                .resolvedAt(NOW_KEPT)
                                .test(FINDINGS.toEntry(event, "", NOW_KEPT, "process:test"))));

        CRMS.forEach((name, crm) -> {
            CrmSession session = tenantOf(crm);
            session.eventLog(Finding.TYPE).record(events);
            for (Question<Finding> question : questions) {
                List<LogEntry> about = entries.stream()
                        .filter(entry -> entry.subjects().contains(SUBJECT))
                        .toList();
                List<String> expected = about.stream()
                        .filter(question.where().resolvedAt(NOW_KEPT)::test)
                        .sorted(Sort.comparator(List.of(new Sort(LogType.OCCURRED_AT, question.direction())))
                                .thenComparing(row -> String.valueOf(row.read("key")), ValueOrder.TEXT))
                        .map(LogEntry::key)
                        .toList();
                EventSelection<Finding> newest =
                        session.eventLog(Finding.TYPE).forSubject(SUBJECT).and(question.where());
                EventSelection<Finding> asked =
                        question.direction() == SortDirection.ASCENDING ? newest.oldestFirst() : newest;
                String what = name + ": " + question;
                assertThat(paged(next ->
                                next == null ? asked.page(question.limit()) : asked.page(question.limit(), next)))
                        .extracting(Finding::key)
                        .as("pages, %s", what)
                        .isEqualTo(expected);
                try (Stream<Finding> stream = asked.stream()) {
                    assertThat(stream.map(Finding::key)).as("stream, %s", what).containsExactlyElementsOf(expected);
                }
                assertThat(asked.count()).as("count, %s", what).isEqualTo(expected.size());
                assertThat(plain(asked.aggregate(List.of(question.groupBy()), MEASURES)))
                        .as("figures, %s", what)
                        .isEqualTo(plain(tally(
                                "finding",
                                FINDINGS.sortColumn(question.groupBy().name()),
                                question.where(),
                                about)));
            }
        });
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void a_criteria_comes_back_from_its_json_as_it_was(@ForAll("criteria") Criteria criteria) {
        assertThat(CriteriaJson.read(CriteriaJson.write(criteria))).isEqualTo(criteria);
    }

    @Provide
    Arbitrary<Criteria> criteria() {
        return Conditions.over(Specimen.KINDS);
    }

    @Provide
    Arbitrary<List<Sample>> samples() {
        return Samples.samples();
    }

    @Provide
    Arbitrary<List<Question<Specimen>>> aboutRecords() {
        return questions(Specimen.KINDS);
    }

    @Provide
    Arbitrary<List<Question<Finding>>> aboutEvents() {
        return questions(Finding.KINDS);
    }

    private static <T> Arbitrary<List<Question<T>>> questions(Kinds<T> kinds) {
        Arbitrary<List<Field<T, ?>>> orders =
                Arbitraries.of(kinds.sortable()).list().ofMaxSize(2).uniqueElements();
        return Combinators.combine(
                        Conditions.over(kinds),
                        orders,
                        Arbitraries.of(SortDirection.class),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(kinds.groupable()))
                .<Question<T>>as(Question::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static CrmSession tenantOf(Crm crm) {
        return crm.session(TenantId.of("t" + TENANTS.incrementAndGet()), Actor.process("test"));
    }

    /** About one of two subjects or both, and at few different times, so that there are ties. */
    private static Finding event(Sample sample) {
        Instant at = sample.found() == null ? Instant.EPOCH : sample.found();
        boolean first = sample.genuine() == null || sample.genuine();
        Finding event = Finding.TYPE.newEvent(at, Id.of(first ? SUBJECT : OTHER_SUBJECT));
        Finding both = sample.pieces() == null ? event.withSubject(Id.of(SUBJECT)) : event;
        return sample.fill(both, Finding.KINDS)
                .withExternalId("source", sample.id().toString());
    }

    private static <T> List<T> paged(Function<String, Page<T>> read) {
        List<T> all = new ArrayList<>();
        Page<T> page = read.apply(null);
        all.addAll(page.items());
        while (page.next().isPresent()) {
            page = read.apply(page.next().get());
            assertThat(page.items()).as("a page that was promised").isNotEmpty();
            all.addAll(page.items());
        }
        return all;
    }

    private static List<Group> tally(String source, String groupBy, Criteria where, List<? extends FieldReader> rows) {
        Aggregator tally =
                new Aggregator(new Aggregation(source, where.resolvedAt(NOW_KEPT), List.of(groupBy), MEASURES));
        rows.forEach(tally::add);
        return tally.groups();
    }

    /** Sums compare by value: their scale is free. */
    private static List<Group> plain(List<Group> groups) {
        return groups.stream()
                .map(group -> new Group(
                        group.keys(),
                        group.values().stream()
                                .map(value ->
                                        value instanceof BigDecimal sum ? (Object) sum.stripTrailingZeros() : value)
                                .collect(ArrayList::new, List::add, List::addAll)))
                .toList();
    }
}
