package dev.clientele.b2c.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.b2c.B2c;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.memory.MemoryStorage;
import dev.clientele.testing.DatabaseKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A program that identifies is killed again and again, wherever it may be, and resumed: the persons are those of an undisturbed run.
 * {@code -Dclientele.identity.stream=200000} makes it the long one.
 */
class KilledIdentificationTest {

    private static final int RECORDS = Integer.getInteger("clientele.identity.stream", 1000);
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    private final Random random = new Random(20270311);

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRES"})
    void killed_in_the_middle_and_resumed_the_persons_are_those_of_an_undisturbed_run(DatabaseKind kind)
            throws Exception {
        String place = kind.place(folder);
        kind.open(folder).close();
        int batches = RECORDS / IdentityProgram.BATCH;
        int next = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            next = runUntilKilled(place, next, kill * batches / (KILLS + 1)) + 1;
        }
        runUntilKilled(place, next, Integer.MAX_VALUE);

        try (Storage storage = kind.open(folder);
                Storage undisturbed = MemoryStorage.create()) {
            B2c resumed = IdentityProgram.open(storage);
            B2c whole = IdentityProgram.open(undisturbed);
            resumed.identity().settlePending(RECORDS);
            for (int batch = 0; batch < batches; batch++) {
                IdentityProgram.identify(whole, batch, RECORDS);
            }
            Set<Set<String>> persons = StoredIdentityPropertyTest.persons(whole);
            assertThat(StoredIdentityPropertyTest.persons(resumed).equals(persons))
                    .as("the same persons")
                    .isTrue();
            assertThat(resumed.persons().all().count()).isEqualTo(persons.size());
            assertThat(resumed.identity().genericValues().count())
                    .isEqualTo(whole.identity().genericValues().count())
                    .isPositive();
            assertThat(resumed.identity()
                            .records()
                            .query(SourceRecord.PENDING.isTrue())
                            .count())
                    .isZero();
        }
    }

    /** Runs the program until it has identified a batch and begun the next one; returns the last batch that it has acknowledged. */
    private int runUntilKilled(String place, int first, int last) throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdentityProgram.class.getName(),
                        place,
                        String.valueOf(RECORDS),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int acknowledged = first - 1;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            @Nullable String line = lines.readLine();
            while (line != null) {
                acknowledged = Integer.parseInt(line.substring(IdentityProgram.IDENTIFIED.length()));
                if (acknowledged >= last) {
                    LockSupport.parkNanos(random.nextInt(20_000_000));
                    program.destroyForcibly();
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            // what the program said last was cut off with it
        }
        int end = program.waitFor();
        assertThat(end == 0).as("the program came to its end").isEqualTo(last == Integer.MAX_VALUE);
        return acknowledged;
    }
}
