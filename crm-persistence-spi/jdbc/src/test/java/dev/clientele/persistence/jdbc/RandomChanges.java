package dev.clientele.persistence.jdbc;

import static dev.clientele.persistence.jdbc.Samples.ACME;
import static dev.clientele.persistence.jdbc.Samples.id;

import dev.clientele.persistence.CommitOutcomeUnknownException;
import dev.clientele.persistence.ConflictException;
import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.Storage;
import dev.clientele.persistence.StorageException;
import dev.clientele.persistence.StorageSession;
import dev.clientele.persistence.UnsupportedException;
import dev.clientele.persistence.Write;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The transactions of one writer, each of which inserts, replaces or deletes one or two of few records, tells of that in a log,
 * and is committed or rolled back as chance has it. Says of each on the standard output how it ended, if it knows.
 */
final class RandomChanges {

    static final String COMMITTED = "committed ";
    static final String ROLLED_BACK = "rolled back ";

    /** Says that a transaction has begun, about no record. */
    static final String BEGUN = "begun";

    static final String STORED = "stored";
    static final String DELETED = "deleted";

    /** Where a host notes its transactions. */
    static final String LEDGER = "host_ledger";

    private static final int RECORDS = 12;

    private final Storage storage;
    private final String writer;
    private final Random random;
    private int transactions;

    RandomChanges(Storage storage, String writer) {
        this.storage = storage;
        this.writer = writer;
        this.random = new Random(writer.hashCode());
    }

    /** Runs one transaction of the storage's own. */
    void change() {
        String name = writer + "-" + ++transactions;
        try (StorageSession session = storage.write(ACME)) {
            change(session, name);
            if (commits()) {
                session.commit();
                say(COMMITTED, name);
                return;
            }
        } catch (CommitOutcomeUnknownException e) {
            return;
        } catch (StorageException e) {
            requireAnotherInTheWay(e);
        }
        say(ROLLED_BACK, name);
    }

    /** Runs one transaction of the host, which writes to a table of its own and lets the storage join. */
    void changeWith(DataSource hosts) {
        String name = writer + "-" + ++transactions;
        boolean committing = false;
        try (Connection host = hosts.getConnection()) {
            boolean joinable = random.nextInt(10) > 0;
            host.setTransactionIsolation(
                    joinable ? Connection.TRANSACTION_READ_COMMITTED : Connection.TRANSACTION_REPEATABLE_READ);
            host.setAutoCommit(false);
            note(host, name);
            joinable &= join(host, name);
            if (joinable && commits()) {
                committing = true;
                host.commit();
                say(COMMITTED, name);
                return;
            }
            host.rollback();
        } catch (SQLException e) {
            if (committing) {
                return;
            }
        }
        say(ROLLED_BACK, name);
    }

    private static void note(Connection host, String name) throws SQLException {
        try (PreparedStatement insert = host.prepareStatement("insert into " + LEDGER + " values (?)")) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
    }

    /** Returns false if the storage refused, or another was in the way. */
    private boolean join(Connection host, String name) {
        try (StorageSession session = storage.join(ACME, JdbcTransaction.of(host))) {
            change(session, name);
            return true;
        } catch (UnsupportedException e) {
            return false; // a host's snapshot can't keep the rules
        } catch (StorageException e) {
            requireAnotherInTheWay(e);
            return false;
        }
    }

    private static void requireAnotherInTheWay(StorageException e) {
        if (!e.retryable() && !(e instanceof ConflictException)) {
            throw e;
        }
    }

    private boolean commits() {
        return random.nextInt(6) > 0;
    }

    private static void say(String end, String transaction) {
        System.out.println(end + transaction);
    }

    private void change(StorageSession session, String name) {
        boolean begins = random.nextBoolean(); // has its number before it has anything to say about a record
        List<Integer> records = Stream.generate(() -> random.nextInt(RECORDS))
                .limit(1 + random.nextInt(2))
                .distinct()
                .sorted()
                .toList();
        int entries = records.size() + (begins ? 1 : 0);
        int entry = 0;
        if (begins) {
            tell(session, key(name, ++entry, entries), Samples.account(RECORDS, Map.of()), BEGUN);
        }
        for (int record : records) {
            change(session, record, key(name, ++entry, entries));
        }
    }

    private static String key(String transaction, int entry, int entries) {
        return transaction + "/" + entry + "/" + entries;
    }

    private void change(StorageSession session, int record, String key) {
        List<Document> found = random.nextBoolean()
                ? session.findAll("account", List.of(id(record)))
                : session.findForUpdate("account", List.of(id(record)));
        long version = found.isEmpty() ? 0 : found.get(0).version();
        Document changed = new Document("account", id(record), version, Map.of("name", key), "\"" + key + "\"");
        if (version > 0 && random.nextInt(10) == 0) {
            session.write(List.of(new Write.Delete("account", id(record), version)));
            tell(session, key, changed, DELETED);
        } else {
            session.write(List.of(version == 0 ? new Write.Insert(changed) : new Write.Replace(changed)));
            tell(session, key, changed.atVersion(version + 1), STORED);
        }
    }

    private static void tell(StorageSession session, String key, Document of, String what) {
        Instant version = Instant.ofEpochSecond(of.version());
        session.append(
                "interaction", List.of(LogEntry.of(key, Set.of(of.id()), version, Map.of("channel", what), of.body())));
    }
}
