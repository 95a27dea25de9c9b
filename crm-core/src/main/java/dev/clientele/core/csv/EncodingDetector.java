package dev.clientele.core.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A reader of bytes that are UTF-8 or Windows-1252, which it is being told by the first that aren't ASCII. Not thread-safe.
 *
 * <p>All that is read before them is the same text in both encodings, so nothing has to be read twice.
 */
final class EncodingDetector extends Reader {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputStream bytes;
    private final ByteBuffer in = ByteBuffer.allocate(8192).flip();
    private final CharBuffer out = CharBuffer.allocate(8192).flip();
    private CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean onlyAscii = true;
    private boolean ended;
    private long place;

    private EncodingDetector(InputStream bytes) {
        this.bytes = bytes;
    }

    static Reader open(InputStream bytes) throws IOException {
        PushbackInputStream begin = new PushbackInputStream(new BufferedInputStream(bytes), 2);
        byte[] first = begin.readNBytes(2);
        begin.unread(first);
        int mark = first.length < 2 ? 0 : (first[0] & 0xFF) << 8 | (first[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE
                ? new InputStreamReader(begin, StandardCharsets.UTF_16)
                : new EncodingDetector(begin);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        while (!out.hasRemaining()) {
            if (ended) {
                return -1;
            }
            decode();
        }
        int count = Math.min(length, out.remaining());
        out.get(into, from, count);
        return count;
    }

    private void decode() throws IOException {
        in.compact();
        int count = bytes.read(in.array(), in.position(), in.remaining());
        boolean last = count < 0;
        in.position(in.position() + Math.max(0, count)).flip();
        out.clear();
        CoderResult result = decoder.decode(in, out, last);
        if (result.isMalformed() || result.isUnmappable()) {
            result = decodeAsWindows(last);
        }
        ended = last && result.isUnderflow();
        out.flip();
        for (int i = 0; i < out.limit() && onlyAscii; i++) {
            onlyAscii = out.get(i) < 0x80;
        }
        place += out.limit();
    }

    private CoderResult decodeAsWindows(boolean last) throws CharacterCodingException {
        for (int i = 0; i < out.position() && onlyAscii; i++) {
            onlyAscii = out.get(i) < 0x80;
        }
        if (!onlyAscii) {
            throw new BrokenTextException(place + out.position() + 1);
        }
        decoder = WINDOWS.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        return decoder.decode(in, out, last);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** Text that begins as UTF-8 and doesn't go on as such. */
    private static final class BrokenTextException extends CharacterCodingException {

        private static final long serialVersionUID = 1L;

        private final long place;

        BrokenTextException(long place) {
            this.place = place;
        }

        @Override
        public String getMessage() {
            return "character " + place + " isn't UTF-8, which those before it are";
        }
    }
}
