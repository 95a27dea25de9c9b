package dev.clientele.persistence.jdbc;

/** The use that a session has for its connection. */
enum SessionKind {
    READING,
    WRITING,

    /** In a host's transaction, on a connection that is the host's. */
    JOINED;

    static SessionKind of(boolean writing) {
        return writing ? WRITING : READING;
    }
}
