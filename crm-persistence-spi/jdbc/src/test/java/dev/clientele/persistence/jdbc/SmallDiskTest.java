package dev.clientele.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clientele.persistence.CommitOutcomeUnknownException;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fills a real small file system, mounted in memory, which takes the right to mount: {@code -Dclientele.disk=tmpfs}. {@link
 * FullDiskTest} and {@link FileLimitTest} need no rights.
 */
@EnabledIfSystemProperty(
        named = "clientele.disk",
        matches = "tmpfs",
        disabledReason = "mounts a file system, which takes rights: -Dclientele.disk=tmpfs")
class SmallDiskTest {

    private static final int BALLAST = 4 << 20;

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path disk;

    private boolean mounted;
    private int next = 1;

    private void mount(String size) throws Exception {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size + ",mode=0700", "tmpfs", disk.toString());
        assumeTrue(mounted, "this user may not mount a file system");
        Files.write(disk.resolve("ballast"), new byte[BALLAST]);
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", disk.toString());
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    /** Writes until it fails; adds what was acknowledged. */
    private StorageException fillUp(Storage storage, Set<Integer> acknowledged) {
        while (true) {
            int number = next++;
            try {
                Numbered.write(storage, number);
                acknowledged.add(number);
            } catch (StorageException e) {
                assertThat(e.retryable() || e instanceof CommitOutcomeUnknownException)
                        .as("%s", e)
                        .isTrue();
                return e;
            }
        }
    }

    private static Set<Integer> stored(Storage storage) {
        try {
            return Numbered.stored(storage);
        } catch (StorageUnavailableException e) {
            return Numbered.stored(storage); // what was connected before the database failed is replaced now
        }
    }

    private void assertNothingLost(Storage storage, Set<Integer> acknowledged) {
        Set<Integer> stored = stored(storage);
        assertThat(stored).containsAll(acknowledged);
        assertThat(stored.size()).isLessThanOrEqualTo(acknowledged.size() + 2);
    }

    /** Some more, within what was freed. Where the database has to be opened anew, the first may be refused. */
    private void goOn(Storage storage, Set<Integer> acknowledged) {
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            int number = next++;
            try {
                Numbered.write(storage, number);
                acknowledged.add(number);
            } catch (StorageException e) {
                assertThat(++refused).as("refused after room was made: %s", e).isEqualTo(1);
            }
        }
    }

    private void fillFreeAndGoOn(Storage storage) throws IOException {
        storage.migration(Samples.SCHEMA).apply();
        Set<Integer> acknowledged = new TreeSet<>();
        StorageException first = fillUp(storage, acknowledged);
        System.out.printf("full after %d transactions (%s)%n", acknowledged.size(), first.getMessage());
        assertThat(acknowledged).hasSizeGreaterThan(100);
        Files.delete(disk.resolve("ballast"));
        goOn(storage, acknowledged);
        assertNothingLost(storage, acknowledged);
    }

    @Test
    void sqlite_loses_nothing_on_a_full_disk_and_goes_on_when_there_is_room() throws Exception {
        mount("24m");
        try (Storage storage = SqliteStorage.open(disk.resolve("crm.db"))) {
            fillFreeAndGoOn(storage);
        }
        try (Storage again = SqliteStorage.open(disk.resolve("crm.db"))) {
            again.migration(Samples.SCHEMA).validate();
            assertThat(Numbered.stored(again)).hasSizeGreaterThan(100);
        }
    }

    @Test
    void h2_loses_nothing_on_a_full_disk_and_goes_on_when_there_is_room() throws Exception {
        mount("24m");
        try (Storage storage = H2Storage.open(disk.resolve("crm"))) {
            fillFreeAndGoOn(storage);
        }
        try (Storage again = H2Storage.open(disk.resolve("crm"))) {
            again.migration(Samples.SCHEMA).validate();
            assertThat(Numbered.stored(again)).hasSizeGreaterThan(100);
        }
    }

    @Test
    void postgresql_loses_nothing_on_a_full_disk_and_goes_on_when_there_is_room() throws Exception {
        mount("160m");
        try (MortalServer server = new MortalServer(disk.resolve("data"), "32MB")) {
            String url = server.newDatabase("small");
            Set<Integer> acknowledged = new TreeSet<>();
            try (Storage storage = PostgresStorage.builder(url).open()) {
                storage.migration(Samples.SCHEMA).apply();
                StorageException first = fillUp(storage, acknowledged);
                System.out.printf("full after %d transactions (%s)%n", acknowledged.size(), first.getMessage());
            }
            Files.delete(disk.resolve("ballast"));
            if (!server.isRunning()) {
                server.restart(); // it stops itself where it can't write its log
            }
            try (Storage storage = PostgresStorage.builder(url).open()) {
                storage.migration(Samples.SCHEMA).validate();
                goOn(storage, acknowledged);
                assertNothingLost(storage, acknowledged);
            }
        }
    }
}
