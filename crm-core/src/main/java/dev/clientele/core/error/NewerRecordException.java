package dev.clientele.core.error;

import java.io.Serial;

/**
 * A record was stored by a newer version of its type, in a form that this program can't read or is set not to. Repeating doesn't
 * help; a newer program reads it.
 */
public final class NewerRecordException extends CorruptException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String owner;
    private final long stored;
    private final long known;

    /**
     * Creates an exception for a record of this type.
     *
     * @param owner whose version it is: the name of an extension, or empty for whoever defined the type
     * @param stored the version that has stored the record
     * @param known the newest version that this program knows
     */
    public NewerRecordException(String type, String owner, long stored, long known) {
        super(
                "a " + type + " was stored by version " + stored + " of "
                        + (owner.isEmpty() ? "its type" : "the extension " + owner) + ", this is " + known,
                null);
        this.type = type;
        this.owner = owner;
        this.stored = stored;
        this.known = known;
    }

    /** Returns the name of the record's type. */
    public String type() {
        return type;
    }

    /** Returns the name of the extension whose version it is; empty for whoever defined the type. */
    public String owner() {
        return owner;
    }

    /** Returns the version that has stored the record, 1 for the first. */
    public long storedVersion() {
        return stored;
    }

    /** Returns the newest version that this program knows. */
    public long knownVersion() {
        return known;
    }
}
