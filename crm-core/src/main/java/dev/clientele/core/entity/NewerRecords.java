package dev.clientele.core.entity;

/** A policy for records that a newer version of their type has stored, as happens while a new version replaces an old one. */
public enum NewerRecords {
    /**
     * Reads what this program knows of them, and keeps the rest when it saves them; refuses with a {@link
     * dev.clientele.core.error.NewerRecordException} those of whose form the newer version doesn't say that older ones can read it.
     */
    READ_KNOWN,
    /** Refuses all of them with a {@link dev.clientele.core.error.NewerRecordException}. */
    REFUSE
}
