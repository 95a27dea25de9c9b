package dev.clientele.core.csv;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a dry run has taken, in a temporary file, so that rows which rest on them are tried together with them. In memory
 * are 16 to 48 bytes for each text that a row is known by. Not thread-safe.
 */
final class EarlierRows implements AutoCloseable {

    private static final int MAX_BUFFER = 1 << 16;
    private static final HashFunction HASH = Hashing.murmur3_128();

    private final Function<CsvRow, RowLinks> links;
    private final OffsetIndex index = new OffsetIndex();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private @Nullable Path path;
    private @Nullable RandomAccessFile file;
    private long written;

    EarlierRows(Function<CsvRow, RowLinks> links) {
        this.links = links;
    }

    /** A row and the offsets of those that it rests on. */
    private record KeptRow(CsvRow row, List<Long> bases) {}

    /** Keeps a row that was taken; of several about one record, what the last said of each column. */
    void add(CsvRow row) {
        RowLinks its = links.apply(row);
        Set<String> names = new LinkedHashSet<>(its.names());
        Set<Long> bases = new LinkedHashSet<>();
        its.references().forEach(text -> addOffset(text, bases));
        CsvRow kept = row;
        String key = its.key().orElse(null);
        if (key != null) {
            names.add(key);
            long before = index.get(digest(key));
            if (before >= 0) {
                KeptRow earlier = read(before);
                kept = merged(earlier.row(), row);
                bases.addAll(earlier.bases());
            }
        }
        if (!names.isEmpty()) {
            long offset = append(kept, bases);
            names.forEach(name -> index.put(digest(name), offset));
        }
    }

    /** Returns the earlier rows that these rest on, in an order in which they can be stored. */
    List<CsvRow> basesOf(List<CsvRow> rows) {
        if (written == 0) {
            return List.of();
        }
        Set<Long> first = new LinkedHashSet<>();
        for (CsvRow row : rows) {
            RowLinks its = links.apply(row);
            its.key().ifPresent(key -> addOffset(key, first));
            its.names().forEach(name -> addOffset(name, first));
            its.references().forEach(reference -> addOffset(reference, first));
        }
        TreeMap<Long, CsvRow> found = new TreeMap<>();
        Deque<Long> open = new ArrayDeque<>(first);
        while (!open.isEmpty()) {
            long offset = open.pop();
            if (!found.containsKey(offset)) {
                KeptRow kept = read(offset);
                found.put(offset, kept.row());
                kept.bases().forEach(open::push);
            }
        }
        return List.copyOf(found.values());
    }

    private void addOffset(String text, Set<Long> offsets) {
        long offset = index.get(digest(text));
        if (offset >= 0) {
            offsets.add(offset);
        }
    }

    private static long digest(String text) {
        return HASH.hashString(text, StandardCharsets.UTF_8).asLong();
    }

    private static CsvRow merged(CsvRow earlier, CsvRow later) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.max(earlier.cells().size(), later.cells().size()); i++) {
            cells.add(later.cell(i).isBlank() ? earlier.cell(i) : later.cell(i));
        }
        return new CsvRow(later.number(), later.firstLine(), later.lastLine(), cells);
    }

    private long append(CsvRow row, Set<Long> bases) {
        long offset = written;
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeLong(row.number());
            out.writeLong(row.firstLine());
            out.writeLong(row.lastLine());
            out.writeInt(bases.size());
            for (long base : bases) {
                out.writeLong(base);
            }
            out.writeInt(row.cells().size());
            for (String cell : row.cells()) {
                byte[] text = cell.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            new DataOutputStream(buffer).writeInt(bytes.size());
            bytes.writeTo(buffer);
            written += Integer.BYTES + bytes.size();
            if (buffer.size() > MAX_BUFFER) {
                flush();
            }
            return offset;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RandomAccessFile flush() throws IOException {
        RandomAccessFile open = file;
        if (open == null) {
            path = Files.createTempFile("import-", ".rows");
            open = new RandomAccessFile(path.toFile(), "rw");
            file = open;
        }
        open.seek(written - buffer.size());
        open.write(buffer.toByteArray());
        buffer.reset();
        return open;
    }

    private KeptRow read(long offset) {
        try {
            RandomAccessFile open = flush();
            open.seek(offset);
            byte[] bytes = new byte[open.readInt()];
            open.readFully(bytes);
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            long number = in.readLong();
            long firstLine = in.readLong();
            long lastLine = in.readLong();
            List<Long> bases = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                bases.add(in.readLong());
            }
            List<String> cells = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                cells.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
            return new KeptRow(new CsvRow(number, firstLine, lastLine, cells), bases);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the file. */
    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
