package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.DeclaredField.text;
import static dev.clientele.persistence.DeclaredField.textSet;
import static dev.clientele.persistence.criteria.Criteria.has;
import static dev.clientele.persistence.criteria.Criteria.not;
import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.GLOBEX;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.LogQuery;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Criteria;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.HasAny;
import dev.clientele.persistence.criteria.Query;
import dev.clientele.persistence.criteria.SortDirection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Text sets with an index: what is found by an element is what has it, whatever was written before. */
class SetIndexTest {

    private static Schema schema(Index... indexes) {
        DocumentType person = new DocumentType(
                "person",
                List.of(text("city", 40), textSet("emails", 100), textSet("phones", 100)),
                List.of(),
                List.of(indexes));
        List<Index> topics = indexes.length == 0 ? List.of() : List.of(Index.on("by_topic", "topics"));
        return new Schema(List.of(person), List.of(new LogType("event", List.of(textSet("topics", 100)), topics)));
    }

    private static final Schema INDEXED =
            schema(Index.on("by_city", "city"), Index.on("by_email", "emails"), Index.on("by_phone", "phones"));

    private static Document person(int number, long version, Map<String, Object> fields) {
        return new Document("person", id(number), version, fields, "{}");
    }

    private static List<Integer> find(StorageSession session, Criteria where) {
        try (Stream<Document> found = session.scan(Query.where("person", where))) {
            return found.map(each -> (int) (each.id().getLeastSignificantBits() & 0xffff))
                    .sorted()
                    .toList();
        }
    }

    private static void write(Storage storage, TenantId tenant, Write... writes) {
        try (StorageSession session = storage.write(tenant)) {
            session.write(List.of(writes));
            session.commit();
        }
    }

