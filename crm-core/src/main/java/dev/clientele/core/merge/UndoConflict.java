package dev.clientele.core.merge;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that undoing a merge has left as it was found.
 *
 * @param type the name of the record's type
 * @param record the record's id
 * @param field the field; null for the record as a whole
 * @param reason why
 */
public record UndoConflict(
        String type, UUID record, @Nullable String field, UndoConflictReason reason) {

    /** The reason for leaving something as it was found. */
    public enum UndoConflictReason {
        /** Somebody changed it after the merge: that stays. */
        CHANGED_SINCE,
        /** The record was removed after the merge. */
        REMOVED_SINCE,
        /** Another record has the value of a unique key by now. */
        TAKEN,
        /** The record that it referred to isn't there any more, or isn't to be seen. */
        TARGET_GONE,
        /** It would lead back to the record itself. */
        CIRCLE,
        /** A rule of the type stands against it. */
        RULE,
        /** The former value isn't recorded: its type is computed from a log, or the field isn't declared any more. */
        NOT_RECORDED
    }

    /** Refuses nulls where there must be something. */
    public UndoConflict {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(reason, "reason");
    }
}
