package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Redaction;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The expected contents of a database after {@link CrashWriter} was killed. */
final class CrashExpectation {

    static final TenantId TENANT = TenantId.of("crash");

    /** How many entries of the log that is pruned are left of older transactions. */
    static final int KEPT = 3;

    private static final int OLDER_MEMBERS = 500;

    private CrashExpectation() {}

    /** Returns the number of the last transaction that is stored; 0 if there is none. */
    static long counter(Storage storage) {
        return new TenantStorage(storage, TENANT)
                .find(SampleSchema.DEAL, SampleRecords.id(0))
                .map(counter -> (Long) counter.fields().getOrDefault("quantity", 0L))
                .orElse(0L);
    }

    static long note(long transaction, int width, int index) {
        return 1 + transaction * width + index;
    }

    static String key(long transaction, int index) {
        return transaction + "-" + index;
    }

    static Redaction redaction(long transaction) {
        return new Redaction(key(transaction, 0), Map.of(), "redacted");
    }

    static LogEntry touch(long transaction) {
        return SampleRecords.touch(Long.toString(transaction), Map.of());
    }

    /**
     * Checks that all transactions up to the counter are there as a whole, and nothing of any other.
     *
     * @return the counter
     */
    static long check(Storage storage, int width) {
        long last = counter(storage);
        List<UUID> notes = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        for (long number = 1; number <= last; number++) {
            for (int i = 0; i < width; i++) {
                notes.add(SampleRecords.id(note(number, width, i)));
                String key = key(number, i);
                entries.add(key + ": " + (i == 0 && number < last ? "redacted" : "entry " + key));
            }
        }
        TenantStorage books = new TenantStorage(storage, TENANT);
        assertThat(books.scan(Query.all(SampleSchema.NOTE)))
                .as("notes of %s whole transactions", last)
                .extracting(Document::id)
                .hasSameSizeAs(notes)
                .satisfies(ids -> assertThat(new HashSet<Object>(ids)).isEqualTo(new HashSet<>(notes)));
        checkCounter(books, last);
        assertThat(followed(books, SampleSchema.AUDIT))
                .as("entries of %s whole transactions, all but the last of them redacted", last)
                .isEqualTo(entries);
        checkPruned(books, last);
        return last;
    }

    private static void checkCounter(TenantStorage books, long last) {
        Document none = SampleRecords.deal(0, Map.of());
        Document counter = books.find(none).orElse(none);
        assertThat(counter.version()).as("version of the counter").isEqualTo(last);
        assertThat(counter.fields().getOrDefault("rank", 0L))
                .as("what the last transaction computed")
                .isEqualTo(last);
    }

    private static void checkPruned(TenantStorage books, long last) {
        List<String> kept = new ArrayList<>();
        for (long number = Math.max(1, last - KEPT + 1); number <= last; number++) {
            kept.add(number + ": touch " + number);
        }
        assertThat(followed(books, SampleSchema.TOUCH))
                .as("entries that %s whole transactions haven't pruned", last)
                .isEqualTo(kept);
        try (StorageSession session = books.storage().write(TENANT)) {
            for (long number = 1; number <= last; number++) {
                assertThat(session.append(SampleSchema.TOUCH, List.of(touch(number))))
                        .as("keys that are taken")
                        .hasSize(1);
            }
        }
    }

    /** Brings an empty database to the older schema and fills it. */
    static void storeOlder(Storage storage) {
        storage.migration(SampleSchema.OLDER).apply();
        List<Document> members = new ArrayList<>();
        for (int i = 0; i < OLDER_MEMBERS; i++) {
            members.add(olderMember(i));
        }
        new TenantStorage(storage, TENANT).insert(members);
    }

    /** Checks that what {@link #storeOlder} stored is there, if it was, and that the schema's keys and fields work. */
    static void checkOlder(Storage storage, boolean stored) {
        TenantStorage books = new TenantStorage(storage, TENANT);
        Document latest = SampleRecords.member(OLDER_MEMBERS, "DE", 1);
        books.write(new Write.Insert(latest));
        assertThatThrownBy(() -> books.insert(SampleRecords.member(OLDER_MEMBERS + 1, "DE", 1)))
                .isInstanceOf(DuplicateKeyException.class);
        List<Document> expected = new ArrayList<>(List.of(latest.atVersion(1)));
        for (int i = 0; stored && i < OLDER_MEMBERS; i++) {
            expected.add(olderMember(i).atVersion(1));
        }
        assertThat(books.scan(Query.all(SampleSchema.MEMBER)))
                .as("documents stored before the migration, and one after it")
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Document olderMember(int number) {
        return SampleRecords.member(number, "member" + number + "@example.org");
    }

    private static List<String> followed(TenantStorage books, String log) {
        List<String> entries = new ArrayList<>();
        Position after = Position.START;
        for (List<LogEntry> some = books.follow(log, after, 1000); !some.isEmpty(); ) {
            some.forEach(entry -> entries.add(entry.key() + ": " + entry.body()));
            after = Objects.requireNonNull(some.get(some.size() - 1).position());
            some = books.follow(log, after, 1000);
        }
        return entries;
    }
}
