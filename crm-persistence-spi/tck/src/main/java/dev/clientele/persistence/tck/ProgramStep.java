package dev.clientele.persistence.tck;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A step of a random program. Steps name records by small numbers and versions by whether they are right, so that a program
 * stays meaningful when shrinking takes steps out of it.
 */
sealed interface ProgramStep {

    /**
     * One transaction.
     *
     * @param tenant the tenant's number
     * @param operations the operations in it
     * @param completion its end
     */
    record TransactionStep(int tenant, List<Operation> operations, Completion completion) implements ProgramStep {}

    /**
     * A read session that is open while other transactions run, and has to see what it saw before.
     *
     * @param tenant the tenant's number
     * @param concurrent the transactions that run meanwhile
     */
    record SnapshotRead(int tenant, List<TransactionStep> concurrent) implements ProgramStep {}

    /** The end of a transaction. */
    enum Completion {
        COMMIT,
        ROLLBACK,
        /** In a transaction of the host, which commits; in an adapter that can't join, a plain commit. */
        HOST_COMMIT,
        /** In a transaction of the host, which rolls back; in an adapter that can't join, abandoned. */
        HOST_ROLLBACK
    }

    /** An operation in a transaction. */
    sealed interface Operation {

        /** A batch of writes; a second one of a record is left out. */
        record Batch(List<WriteAttempt> writes) implements Operation {}

        /** Computed values of deals with these numbers, the same for each; a field that has none becomes missing. */
        record Compute(List<Integer> numbers, Set<String> names, Map<String, Object> fields) implements Operation {}

        /** Entries with these key numbers. */
        record Append(List<Integer> keys) implements Operation {}

        /** A pruning of at most so many entries, up to one of those that are committed. */
        record Prune(int upTo, int limit) implements Operation {}

        /** New content for entries with these key numbers. */
        record Redact(List<Integer> keys) implements Operation {}

        /** A look at everything from inside the transaction. */
        record Inspect() implements Operation {}
    }

    /**
     * One write.
     *
     * @param kind the kind of write
     * @param type the document type
     * @param number the record's number
     * @param stale true to give another version than the stored one: the one before, or the next if it is the first
     * @param fields the values, for inserting and replacing
     * @param before what a replacement says about what it replaces
     */
    record WriteAttempt(
            WriteKind kind, String type, int number, boolean stale, Map<String, Object> fields, Before before) {}

    /** The claim of a replacement about the document that it replaces. */
    enum Before {
        NOTHING,
        TRUTH,
        /** That it was the new content already. */
        LIE
    }

    /** The four writes, and the one of them that a record's state asks for. */
    enum WriteKind {
        /** Inserts a record that isn't there, replaces one that is. */
        PUT,
        INSERT,
        REPLACE,
        DELETE,
        CHECK
    }
}
