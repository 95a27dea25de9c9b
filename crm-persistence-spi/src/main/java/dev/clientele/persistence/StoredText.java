package dev.clientele.persistence;

/** Checks of the texts that are stored but not declared as fields. */
final class StoredText {

    /** The most UTF-16 units of a body. */
    static final int MAX_BODY = 1 << 20;

    /** The most code points of an idempotency key. */
    static final int MAX_KEY = 300;

    private StoredText() {}

    static void requireBody(String type, String body) {
        if (body.length() > MAX_BODY) {
            throw new InvalidRecordException(type, "body", "has " + body.length() + " characters, at most " + MAX_BODY);
        }
        requireValidText(type, "body", body, MAX_BODY);
    }

    static void requireValidText(String type, String what, String text, int limit) {
        try {
            CanonicalValues.text(text, limit);
        } catch (IllegalArgumentException e) {
            throw new InvalidRecordException(type, what, String.valueOf(e.getMessage()));
        }
    }
}
