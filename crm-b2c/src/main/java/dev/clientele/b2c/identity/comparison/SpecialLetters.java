package dev.clientele.b2c.identity.comparison;

/** Letters that Unicode doesn't take apart into a plain letter and a mark, as they are written where they are missing. */
final class SpecialLetters {
    private SpecialLetters() {}

    static void append(char letter, StringBuilder text) {
        switch (letter) {
            case '\u00f8' -> text.append('o'); // ø
            case '\u0142' -> text.append('l'); // ł
            case '\u0111', '\u00f0' -> text.append('d'); // đ ð
            case '\u00e6' -> text.append("ae"); // æ
            case '\u0153' -> text.append("oe"); // œ
            case '\u00fe' -> text.append("th"); // þ
            case '\u0131' -> text.append('i'); // ı
            case '\u0127' -> text.append('h'); // ħ
            default -> text.append(letter);
        }
    }
}
