package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.Write;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Rules T4, T5 and S4 when a process is killed: optional, and an adapter whose data outlives its process should opt in.
 *
 * <p>How often each test kills is the system property {@value #KILLS}, 5 by default. When the blow falls is random, but
 * whenever it falls, what must hold afterwards is the same.
 */
public abstract class CrashContract extends ProcessSuite {

    /** The system property that says how often each test kills. */
    public static final String KILLS = "clientele.kit.kills";

    private static final long SEED = 20260301;

    /** For suites. */
    protected CrashContract() {}

    /**
     * Kills what holds the database: by default the process that writes. Where that is a server, kill the server, start it
     * again, and end the writer too.
     *
     * @param writer the process that writes
     * @param place where
     */
    protected void kill(Process writer, String place) {
        writer.destroyForcibly();
    }

    @Test
    void T5_no_acknowledged_commit_is_lost_when_the_process_is_killed() {
        killWhileWriting(1);
    }

    @Test
    void T4_no_transaction_is_torn_when_the_process_is_killed() {
        killWhileWriting(200);
    }

    @Test
    void S4_a_migration_that_was_killed_goes_on_where_it_stopped() {
        long whole = undisturbedStart();
        Random random = new Random(SEED);
        for (int i = 0; i < kills(); i++) {
            String place = newPlace();
            Process writer = start(CrashWriter.class, place, List.of(), "1");
            LockSupport.parkNanos((long) (whole * random.nextDouble()));
            end(writer, place);
            try (Storage storage = open(place)) {
                storage.migration(SampleSchema.SCHEMA).apply();
                assertThat(storage.migration(SampleSchema.SCHEMA).steps()).isEmpty();
                CrashLedger.check(storage, 1);
                new Books(storage, CrashLedger.TENANT).write(new Write.Insert(Samples.member(1, "ana@example.org")));
            }
        }
    }

    private void killWhileWriting(int width) {
        String place = newPlace();
        Random random = new Random(SEED + width);
        long before = 0;
        for (int i = 0; i < kills(); i++) {
            Process writer = start(CrashWriter.class, place, List.of(), Integer.toString(width));
            long acknowledged = Math.max(before, acknowledged(writer, place, 2 + random.nextInt(20), random));
            try (Storage storage = open(place)) {
                storage.migration(SampleSchema.SCHEMA).validate();
                long stored = CrashLedger.check(storage, width);
                assertThat(stored)
                        .as("transactions stored after %s were acknowledged", acknowledged)
                        .isGreaterThanOrEqualTo(acknowledged);
                before = stored;
            }
        }
    }

    /**
     * Lets the writer commit some transactions, kills it somewhere in the next one, and gives the last that it had
     * acknowledged.
     */
    private long acknowledged(Process writer, String place, int some, Random random) {
        long last = 0;
        try (BufferedReader lines = lines(writer)) {
            long heard = System.nanoTime();
            @Nullable String line = lines.readLine();
            for (int seen = 0; line != null; line = lines.readLine()) {
                if (line.startsWith(CrashWriter.COMMITTED)) {
                    last = Long.parseLong(line.substring(CrashWriter.COMMITTED.length()));
                    long before = heard;
                    heard = System.nanoTime();
                    if (++seen == some) {
                        LockSupport.parkNanos((long) ((heard - before) * random.nextDouble()));
                        end(writer, place);
                    }
                }
            }
        } catch (IOException e) {
            // what the writer said last was cut off with it
        }
        assertThat(last)
                .as("transactions that the writer acknowledged before it was killed")
                .isPositive();
        return last;
    }

    /** How many nanoseconds a writer takes until it is ready, if nobody disturbs it. */
    private long undisturbedStart() {
        String place = newPlace();
        long began = System.nanoTime();
        Process writer = start(CrashWriter.class, place, List.of(), "1");
        try (BufferedReader lines = lines(writer)) {
            assertThat(lines.readLine()).isEqualTo(CrashWriter.READY);
        } catch (IOException e) {
            throw new IllegalStateException("the writer said nothing", e);
        }
        long took = System.nanoTime() - began;
        end(writer, place);
        return Math.min(took, Duration.ofMinutes(1).toNanos());
    }

    private void end(Process writer, String place) {
        kill(writer, place);
        try {
            assertThat(writer.waitFor(5, TimeUnit.MINUTES))
                    .as("the writer has ended")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static BufferedReader lines(Process writer) {
        return new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8));
    }

    private static int kills() {
        return Integer.getInteger(KILLS, 5);
    }
}
