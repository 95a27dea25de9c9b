package dev.clientele.persistence.tck;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that starts beside others on one database: opens it, applies the schema and stores one note. What is told to be
 * retryable it tries again for two minutes.
 *
 * <p>Arguments: the opener's class, the place, the note's number.
 */
final class StartProgram {

    private StartProgram() {}

    public static void main(String[] arguments) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (true) {
            try (Storage storage = ProcessSuite.open(arguments[0], arguments[1])) {
                storage.migration(SampleSchema.SCHEMA).apply();
                new TenantStorage(storage, CrashExpectation.TENANT)
                        .insert(SampleRecords.note(Integer.parseInt(arguments[2])));
                return;
            } catch (StorageException e) {
                if (!e.retryable() || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
    }
}
