package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.DeclaredField.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.DocumentType;
import dev.clientele.persistence.Index;
import dev.clientele.persistence.LogType;
import dev.clientele.persistence.Schema;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.UniqueKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The round trips of a migration: each may be a long way. */
class PostgresMigrationTest {

    private static final int TYPES = 40;

    private static final Schema SCHEMA = new Schema(
            IntStream.range(0, TYPES).mapToObj(PostgresMigrationTest::type).toList(),
            List.of(new LogType("audit", List.of(text("channel", 40)), List.of())));

    private final TestDatabase database = new TestDatabase(TestDatabase.Kind.POSTGRES);
    private final RoundTrips roundTrips = new RoundTrips();
    private Storage storage;

    private static DocumentType type(int number) {
        return new DocumentType(
                "type_" + number,
                IntStream.range(0, 10)
                        .mapToObj(each -> text("field_" + each, 40))
                        .toList(),
                List.of(UniqueKey.of("once", "field_0")),
                List.of(Index.on("by_one", "field_1"), Index.on("by_two", "field_2")));
    }

    @BeforeEach
    void open() {
        storage = PostgresStorage.over(roundTrips.counting(database.source()));
    }

    @AfterEach
    void close() {
        storage.close();
        database.close();
    }

    /** Over a host's pool: four, and one more to say the isolation level. */
    @Test
    void a_new_database_takes_five_round_trips_a_step() {
        int before = roundTrips.count();
        storage.migration(SCHEMA).apply();

        assertThat(roundTrips.count() - before).isLessThanOrEqualTo(5 * (TYPES + 2) + 15);
    }

    @Test
    void a_database_that_is_up_to_date_takes_a_handful_however_many_types_it_has() {
        storage.migration(SCHEMA).apply();
        int before = roundTrips.count();
        storage.migration(SCHEMA).apply();

        assertThat(roundTrips.count() - before).isLessThanOrEqualTo(8);
    }
}
