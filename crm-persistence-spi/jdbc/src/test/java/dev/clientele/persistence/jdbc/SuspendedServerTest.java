package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static dev.clientele.persistence.jdbc.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.CommitOutcomeUnknownException;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that is stopped with SIGSTOP: it takes connections and answers nothing. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no signals")
class SuspendedServerTest {

    private static final Duration SHORT = Duration.ofMillis(250);
    private static final int FAR_TOO_LONG = 25;

    @TempDir
    private Path folder;

    private MortalServer server;
    private String url;

    @BeforeEach
    void start() {
        server = new MortalServer(folder.resolve("data"), "1GB");
        url = server.newDatabase("suspended");
    }

    @AfterEach
    void stop() {
        server.resume();
        server.close();
    }

    @Test
    void whoever_calls_is_told_after_the_longest_silence_and_goes_on_when_the_server_does() {
        try (Storage storage = PostgresStorage.builder(url)
                .maxWait(SHORT)
                .maxSilence(Duration.ofSeconds(1))
                .open()) {
            storage.migration(SCHEMA).apply();
            try (StorageSession reading = storage.read(ACME);
                    StorageSession writing = storage.write(ACME);
                    StorageSession committing = storage.write(ACME)) {
                assertThat(reading.find("account", id(1))).isEmpty();
                Opened.insert(committing, 2);
                server.suspend();
                assertToldInTime(() -> reading.find("account", id(1)), StorageUnavailableException.class);
                assertToldInTime(() -> Opened.insert(writing, 1), StorageUnavailableException.class);
                assertToldInTime(committing::commit, CommitOutcomeUnknownException.class);
            }
            assertToldInTime(() -> insert(storage, 1), StorageUnavailableException.class);
            server.resume();
            insert(storage, 1);
            assertThat(exists(storage, 1)).isTrue();
        }
    }

    @Test
    void whoever_opens_a_session_with_a_patience_is_told_within_it_however_long_the_silence_may_be() {
        try (Storage storage =
                PostgresStorage.builder(url).maxSilence(Duration.ofDays(1)).open()) {
            storage.migration(SCHEMA).apply();
            insert(storage, 1);
            server.suspend();
            for (int i = 0; i < 3; i++) { // by a connection that was good a moment ago, and by new ones
                assertToldInTime(() -> storage.write(ACME, SHORT).close(), StorageUnavailableException.class);
            }
            server.resume();
            insert(storage, 2);
            assertThat(exists(storage, 1) && exists(storage, 2)).isTrue();
        }
    }

    private static void insert(Storage storage, int number) {
        try (StorageSession session = storage.write(ACME)) {
            Opened.insert(session, number);
            session.commit();
        }
    }

    private static boolean exists(Storage storage, int number) {
        try (StorageSession session = storage.read(ACME)) {
            return session.find("account", id(number)).isPresent();
        }
    }

    /** Asserts that a call fails, long before a wait that nobody has limited would end. */
    private static void assertToldInTime(Runnable call, Class<? extends Exception> expected) {
        assertThatThrownBy(() -> CompletableFuture.runAsync(call).get(FAR_TOO_LONG, TimeUnit.SECONDS))
                .hasCauseInstanceOf(expected);
    }
}