    private static long count(TestDatabase database, String table) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from \"" + table + "\"")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_written_the_index_finds_what_has_an_element(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(INDEXED).apply();
            Random random = new Random(7);
            Map<Integer, Document> model = new HashMap<>();
            for (int round = 0; round < 60; round++) {
                round(storage, random, model);
                for (Criteria where : questions(random)) {
                    List<Integer> expected = model.entrySet().stream()
                            .filter(each -> where.test(each.getValue()))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList();
                    try (StorageSession session = storage.read(ACME)) {
                        assertThat(find(session, where)).as("%s", where).isEqualTo(expected);
                        List<Group> groups = session.aggregate(Aggregation.count("person", where));
                        assertThat(
                                        groups.isEmpty()
                                                ? 0L
                                                : groups.get(0).values().get(0))
                                .isEqualTo((long) expected.size());
                    }
                }
            }
            long elements = model.values().stream()
                    .mapToLong(each -> ((Set<?>) each.fields().getOrDefault("emails", Set.of())).size())
                    .sum();
            assertThat(count(database, "crm_person$$by_email")).isEqualTo(elements);
        }
    }

    private static void round(Storage storage, Random random, Map<Integer, Document> model) {
        List<Write> batch = new ArrayList<>();
        Map<Integer, Document> after = new HashMap<>(model);
        Set<Integer> numbers = new TreeSet<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            numbers.add(random.nextInt(12));
        }
        for (int number : numbers) {
            Document stored = model.get(number);
            if (stored == null) {
                Document inserted = person(number, 0, fields(random));
                batch.add(new Write.Insert(inserted));
                after.put(number, inserted.atVersion(1));
            } else if (random.nextInt(4) == 0) {
                batch.add(new Write.Delete("person", stored.id(), stored.version()));
                after.remove(number);
            } else {
                Document replaced = person(number, stored.version(), fields(random));
                batch.add(new Write.Replace(replaced, random.nextBoolean() ? stored : null));
                after.put(number, replaced.atVersion(stored.version() + 1));
            }
        }
        try (StorageSession session = storage.write(ACME)) {
            session.write(batch);
            if (random.nextInt(5) > 0) {
                session.commit();
                model.clear();
                model.putAll(after);
            }
        }
    }

    private static Map<String, Object> fields(Random random) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("city", "c" + random.nextInt(3));
        for (String field : List.of("emails", "phones")) {
            Set<String> set = IntStream.range(0, random.nextInt(4))
                    .mapToObj(each -> "\"{},'" + random.nextInt(6))
                    .collect(Collectors.toSet());
            if (!set.isEmpty()) {
                fields.put(field, set);
            }
        }
        return fields;
    }

    private static List<Criteria> questions(Random random) {
        Criteria email = has("emails", "\"{},'" + random.nextInt(6));
        Criteria phone =
                Criteria.hasAny("phones", List.of("\"{},'" + random.nextInt(6), "\"{},'" + random.nextInt(6), "x"));
        Criteria city = Criteria.equal("city", "c" + random.nextInt(3));
        return List.of(
                email,
                phone,
                not(email),
                not(phone),
                new HasAny("emails", Set.of()),
                email.and(city),
                email.or(city),
                email.or(phone),
                email.or(phone.and(city)),
                not(email.or(city)).and(phone),
                Criteria.missing("emails").or(phone));
    }

    @ParameterizedTest
    @EnumSource
    void an_index_declared_later_is_made_of_what_is_stored_and_goes_when_it_is_no_longer_declared(
            TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(schema()).apply();
            write(storage, ACME, new Write.Insert(person(1, 0, Map.of("emails", Set.of("a", "b")))));
            write(storage, GLOBEX, new Write.Insert(person(2, 0, Map.of("emails", Set.of("b")))));
            append(storage, "before", Set.of("t"));

            storage.migration(INDEXED).apply();
            assertThat(count(database, "crm_person$$by_email")).isEqualTo(3);
            write(storage, ACME, new Write.Insert(person(3, 0, Map.of("emails", Set.of("b")))));
            append(storage, "after", Set.of("t", "u"));
            try (StorageSession session = storage.read(ACME)) {
                assertThat(find(session, has("emails", "b"))).containsExactly(1, 3);
                assertThat(keys(session, has("topics", "t"))).containsExactly("after", "before");
                assertThat(keys(session, not(has("topics", "u")))).containsExactly("before");
            }

            storage.migration(schema()).apply();
            assertThat(storage.migration(schema()).steps()).isEmpty();
            write(storage, ACME, new Write.Delete("person", id(3), 1));
            try (StorageSession session = storage.read(ACME)) {
                assertThat(find(session, has("emails", "b"))).containsExactly(1);
            }
            storage.migration(INDEXED).apply();
            assertThat(count(database, "crm_person$$by_email")).isEqualTo(3);
        }
    }

    private static void append(Storage storage, String key, Set<String> topics) {
        try (StorageSession session = storage.write(ACME)) {
            session.append(
                    "event", List.of(LogEntry.of(key, Set.of(id(1)), Instant.EPOCH, Map.of("topics", topics), "{}")));
            session.commit();
        }
    }

    private static List<String> keys(StorageSession session, Criteria where) {
        try (Stream<LogEntry> found = session.scan(new LogQuery("event", id(1), where, SortDirection.ASCENDING))) {
            return found.map(LogEntry::key).toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_hundred_thousand_elements_can_be_asked_for_with_and_without_an_index(TestDatabase.Kind kind) {
        Set<String> many =
                IntStream.range(0, 100_000).mapToObj(each -> "e" + each).collect(Collectors.toSet());
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            for (Schema schema : List.of(schema(), INDEXED)) {
                storage.migration(schema).apply();
                if (!schema.equals(INDEXED)) {
                    write(
                            storage,
                            ACME,
                            new Write.Insert(person(1, 0, Map.of("emails", Set.of("e99999", "other")))),
                            new Write.Insert(person(2, 0, Map.of("emails", Set.of("other")))),
                            new Write.Insert(person(3, 0, Map.of())));
                }
                try (StorageSession session = storage.read(ACME)) {
                    assertThat(find(session, new HasAny("emails", many))).containsExactly(1);
                    assertThat(find(session, not(new HasAny("emails", many)))).containsExactly(2, 3);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "H2")
    void what_the_host_writes_into_the_table_is_found_by_the_index(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = new TestDatabase(kind);
                Storage storage = database.open()) {
            storage.migration(INDEXED).apply();
            write(storage, ACME, new Write.Insert(person(1, 0, Map.of("emails", Set.of("a")))));
            try (Connection connection = database.source().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("update crm_person set emails = '"
                        + (kind == TestDatabase.Kind.SQLITE ? "[\"b\"]" : "{b}") + "'");
            }
            try (StorageSession session = storage.read(ACME)) {
                assertThat(find(session, has("emails", "b"))).containsExactly(1);
                assertThat(find(session, has("emails", "a"))).isEmpty();
            }
        }
    }
}
