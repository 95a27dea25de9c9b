package dev.clientele.examples.quickstart.source;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes the damage that text took on its way into a source. */
final class SourceText {

    private static final Pattern ORPHANED_ESCAPE = Pattern.compile("u(00[0-9a-f]{2})");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private SourceText() {}

    /**
     * Gives back the characters of escapes that lost their backslash: {@code Natu00fcrlich} is {@code Natürlich},
     * {@code 1980u0092s} is {@code 1980’s} (a Windows code that was taken for Unicode), {@code u000du000a} is a line
     * feed. No word of either source has {@code u00} followed by two hexadecimal digits otherwise.
     */
    static String repair(String text) {
        if (!text.contains("u00")) {
            return text;
        }
        return ORPHANED_ESCAPE
                .matcher(text)
                .replaceAll(match -> character(Integer.parseInt(match.group(1), 16)))
                .replace("\r\n", "\n");
    }

    private static String character(int code) {
        String decoded = code >= 0x80 && code < 0xA0
                ? WINDOWS_1252.decode(ByteBuffer.wrap(new byte[] {(byte) code})).toString()
                : Character.toString(code);
        return Matcher.quoteReplacement(decoded);
    }
}
