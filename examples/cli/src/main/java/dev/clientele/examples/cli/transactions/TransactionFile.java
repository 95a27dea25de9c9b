package dev.clientele.examples.cli.transactions;

import dev.clientele.core.csv.CsvText;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of transactions, plain or compressed by gzip, which is told by its first bytes.
 *
 * @param charset how it writes characters; a file that does not is not read half; null for what its bytes show
 */
public record TransactionFile(Path path, @Nullable Charset charset, TransactionLayout layout) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Reads the file from beginning to end; a blank line is no row.
     *
     * @throws IllegalArgumentException if its header lacks a column
     * @throws UnusableDataException if it can't be read, is not of the charset, or has no row
     */
    public void read(TransactionSink sink) {
        try (Reader text = open()) {
            RowReader rows = layout.delimiter().rows(text);
            Optional<DelimitedRow> first = nextNotBlank(rows);
            if (first.isEmpty()) {
                throw new UnusableDataException(path + " is empty");
            }
            if (first.get().fault() != null) {
                throw new UnusableDataException(path + " has " + first.get().fault() + " in its first row");
            }
            RowParser parser = RowParser.startingWith(first.get(), layout);
            if (!layout.header()) {
                parser.parse(first.get(), sink);
            }
            for (Optional<DelimitedRow> row = nextNotBlank(rows); row.isPresent(); row = nextNotBlank(rows)) {
                parser.parse(row.get(), sink);
            }
        } catch (CharacterCodingException e) {
            String reason = charset == null ? ": " + e.getMessage() : " is not written in " + charset;
            throw new UnusableDataException(path + reason + ": give its --encoding", e);
        } catch (IOException e) {
            throw new UnusableDataException(path + " cannot be read: " + reason(e), e);
        }
    }

    private Reader open() throws IOException {
        InputStream bytes = uncompressed(Files.newInputStream(path));
        Reader text = charset == null ? CsvText.open(bytes) : CsvText.open(bytes, charset);
        PushbackReader begin = new PushbackReader(new BufferedReader(text, 1 << 16), 1);
        int first = begin.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            begin.unread(first);
        }
        return begin;
    }

    private static InputStream uncompressed(InputStream file) throws IOException {
        InputStream bytes = new BufferedInputStream(file, 1 << 16);
        bytes.mark(2);
        boolean gzip = bytes.read() == 0x1F && bytes.read() == 0x8B;
        bytes.reset();
        return gzip ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }

    private static Optional<DelimitedRow> nextNotBlank(RowReader rows) throws IOException {
        Optional<DelimitedRow> row = rows.next();
        while (row.isPresent() && row.get().isBlank()) {
            row = rows.next();
        }
        return row;
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
