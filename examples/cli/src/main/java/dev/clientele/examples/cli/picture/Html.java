package dev.clientele.examples.cli.picture;

/** Text inside a page. */
final class Html {

    private Html() {}

    /** The text as it may stand between tags and in quotation marks; a per cent sign stays with its number. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(letter < ' ' && letter != '\n' ? ' ' : letter);
            }
        }
        return safe.toString().replace(" %", "\u00a0%");
    }
}
