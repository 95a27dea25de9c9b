package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.Migration;
import dev.clientele.persistence.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The suite of rules T4, T5 and S4 when a process is killed, and S5 between processes: optional, and an adapter whose data
 * outlives its process should opt in.
 *
 * <p>A test class names a {@link StorageOpener} and a new place for each database, and that is all for an adapter that works
 * inside the process. The suite starts a program of its own (this Java, this class path, or what {@link #command} says) that
 * opens the storage there, migrates it and commits transactions that write and compute documents and append, redact and prune
 * log entries, telling of each that it is committed. It kills that program without warning, opens the place itself and looks: every transaction that was
 * told of has to be there, as a whole, and of others at most the one that was being committed; and it goes on from there.
 *
 * <p>Where a server holds the data, {@link #kill} is overridden: end the server the hard way, start it again on the same
 * files, and end the writer too, which has lost its connection.
 *
 * <pre>{@code
 * class MyServerCrashTest extends CrashContract {
 *     protected Class<? extends StorageOpener> opener() { return MyOpener.class; }
 *     protected String newPlace() { return server.newDatabase(); }     // an URL, say
 *     protected void kill(ProcessHandle writer, String place) {
 *         server.killNow();                                            // kill -9
 *         server.start();
 *         writer.destroyForcibly();
 *     }
 * }
 * }</pre>
 *
 * <p>The system property {@value #KILLS} sets the kills of each of the four tests, 5 by default; each prints a line with
 * its result on the standard output. For 100 kills each: {@code mvn test -Dtest=MyServerCrashTest
 * -Dclientele.kit.kills=100}. The moment of each kill is random; the same must hold after every one.
 */
public abstract class CrashContract extends ProcessSuite {

    /** The system property for the number of kills in each test. */
    public static final String KILLS = "clientele.kit.kills";

    private static final long SEED = 20260301;
    private static final int MANY = 200;
    private static final int STARTERS = 8;

    /** Creates the suite; for subclasses. */
    protected CrashContract() {}

    /**
     * Kills what holds the database: by default the process that writes. Where that is a server, kill the server, start it
     * again, and end the writer too.
     *
     * @param writer the process that writes
     * @param place where
     */
    protected void kill(ProcessHandle writer, String place) {
        writer.destroyForcibly();
    }

    @Test
    void T5_no_acknowledged_commit_is_lost_when_the_process_is_killed() {
        killWhileWriting("T5, transactions of one document", 1);
    }

    @Test
    void T4_no_transaction_is_torn_when_the_process_is_killed() {
        killWhileWriting("T4, transactions of " + MANY + " documents", MANY);
    }

    @Test
    void S4_a_first_opening_that_was_killed_goes_on_where_it_stopped() {
        killWhileMigrating("S4, first openings", false);
    }

    @Test
    void S4_a_migration_of_stored_data_that_was_killed_goes_on_where_it_stopped() {
        killWhileMigrating("S4, migrations of stored data", true);
    }

    @Test
    void S5_eight_processes_that_start_at_once_find_the_schema_done() throws InterruptedException {
        String place = newPlace();
        List<Process> starters = new ArrayList<>();
        for (int i = 0; i < STARTERS; i++) {
            starters.add(start(StartProgram.class, place, BRIEF, Integer.toString(i)));
        }
        for (Process starter : starters) {
            assertThat(starter.waitFor(5, TimeUnit.MINUTES))
                    .as("a process has ended")
                    .isTrue();
            assertThat(starter.exitValue()).as("exit code of a process").isZero();
        }
        try (Storage storage = open(place)) {
            storage.migration(SampleSchema.SCHEMA).validate();
            assertThat(new TenantStorage(storage, CrashExpectation.TENANT).count(SampleSchema.NOTE))
                    .isEqualTo(STARTERS);
        }
    }

    private void killWhileWriting(String what, int width) {
        String place = newPlace();
        Random random = new Random(SEED + width);
        long stored = 0;
        for (int i = 0; i < kills(); i++) {
            Process writer = start(CrashWriter.class, place, BRIEF, Integer.toString(width));
            long acknowledged = acknowledged(writer, place, 2 + random.nextInt(20), random);
            try (Storage storage = open(place)) {
                storage.migration(SampleSchema.SCHEMA).validate();
                stored = CrashExpectation.check(storage, width);
                assertThat(stored)
                        .as("transactions stored after %s were acknowledged", acknowledged)
                        .isBetween(acknowledged, acknowledged + 1);
            }
        }
        System.out.println("CrashContract " + what + ": " + kills() + " kills, " + stored
                + " transactions stored; none that was acknowledged is lost, none is torn, every opening went well");
    }

    private void killWhileMigrating(String what, boolean withData) {
        long whole = undisturbed(placeToMigrate(withData));
        Random random = new Random(SEED);
        int unfinished = 0;
        for (int i = 0; i < kills(); i++) {
            String place = placeToMigrate(withData);
            Process writer = start(CrashWriter.class, place, BRIEF, "1");
            try (BufferedReader lines = lines(writer)) {
                requireLine(lines, CrashWriter.OPENING);
                LockSupport.parkNanos((long) (whole * random.nextDouble()));
                end(writer, place);
            } catch (IOException e) {
                // what the writer said last was cut off with it
            }
            try (Storage storage = open(place)) {
                Migration rest = storage.migration(SampleSchema.SCHEMA);
                unfinished += rest.steps().isEmpty() ? 0 : 1;
                rest.apply();
                assertThat(storage.migration(SampleSchema.SCHEMA).steps()).isEmpty();
                CrashExpectation.check(storage, 1);
                CrashExpectation.checkOlder(storage, withData);
            }
        }
        System.out.println("CrashContract " + what + ": " + kills() + " kills, " + unfinished
                + " of them before the schema was whole; every one was finished by the next opening");
    }

    private String placeToMigrate(boolean withData) {
        String place = newPlace();
        if (withData) {
            try (Storage storage = open(place)) {
                CrashExpectation.storeOlder(storage);
            }
        }
        return place;
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

    /** Returns the nanoseconds that a writer takes from opening the storage until it is ready, if nobody disturbs it. */
    private long undisturbed(String place) {
        Process writer = start(CrashWriter.class, place, BRIEF, "1");
        long began;
        long ended;
        try (BufferedReader lines = lines(writer)) {
            requireLine(lines, CrashWriter.OPENING);
            began = System.nanoTime();
            requireLine(lines, CrashWriter.READY);
            ended = System.nanoTime();
            end(writer, place);
        } catch (IOException e) {
            throw new IllegalStateException("the writer said nothing", e);
        }
        return Math.min(ended - began, TimeUnit.MINUTES.toNanos(1));
    }

    private static void requireLine(BufferedReader lines, String expected) throws IOException {
        assertThat(lines.readLine()).as("what the writer says").isEqualTo(expected);
    }

    private void end(Process writer, String place) {
        kill(writer.toHandle(), place);
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
