package dev.clientele.core.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** The text of a file, in the encoding that it is in. */
public final class CsvText {

    private CsvText() {}

    /**
     * Opens the text of a stream, and tells its encoding: by a byte order mark, UTF-8 or UTF-16; without one, UTF-8 as long as
     * the bytes are that, and Windows-1252 where the first ones that aren't ASCII are no UTF-8. Needs no more memory for a long
     * text than for a short one.
     *
     * <p>The reader throws a {@link java.nio.charset.CharacterCodingException} with the place in the file if the text turns out
     * to be broken UTF-8; closing it closes the stream.
     *
     * @throws IOException if the stream can't be read
     */
    public static Reader open(InputStream bytes) throws IOException {
        return EncodingDetector.open(bytes);
    }

    /**
     * Opens the text of a stream in a given encoding. The reader throws a {@link java.nio.charset.CharacterCodingException} where
     * bytes are none of it; closing it closes the stream.
     */
    public static Reader open(InputStream bytes, Charset encoding) {
        return new InputStreamReader(
                bytes,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
