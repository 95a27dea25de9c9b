package dev.clientele.persistence.jdbc;

/** The text of a UUID, for databases that keep ids as such while criteria see their text. */
final class UuidText {

    private UuidText() {}

    /** Tells whether this is exactly what {@link java.util.UUID#toString} gives for some id. */
    static boolean isCanonical(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            boolean fits = dash ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
