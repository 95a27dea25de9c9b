package dev.clientele.persistence.tck.journal;

import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.tck.StorageOpener;
import dev.clientele.persistence.tck.journal.Journal.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

    /** Writes the documents of a transaction, and its entries after a while. */
    public static final class Torn implements StorageOpener {
        @Override
        public Storage open(String place) {
            return new JournalStorage(new Journal(Path.of(place))) {
                @Override
                void record(Journal file, Transaction transaction) {
                    file.append(new Transaction(transaction.tenant(), transaction.changes(), new ArrayList<>()), true);
                    LockSupport.parkNanos(50_000_000);
                    file.append(new Transaction(transaction.tenant(), new ArrayList<>(), transaction.appended()), true);
                }
            };
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
