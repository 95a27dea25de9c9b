package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.account;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pools of the storage's own: every connection of them is set up alike, and stays so. */
class PostgresPoolTest {

    private static final int READERS = 3;

    private final String url = PostgresServer.newPlace();
    private Storage storage;

    @BeforeEach
    void open() {
        storage = PostgresStorage.builder(url)
                .connections(READERS, 2)
                .maxWait(Duration.ofSeconds(1))
                .open();
        storage.migration(SCHEMA).apply();
    }

    @AfterEach
    void close() {
        storage.close();
        PostgresServer.drop(url);
    }

    private void insert(int number) {
        try (StorageSession session = storage.write(ACME)) {
            session.write(List.of(new Write.Insert(account(number, Map.of()))));
            session.commit();
        }
    }

    @Test
    void every_reading_connection_stays_on_its_snapshot_each_time_it_is_used() {
        for (int round = 1; round <= 3; round++) {
            List<StorageSession> readers = new ArrayList<>();
            try {
                for (int i = 0; i < READERS; i++) {
                    readers.add(storage.read(ACME));
                    assertThat(readers.get(i).find("account", id(round))).isEmpty();
                }
                insert(round);
                for (StorageSession reader : readers) {
                    assertThat(reader.find("account", id(round))).isEmpty();
                }
            } finally {
                readers.forEach(StorageSession::close);
            }
        }
    }

    @Test
    void every_writing_connection_waits_no_longer_than_it_is_told_to() {
        insert(1);
        Write replace = new Write.Replace(account(1, Map.of()).atVersion(1));
        for (int round = 0; round < 3; round++) {
            try (StorageSession first = storage.write(ACME);
                    StorageSession second = storage.write(ACME)) {
                first.write(List.of(replace));
                assertThatThrownBy(() -> second.write(List.of(replace)))
                        .isInstanceOf(StorageUnavailableException.class);
            }
        }
        try (StorageSession reader = storage.read(ACME)) {
            assertThat(reader.find("account", id(1)).map(Document::version)).contains(1L);
        }
    }
}
