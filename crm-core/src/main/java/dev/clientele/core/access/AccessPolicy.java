package dev.clientele.core.access;

import dev.clientele.persistence.criteria.Criteria;

/**
 * A policy of access: the records that an actor may see and change, as criteria on the record's declared fields. Implementations are thread-safe
 * and pure: the same actor and type give the same answer while a session lasts.
 *
 * <p>What an actor may not see isn't there: queries, figures, histories and the feed of changes leave it out, reading it by id
 * finds nothing, and nothing can newly refer to it. Only a unique key that it holds, and a reference from it to a record that
 * is to be removed, still count. Changing what may be
 * seen but not changed is a {@link dev.clientele.core.error.DeniedException}.
 */
public interface AccessPolicy {

    /** Returns the default policy: everybody may see and change everything. */
    static AccessPolicy permitAll() {
        return PermitAllPolicy.INSTANCE;
    }

    /**
     * Returns criteria for the records of a type that the actor may see.
     *
     * @param type name of a record type or event type
     */
    Criteria readable(Actor actor, String type);

    /**
     * Returns criteria for the records of a type that the actor may add, change and remove. A change must satisfy it before and after. It is
     * asked in addition to {@link #readable}.
     *
     * @param type name of a record type or event type
     */
    Criteria writable(Actor actor, String type);

    /**
     * Returns criteria for the records of a type whose computed fields the actor may store. It is a right of its own, and nobody's
     * unless a policy says otherwise: who may edit a person may not therefore set her score, and the job that stores scores need
     * not be let edit anybody. It is asked in addition to {@link #readable}, not to {@link #writable}.
     *
     * @param type name of a record type
     */
    default Criteria computable(Actor actor, String type) {
        return Criteria.never();
    }

    /**
     * Returns criteria for the entries of a log that the actor may prune and redact. It is a right of its own, and nobody's unless a
     * policy says otherwise. It is asked in addition to {@link #readable}.
     *
     * @param log name of an event type, or {@code change} for the log of changes
     */
    default Criteria erasable(Actor actor, String log) {
        return Criteria.never();
    }
}
