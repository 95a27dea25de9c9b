package dev.clientele.persistence.tck.journal;

import dev.clientele.persistence.StorageUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
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
}
