package dev.clientele.persistence.tck.journal;

import dev.clientele.persistence.Document;
import dev.clientele.persistence.LogEntry;
import dev.clientele.persistence.StorageUnavailableException;
import dev.clientele.persistence.TenantId;
import dev.clientele.persistence.Write;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.CRC32;

/** A file of whole transactions, each with its length and checksum in front; what is cut off at the end never happened. */
final class Journal implements AutoCloseable {

    private static final int HEAD = 12;

    private final FileChannel file;

    Journal(Path path) {
        try {
            file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                throw new StorageUnavailableException("another process has the journal open", null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The transactions on file. What follows the last whole one is cut off. */
    List<Transaction> read() {
        List<Transaction> transactions = new ArrayList<>();
        try {
            ByteBuffer all = ByteBuffer.allocate((int) file.size());
            while (all.hasRemaining() && file.read(all) >= 0) {
                // until the end
            }
            all.flip();
            int end = 0;
            while (all.remaining() >= HEAD) {
                int length = all.getInt();
                long sum = all.getLong();
                if (length < 0 || length > all.remaining()) {
                    break;
                }
                byte[] bytes = new byte[length];
                all.get(bytes);
                if (sum != sum(bytes)) {
                    break;
                }
                transactions.add((Transaction) new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject());
                end = all.position();
            }
            file.truncate(end);
            file.position(end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return transactions;
    }

    void append(Transaction transaction, boolean synced) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(transaction);
            }
            ByteBuffer frame = ByteBuffer.allocate(HEAD + bytes.size());
            frame.putInt(bytes.size()).putLong(sum(bytes.toByteArray())).put(bytes.toByteArray());
            frame.flip();
            while (frame.hasRemaining()) {
                file.write(frame);
            }
            if (synced) {
                file.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /** What one transaction did. */
    record Transaction(String tenant, ArrayList<Change> changes, ArrayList<Appended> appended) implements Serializable {

        Transaction(TenantId tenant) {
            this(tenant.value(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** A write: the kind and what it needs. */
    record Change(String kind, String type, UUID id, long version, TreeMap<String, Object> fields, String body)
            implements Serializable {

        static Change of(Write write) {
            if (write instanceof Write.Insert insert) {
                return of("insert", insert.document());
            } else if (write instanceof Write.Replace replace) {
                return of("replace", replace.document());
            } else if (write instanceof Write.Delete delete) {
                return new Change("delete", delete.type(), delete.id(), delete.version(), new TreeMap<>(), "");
            }
            Write.Check check = (Write.Check) write;
            return new Change("check", check.type(), check.id(), check.version(), new TreeMap<>(), "");
        }

        private static Change of(String kind, Document document) {
            return new Change(
                    kind,
                    document.type(),
                    document.id(),
                    document.version(),
                    new TreeMap<>(document.fields()),
                    document.body());
        }

        Write write() {
            Document document = new Document(type, id, version, fields, body);
            return switch (kind) {
                case "insert" -> new Write.Insert(document);
                case "replace" -> new Write.Replace(document);
                case "delete" -> new Write.Delete(type, id, version);
                default -> new Write.Check(type, id, version);
            };
        }
    }

    /** An entry in a log. */
    record Appended(
            String log, String key, TreeSet<UUID> subjects, Instant time, TreeMap<String, Object> fields, String body)
            implements Serializable {

        static Appended of(String log, LogEntry entry) {
            return new Appended(
                    log,
                    entry.key(),
                    new TreeSet<>(entry.subjects()),
                    entry.occurredAt(),
                    new TreeMap<>(entry.fields()),
                    entry.body());
        }

        LogEntry entry() {
            return LogEntry.of(key, Set.copyOf(subjects), time, fields, body);
        }
    }
}
