package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.DuplicateKeyException;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The expected contents of a database after {@link CrashWriter} was killed. */
final class CrashExpectation {

    static final TenantId TENANT = TenantId.of("crash");

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

    /**
     * Checks that all transactions up to the counter are there as a whole, and nothing of any other.
     *
     * @return the counter
     */
    static long check(Storage storage, int width) {
        long last = counter(storage);
        List<UUID> notes = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (long number = 1; number <= last; number++) {
            for (int i = 0; i < width; i++) {
                notes.add(SampleRecords.id(note(number, width, i)));
                keys.add(key(number, i));
            }
        }
        TenantStorage books = new TenantStorage(storage, TENANT);
        assertThat(books.scan(Query.all(SampleSchema.NOTE)))
                .as("notes of %s whole transactions", last)
                .extracting(Document::id)
                .hasSameSizeAs(notes)
                .satisfies(ids -> assertThat(new HashSet<Object>(ids)).isEqualTo(new HashSet<>(notes)));
        assertThat(books.find(SampleSchema.DEAL, SampleRecords.id(0))
                        .map(Document::version)
                        .orElse(0L))
                .as("version of the counter")
                .isEqualTo(last);
        assertThat(followed(books)).as("entries of %s whole transactions", last).isEqualTo(keys);
        return last;
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

    private static List<String> followed(TenantStorage books) {
        List<String> keys = new ArrayList<>();
        Position after = Position.START;
        for (List<LogEntry> some = books.follow(SampleSchema.AUDIT, after, 1000); !some.isEmpty(); ) {
            some.forEach(entry -> keys.add(entry.key()));
            after = Objects.requireNonNull(some.get(some.size() - 1).position());
            some = books.follow(SampleSchema.AUDIT, after, 1000);
        }
        return keys;
    }
}
