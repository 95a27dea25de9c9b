package dev.clientele.b2b.exchange.vcard;

import java.nio.charset.StandardCharsets;

/**
 * Folding of lines at 75 octets (RFC 6350, section 3.2). Our own, since ez-vcard counts characters, of which 75 are up to 225
 * octets.
 */
final class CardFolding {

    private static final int MAX_OCTETS = 75;

    private CardFolding() {}

    /** Returns cards with their lines, folded by whatever measure, folded between code points so that none is too long. */
    static String fold(String cards) {
        String lines = cards.replace("\r\n ", "");
        StringBuilder out = new StringBuilder(lines.length() + lines.length() / 32);
        int octets = 0;
        for (int i = 0; i < lines.length(); ) {
            String text = Character.toString(lines.codePointAt(i));
            int size = text.getBytes(StandardCharsets.UTF_8).length;
            boolean lineBreak = text.equals("\r") || text.equals("\n");
            if (!lineBreak && octets + size > MAX_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(text);
            octets = lineBreak ? 0 : octets + size;
            i += text.length();
        }
        return out.toString();
    }
}
