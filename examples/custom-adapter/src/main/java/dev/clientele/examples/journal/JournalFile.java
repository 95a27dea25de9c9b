package dev.clientele.examples.journal;

import dev.clientele.persistence.CommitOutcomeUnknownException;
import dev.clientele.persistence.CorruptDataException;
import dev.clientele.persistence.StorageUnavailableException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The file: a header, then one frame for each transaction: the place in the file where it begins, the length of its
 * content, a checksum of the two and the content, and the content.
 *
 * <p>Not a {@link FileChannel}: that closes itself under a thread that is interrupted.
 */
final class JournalFile {

    private static final byte[] HEADER = "clientele journal 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 16;
    private static final long ANYWHERE = -1;

    private final RandomAccessFile file;
    private long end = HEADER.length;

    /** Opens or makes the file, locks other processes out, and hands over the content of every frame in order. */
    JournalFile(Path path, Consumer<byte[]> contents) {
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            throw new StorageUnavailableException("the journal can't be opened", e);
        }
        try {
            if (file.getChannel().tryLock() == null) {
                throw new StorageUnavailableException("another process has the journal open", null);
            }
            requireHeader(path);
            recover(contents);
        } catch (IOException | RuntimeException e) {
            close();
            throw e instanceof RuntimeException r ? r : new StorageUnavailableException("the journal can't be read", e);
        }
    }

    /** Writes the header of a new file. One that has anything else in it is somebody's and stays as it is. */
    private void requireHeader(Path path) throws IOException {
        byte[] start = new byte[(int) Math.min(HEADER.length, file.length())];
        file.readFully(start);
        if (!Arrays.equals(start, Arrays.copyOf(HEADER, start.length))) {
            throw new CorruptDataException("the file is no journal of version 1", null);
        }
        if (start.length < HEADER.length) {
            file.seek(0);
            file.write(HEADER);
            file.getFD().sync();
            try (FileChannel folder = FileChannel.open(path.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            } catch (IOException e) {
                // Windows opens no folder, and needs none to be synced for a new name to last
            }
        }
    }

    /**
     * Reads to the end. What is broken there was never acknowledged and is cut off. Where a whole frame follows, though,
     * what is broken was acknowledged once, and only the owner may decide what to do about that.
     */
    private void recover(Consumer<byte[]> contents) throws IOException {
        for (byte[] content = content(end, end); content != null; content = content(end, end)) {
            contents.accept(content);
            end += HEAD + content.length;
        }
        for (long at = end; at < file.length(); at++) {
            if (content(at, ANYWHERE) != null) {
                throw new CorruptDataException("the journal is damaged at byte " + end, null);
            }
        }
        if (end < file.length()) {
            file.setLength(end);
            file.getFD().sync();
        }
    }

    /** Returns the content of the frame at a byte, if a whole one is there and was written for this place. */
    private byte @Nullable [] content(long at, long place) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        file.seek(at);
        if (file.read(head.array()) < HEAD) {
            return null;
        }
        long written = head.getLong();
        int length = head.getInt();
        if (length < 1 || length > file.length() - at - HEAD || (written != place && place != ANYWHERE)) {
            return null;
        }
        byte[] content = new byte[length];
        file.readFully(content);
        return head.getInt() == checksum(written, content) ? content : null;
    }

    private static int checksum(long place, byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(
                ByteBuffer.allocate(12).putLong(place).putInt(content.length).flip());
        checksum.update(content);
        return (int) checksum.getValue();
    }

    /**
     * Appends a frame and returns when the disk has it.
     *
     * @throws StorageUnavailableException if the disk doesn't take it, and the file is as it was before
     * @throws CommitOutcomeUnknownException if nobody knows what the file holds; it is closed then
     */
    void append(byte[] content) {
        ByteBuffer frame =
                ByteBuffer.allocate(HEAD + content.length).putLong(end).putInt(content.length);
        frame.putInt(checksum(end, content)).put(content);
        try {
            file.seek(end);
            file.write(frame.array());
            file.getFD().sync();
            end += frame.capacity();
        } catch (IOException e) {
            rollBack(e);
        }
    }

    private void rollBack(IOException reason) {
        try {
            file.setLength(end);
            file.getFD().sync();
        } catch (IOException e) {
            close();
            throw new CommitOutcomeUnknownException("the journal failed while it was written", reason);
        }
        throw new StorageUnavailableException("the journal can't be written", reason);
    }

    void close() {
        try {
            file.close();
        } catch (IOException e) {
            // everything that counts is on the disk
        }
    }
}
