package dev.clientele.b2b.activity;

import dev.clientele.core.CrmSession;
import dev.clientele.core.note.Notes;
import java.util.Objects;

/**
 * Tasks and notes about accounts, contacts, leads and deals. Thread-safe unless the session is that of a transaction.
 */
public final class Activities {

    private final CrmSession session;

    /** Opens the door for a session. */
    public Activities(CrmSession session) {
        this.session = Objects.requireNonNull(session, "session");
    }

    /** Returns the tasks. */
    public SalesTasks tasks() {
        return new SalesTasks(session);
    }

    /** Returns the notes. */
    public Notes notes() {
        return new Notes(session);
    }
}
