package dev.clientele.persistence.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Position;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.Write;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The suite of rules L8 and L5: entries about successive versions of a document stand in the order of the versions. */
public abstract class ChangeOrderContract extends TenantSuite {

    /** Creates the suite; for subclasses. */
    protected ChangeOrderContract() {}

    @Test
    void L8_who_began_first_and_writes_a_document_later_is_told_of_later() {
        books.insert(SampleRecords.note(1));
        StorageSession early = closeAfterTest(storage().write(books.tenant()));
        early.append(SampleSchema.TOUCH, List.of(SampleRecords.touch("unrelated", Map.of())));
        if (has(Capability.CONCURRENT_WRITERS)) {
            books.transact(session -> change(session, 1, "second"));
        }
        finish(early, session -> change(session, 1, "third"));

        assertOrdered();
    }

    @Test
    void L8_a_deletion_is_told_of_after_the_versions_before_it_and_before_the_document_inserted_anew() {
        books.insert(SampleRecords.note(1));
        StorageSession early = closeAfterTest(storage().write(books.tenant()));
        early.append(SampleSchema.TOUCH, List.of(SampleRecords.touch("unrelated", Map.of())));
        if (!has(Capability.CONCURRENT_WRITERS)) {
            early.close();
            early = null;
        }
        books.transact(session -> change(session, 1, "replaced"));
        books.transact(session -> {
            session.write(List.of(new Write.Delete(SampleSchema.NOTE, SampleRecords.id(1), 2)));
            session.append(SampleSchema.AUDIT, List.of(told(1, "deleted")));
        });
        Consumer<StorageSession> anew = session -> {
            session.write(List.of(new Write.Insert(SampleRecords.withBody(SampleRecords.note(1), "anew"))));
            session.append(SampleSchema.AUDIT, List.of(told(1, "anew")));
        };
        if (early == null) {
            books.transact(anew);
        } else {
            finish(early, anew);
        }

        List<String> told = books.follow(SampleSchema.AUDIT, Position.START, 100).stream()
                .map(LogEntry::body)
                .toList();
        assertThat(told).containsSubsequence("replaced", "deleted").containsOnlyOnce("anew");
        if (!writesOnSnapshots()) {
            assertThat(told).containsExactly("replaced", "deleted", "anew");
        }
    }

    @Test
    void L8_a_copy_that_is_built_from_the_entries_is_right_in_the_end() {
        int writers = 6;
        int documents = 3;
        int rounds = Integer.getInteger(FollowContract.TRANSACTIONS, 60);
        Map<UUID, String> mirror = new HashMap<>();
        Position[] last = {Position.START};
        try (TestThreads crew = new TestThreads()) {
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                crew.start(() -> {
                    Random random = new Random(number);
                    for (int i = 0; i < rounds; i++) {
                        String name = number + "-" + i;
                        attempt(session -> changeAtRandom(session, random, documents, name), random.nextInt(6) > 0);
                    }
                });
            }
            while (crew.isRunning()) {
                readInto(mirror, last);
            }
            crew.join();
        }
        readInto(mirror, last);

