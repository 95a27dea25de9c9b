package dev.clientele.persistence.jdbc;

import dev.clientele.persistence.tck.CrashContract;
import dev.clientele.persistence.tck.StorageOpener;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a server that syncs to disk, or the one of its processes that serves the writer, or the writer alone, in turn as
 * chance has it. {@code -Dclientele.kit.kills=100} makes it the long one.
 */
class PostgresCrashTest extends CrashContract {

    @TempDir
    private static Path folder;

    private static MortalServer server;
    private static int places;
    private static final int[] KILLED = new int[3];
    private static final Random RANDOM = new Random(20270301);

    @BeforeAll
    static void start() {
        server = new MortalServer(folder.resolve("data"), "1GB");
    }

    @AfterAll
    static void stop() {
        server.close();
        System.out.printf(
                "killed: the whole server %d times, the process that serves the writer %d times, the writer alone %d times%n",
                KILLED[0], KILLED[1], KILLED[2]);
    }

    @Override
    protected Class<? extends StorageOpener> opener() {
        return PostgresOpener.class;
    }

    @Override
    protected String newPlace() {
        return server.newDatabase("crash" + ++places);
    }

    @Override
    protected void kill(ProcessHandle writer, String place) {
        int victim = RANDOM.nextInt(3);
        KILLED[victim]++;
        if (victim == 0) {
            server.kill();
            writer.destroyForcibly();
            server.restart();
        } else if (victim == 1) {
            server.killBackend(place);
            writer.destroyForcibly();
        } else {
            writer.destroyForcibly();
        }
    }
}
