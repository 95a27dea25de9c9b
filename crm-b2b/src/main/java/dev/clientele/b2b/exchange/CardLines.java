package dev.clientele.b2b.exchange;

import java.nio.charset.StandardCharsets;

/** Lines of a card, each folded so that none is longer than 75 octets (RFC 6350, section 3.2). Not thread-safe. */
final class CardLines {

    private static final int LONGEST = 75;

    private final StringBuilder out;

    CardLines(StringBuilder out) {
        this.out = out;
    }

    void add(String name, String value) {
        String line = name + ":" + value;
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int codePoint = line.codePointAt(i);
            String text = Character.toString(codePoint);
            int size = text.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(text);
            octets += size;
            i += text.length();
        }
        out.append("\r\n");
    }
}