        Map<UUID, String> stored = new HashMap<>();
        books.scan(Query.all(SampleSchema.NOTE)).forEach(note -> stored.put(note.id(), note.body()));
        mirror.values().removeIf(""::equals);
        assertThat(mirror).isEqualTo(stored);
    }

    /** Writes one or two documents, each by what it finds, and tells of each; sometimes after having told of something else. */
    private static void changeAtRandom(StorageSession session, Random random, int documents, String name) {
        if (random.nextBoolean()) {
            session.append(SampleSchema.TOUCH, List.of(SampleRecords.touch(name, Map.of())));
        }
        for (int i = 0; i <= random.nextInt(2); i++) {
            Document note = SampleRecords.withBody(SampleRecords.note(random.nextInt(documents)), name + " " + i);
            Optional<Document> stored = session.find(note.type(), note.id());
            boolean deletes = stored.isPresent() && random.nextInt(4) == 0;
            Write write = stored.isEmpty()
                    ? new Write.Insert(note)
                    : deletes
                            ? new Write.Delete(
                                    note.type(), note.id(), stored.get().version())
                            : new Write.Replace(note.atVersion(stored.get().version()));
            session.write(List.of(write));
            LogEntry told = LogEntry.of(
                    note.body(), Set.of(note.id()), SampleRecords.NOON, Map.of(), deletes ? "" : note.body());
            session.append(SampleSchema.AUDIT, List.of(told));
        }
    }

    private void readInto(Map<UUID, String> mirror, Position[] last) {
        for (List<LogEntry> some = follow(last[0]); !some.isEmpty(); some = follow(last[0])) {
            for (LogEntry entry : some) {
                entry.subjects().forEach(subject -> mirror.put(subject, entry.body()));
                last[0] = Objects.requireNonNull(entry.position());
            }
        }
    }

    private List<LogEntry> follow(Position after) {
        return books.follow(SampleSchema.AUDIT, after, 100);
    }

    private void attempt(Consumer<StorageSession> steps, boolean commits) {
        try (StorageSession session = storage().write(books.tenant())) {
            steps.accept(session);
            if (commits) {
                session.commit();
            }
        } catch (ConflictException e) {
            // another was quicker
        } catch (StorageException e) {
            if (!e.retryable()) {
                throw e;
            }
        }
    }

    @Test
    void L5_positions_ascend_over_all_appends_of_a_transaction() {
        List<String> expected = new ArrayList<>();
        books.append(SampleSchema.AUDIT, SampleRecords.audit("known"));
        books.transact(session -> {
            for (int i = 0; i < 20; i++) {
                // keys and times that are in another order than the appends
                String one = "k" + (i * 7 + 3) % 20;
                String two = "l" + (i * 11 + 5) % 20;
                session.append(
                        SampleSchema.AUDIT,
                        List.of(
                                SampleRecords.audit(one, SampleRecords.NOON.minusSeconds(i), SampleRecords.id(i)),
                                SampleRecords.audit("known"),
                                SampleRecords.audit(two, SampleRecords.NOON.plusSeconds(i), SampleRecords.id(1))));
                session.append(SampleSchema.TOUCH, List.of(SampleRecords.touch(one, Map.of())));
                session.write(List.of(new Write.Insert(SampleRecords.note(i))));
                expected.add(one);
                expected.add(two);
            }
        });
        List<LogEntry> followed = books.follow(SampleSchema.AUDIT, Position.START, 100);

        assertThat(followed.subList(1, followed.size()))
                .extracting(LogEntry::key)
                .isEqualTo(expected);
        assertThat(followed).extracting(LogEntry::position).isSorted().doesNotHaveDuplicates();
        assertThat(books.follow(SampleSchema.TOUCH, Position.START, 100)).hasSize(20);
    }

    /** Does the rest of a transaction, anew if another was in the way. */
    private void finish(StorageSession begun, Consumer<StorageSession> rest) {
        try (begun) {
            rest.accept(begun);
            begun.commit();
        } catch (ConflictException e) {
            begun.close();
            books.transact(rest);
        }
    }

    private static void change(StorageSession session, long number, String body) {
        Document stored =
                session.find(SampleSchema.NOTE, SampleRecords.id(number)).orElseThrow();
        session.write(List.of(new Write.Replace(SampleRecords.withBody(stored, body))));
        session.append(SampleSchema.AUDIT, List.of(told(number, body)));
    }

    private static LogEntry told(long number, String body) {
        return LogEntry.of(body, Set.of(SampleRecords.id(number)), SampleRecords.NOON, Map.of(), body);
    }

    private void assertOrdered() {
        String stored = books.find(SampleRecords.note(1)).orElseThrow().body();
        assertThat(books.follow(SampleSchema.AUDIT, Position.START, 100))
                .last()
                .extracting(LogEntry::body)
                .isEqualTo(stored);
    }
}
