package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.criteria.Query;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures about sessions, and the naming of those that were forgotten. */
class SessionMetricsTest {

    @TempDir
    Path folder;

    private SqliteStorage storage;

    @BeforeEach
    void open() {
        storage = SqliteStorage.builder(folder.resolve("crm.db"))
                .idleWarning(Duration.ofNanos(1))
                .open();
        storage.migration(SCHEMA).apply();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void open_sessions_and_streams_are_counted_until_they_are_closed() {
        try (StorageSession reader = storage.read(ACME);
                StorageSession writer = storage.write(ACME);
                Stream<?> stream = reader.scan(Query.all("account"))) {
            assertThat(stream.iterator().hasNext()).isFalse();
            assertThat(writer.tenant()).isEqualTo(ACME);
            SessionMetrics now = storage.metrics();
            assertThat(now.reading()).isEqualTo(1);
            assertThat(now.writing()).isEqualTo(1);
            assertThat(now.streams()).isEqualTo(1);
        }
        SessionMetrics then = storage.metrics();
        assertThat(then.reading() + then.writing() + then.streams() + then.waiting())
                .isZero();
        assertThat(then.opened()).isGreaterThan(2);
        assertThat(then.waits()).isZero();
    }

    @Test
    void a_caller_that_was_given_no_connection_counts_as_a_wait_and_a_refusal() {
        try (StorageSession others =
                CompletableFuture.supplyAsync(() -> storage.write(ACME)).join()) {
            assertThat(others.tenant()).isEqualTo(ACME);
            assertThatThrownBy(() -> storage.write(ACME, Duration.ofMillis(20)))
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessageContaining("SessionMetricsTest"); // where the oldest was opened
        }
        SessionMetrics metrics = storage.metrics();
        assertThat(metrics.waits()).isEqualTo(1);
        assertThat(metrics.refusals()).isEqualTo(1);
        assertThat(metrics.longestWait()).isPositive();
        assertThat(metrics.totalWait()).isEqualTo(metrics.longestWait());
    }

    @Test
    void a_session_that_lies_idle_is_named_once() {
        long before = storage.metrics().forgotten();
        try (StorageSession forgotten = storage.read(ACME)) {
            assertThat(forgotten.tenant()).isEqualTo(ACME);
            assertThat(storage.metrics().forgotten()).isEqualTo(before + 1);
            assertThat(storage.metrics().forgotten()).isEqualTo(before + 1);
        }
    }
}
