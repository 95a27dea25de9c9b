package dev.clientele.persistence.tck.journal;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.tck.StorageOpener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;

/** Openers of journals that lose, tear or bar what they hold when their process is killed. */
final class BrokenJournals {

    private BrokenJournals() {}

    /** Writes a transaction when the second after it comes, though it was acknowledged long before. */
    public static final class Late implements StorageOpener {
        @Override
        public Storage open(String place) {
            Deque<Transaction> held = new ArrayDeque<>();
            return new JournalStorage(new Journal(Path.of(place))) {
                @Override
                void record(Journal file, Transaction transaction) {
                    held.add(transaction);
                    if (held.size() > 2) {
                        file.append(held.remove(), true);
                    }
                }
            };
        }
    }

    /** Writes all of a transaction but steps of one kind, and those after a while. */
    private static Storage tearing(String place, Class<? extends JournalStep> late) {
        return new JournalStorage(new Journal(Path.of(place))) {
            @Override
            void record(Journal file, Transaction transaction) {
                file.append(transaction.only(step -> !late.isInstance(step)), true);
                LockSupport.parkNanos(50_000_000);
                file.append(transaction.only(late::isInstance), true);
            }
        };
    }

    /** Writes the entries of a transaction after the rest of it. */
    public static final class TornAppends implements StorageOpener {
        @Override
        public Storage open(String place) {
            return tearing(place, JournalStep.Appended.class);
        }
    }

    /** Writes what a transaction computed after the rest of it. */
    public static final class TornComputations implements StorageOpener {
        @Override
        public Storage open(String place) {
            return tearing(place, JournalStep.Computation.class);
        }
    }

    /** Writes the redactions of a transaction after the rest of it. */
    public static final class TornRedactions implements StorageOpener {
        @Override
        public Storage open(String place) {
            return tearing(place, JournalStep.Redacted.class);
        }
    }

    /** Writes the prunings of a transaction after the rest of it. */
    public static final class TornPrunings implements StorageOpener {
        @Override
        public Storage open(String place) {
            return tearing(place, JournalStep.Pruned.class);
        }
    }

    /** Marks that it is at work on the schema, and lets nobody in until it has taken the mark away. */
    public static final class Barred implements StorageOpener {
        @Override
        public Storage open(String place) {
            Path mark = Path.of(place + ".lock");
            return new JournalStorage(new Journal(Path.of(place))) {
                @Override
                void prepare() {
                    try {
                        if (Files.exists(mark)) {
                            throw new StorageUnavailableException("another process is at work on the schema", null);
                        }
                        Files.createFile(mark);
                        LockSupport.parkNanos(500_000_000);
                        Files.delete(mark);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };
        }
    }
}
