package dev.clientele.core;

import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.RecordWrite;
import java.util.List;

/**
 * A rule over the writes of a record type that looks at other stored records: the gates of a deal's pipeline, say, or the
 * four eyes of an approval. It is asked in the transaction that writes, by whatever door the record comes: one at a time, in
 * bulk, by import, by a merge or through a service. A rule that needs only the record itself stands in its {@link
 * dev.clientele.core.entity.EntityType}.
 *
 * <p>The rule judges what is stored: {@link RecordWrite#before} is never the copy that a caller has handed in. Whatever else
 * it decides on it {@linkplain CrmSession#rely relies} on, so that the decision holds when the transaction commits.
 *
 * @param <T> the record type
 */
@FunctionalInterface
public interface WriteRule<T extends Entity<T>> {

    /**
     * Checks records that are about to be written together.
     *
     * @param transaction the session of the transaction that writes; it acts for the same actor, but sees all records of the
     *     tenant. Not for writing, but for events that tell of the write itself
     * @param writes one or more, no record twice; valid in themselves
     * @throws dev.clientele.core.error.ClienteleException if one of them may not be written; nothing is written then
     */
    void check(CrmSession transaction, List<RecordWrite<T>> writes);

    /**
     * Returns whether the rule is asked a second time when the records are written and before the transaction commits. A rule
     * has to be if it looks for records that refer to the one that is written: only from then on does every database show
     * those that others have stored in between, or refuse one of the two. False unless overridden.
     */
    default boolean isAskedAgain() {
        return false;
    }
}
