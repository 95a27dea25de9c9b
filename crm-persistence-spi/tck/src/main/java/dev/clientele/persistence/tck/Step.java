package dev.clientele.persistence.tck;

import java.util.List;
import java.util.Map;

/**
 * A step of a random program. Steps name records by small numbers and versions by whether they are right, so that a program
 * stays meaningful when shrinking takes steps out of it.
 */
sealed interface Step {

    /**
     * One transaction.
     *
     * @param tenant whose
     * @param deeds what is done in it
     * @param end how it ends
     */
    record Transact(int tenant, List<Deed> deeds, End end) implements Step {}

    /**
     * A read session that is open while other transactions run, and has to see what it saw before.
     *
     * @param tenant whose
     * @param meanwhile what runs
     */
    record Look(int tenant, List<Transact> meanwhile) implements Step {}

    /** How a transaction ends. */
    enum End {
        COMMIT,
        ABANDON,
        /** In a transaction of the host, which commits; in an adapter that can't join, a plain commit. */
        HOST_COMMIT,
        /** In a transaction of the host, which rolls back; in an adapter that can't join, abandoned. */
        HOST_ROLLBACK
    }

    /** Something done in a transaction. */
    sealed interface Deed {

        /** A batch of writes; a second one of a record is left out. */
        record Batch(List<Act> acts) implements Deed {}

        /** Entries with these key numbers. */
        record Append(List<Integer> keys) implements Deed {}

        /** Looking at everything from inside the transaction. */
        record Inspect() implements Deed {}
    }

    /**
     * One write.
     *
     * @param kind which
     * @param type the document type
     * @param number the record's number
     * @param stale whether to give another version than the stored one: the one before, or the next if it is the first
     * @param fields the values, for inserting and replacing
     */
    record Act(Kind kind, String type, int number, boolean stale, Map<String, Object> fields) {}

    /** The four writes, and the one of them that a record's state asks for. */
    enum Kind {
        /** Inserts a record that isn't there, replaces one that is. */
        PUT,
        INSERT,
        REPLACE,
        DELETE,
        CHECK
    }
}
