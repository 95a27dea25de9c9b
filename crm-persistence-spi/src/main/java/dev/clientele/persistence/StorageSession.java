package dev.clientele.persistence;

import dev.clientele.persistence.criteria.Aggregation;
import dev.clientele.persistence.criteria.Group;
import dev.clientele.persistence.criteria.Measure;
import dev.clientele.persistence.criteria.PageRequest;
import dev.clientele.persistence.criteria.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One transaction of one tenant. Not thread-safe: used by one thread at a time.
 *
 * <p>An adapter may keep all that a transaction has written in memory until it commits, so who writes more than fits cuts it
 * into several. Reading is bounded: {@link #scan} and {@link #follow} hold no more than their limits and a buffer.
 *
 * <p>Rules on tenants and transactions:
 *
 * <ul>
 *   <li><b>T1</b> Nothing that a session does sees, changes, counts or collides with another tenant's documents, entries or
 *       keys, also not by id.
 *   <li><b>T2</b> Others see a session's writes all together after {@link #commit}, or never.
 *   <li><b>T3</b> A session sees its own writes at once in everything but {@link #follow}. (That shows nothing that the session has
 *       appended; what it has redacted or pruned itself it may show either way.)
 *   <li><b>T4</b> Closing without commit leaves nothing. A process that dies before commit returns leaves all or nothing.
 *       (What a joined session wrote is the host's: closing it takes nothing back, the host rolls back.)
 *   <li><b>T5</b> When {@link #commit} has returned, the transaction survives what the adapter says it survives.
 *   <li><b>T6</b> After commit, close, or a {@link StorageException} from a method that writes, only {@link #close} may be
 *       called; anything else is an {@code IllegalStateException}. (A wrong argument is found before anything is done, and
 *       leaves the session as it was. The table below has every case.)
 *   <li><b>T7</b> Writing through a session from {@link Storage#read} is an {@code IllegalStateException}.
 *   <li><b>T8</b> A joined session never commits, rolls back or closes the host's transaction.
 *   <li><b>T9</b> A session from {@link Storage#read} stays on its snapshot: reading twice gives the same, whatever others
 *       commit. (One from {@link Storage#readAutoCommit} needn't.) That goes for {@link #follow} as well, so who waits for news asks a
 *       new session each time.
 * </ul>
 *
 * <table>
 * <caption>What may be called after an exception (rule T6)</caption>
 * <tr><th>exception</th><th>from</th><th>afterwards</th></tr>
 * <tr><td>{@code IllegalArgumentException}</td><td>any method</td><td>the session is as it
 * was</td></tr>
 * <tr><td>{@code IllegalStateException}</td><td>any method</td><td>the session is as it was: over, only reading, or with a scan to
 * close</td></tr>
 * <tr><td>any {@link StorageException}, {@link InvalidRecordException} included</td><td>{@link #write}, {@link #compute},
 * {@link #append}, {@link #prune}, {@link #redact}, {@link #findForUpdate}, {@link #commit}</td><td>only {@link
 * #close}</td></tr>
 * <tr><td>{@link UnsupportedException}</td><td>{@link #aggregate}</td><td>the session is as it was</td></tr>
 * <tr><td>any other {@link StorageException}</td><td>a method that reads</td><td>{@link #close}; what else is asked may fail
 * as well</td></tr>
 * </table>
 *
 * <p>Rules on documents:
 *
 * <ul>
 *   <li><b>D1</b> A document comes back with the same id, canonical fields and body character for character, at its version.
 *   <li><b>D2</b> A batch holds as a whole: if one write of it fails, none is done.
 *   <li><b>D3</b> Insert of an id in use, and replace, delete or check of a document that is gone or at another version, is
 *       a {@link ConflictException} that names every such document of the batch, from {@link #write} or from
 *       {@link #commit}.
 *   <li><b>D4</b> Of several transactions that replace the same version of a document at most one commits.
 *   <li><b>D5</b> Two documents of a tenant and type never share the values of a unique key; the later is a {@link
 *       DuplicateKeyException}, from write or from commit. Keys are judged on the state after the whole batch, so a
 *       key that a delete frees is free for the same batch, wherever in it the delete stands. An adapter that can't let two
 *       documents swap values in one batch says so and refuses that with a duplicate.
 *   <li><b>D6</b> A page holds the first rows after the cursor in the query's order; following {@link ResultPage#next}
 *       visits every row that meets the query throughout exactly once, also over ties and missing sort values. {@code next}
 *       is null exactly if no row follows.
 *   <li><b>D7</b> A scan gives the same rows in the same order as the pages, in memory that doesn't grow with their number.
 *   <li><b>D8</b> Queries agree with {@link dev.clientele.persistence.criteria.Criteria#test} on every document.
 *   <li><b>D9</b> A value that doesn't fit its declaration is an {@link InvalidRecordException} before anything is written.
 *   <li><b>D10</b> What was stored on the strength of a check isn't missed by who deletes or replaces the checked document:
 *       either one of the two transactions doesn't commit, or the later reads from its delete or replace on see what the
 *       one that checked has written. So who deletes a document, then looks for what refers to it, and gives up if there is
 *       something, leaves no reference to nothing.
 *   <li><b>D11</b> Computed fields have the values that {@link #compute} gave them last, and none before. Writing them
 *       moves no version, so it fails no check and no replacement, whichever commits first; inserting or replacing a
 *       document stores nothing in them, whatever it carries there, and a replaced document keeps them. Reads, criteria,
 *       sorts and aggregations see them as any other field. They go with the document.
 * </ul>
 *
 * <p>Rules on logs:
 *
 * <ul>
 *   <li><b>L1</b> An entry whose key the log has already is left out and reported, whatever its content; the rest is
 *       appended.
 *   <li><b>L2</b> Entries come back as appended, with a position once committed; nothing but {@link #redact} and {@link
 *       #prune} changes or removes them.
 *   <li><b>L3</b> Reading by time orders by {@code occurred_at}, then key, and pages as D6 says.
 *   <li><b>L4</b> {@link #follow} gives committed entries in ascending position. A reader that always goes on from the last
 *       position it was given sees every entry exactly once, also those of transactions that began earlier and commit
 *       later than others.
 *   <li><b>L5</b> Within one transaction, positions ascend in the order of the appends and of their lists.
 *   <li><b>L6</b> A pruned entry is in no answer of any kind any more. Its key stays taken, so that what is appended anew
 *       under it is left out and reported as before; its position is given to no other entry; readers that follow the log
 *       pass over it, whether or not they have seen it.
 *   <li><b>L7</b> A redacted entry has other fields and another body from then on, for every reader, also one that {@linkplain
 *       #follow follows} the log; its key, subjects, time and position stay.
 *   <li><b>L8</b> What a transaction appends after it has written (inserted, replaced or deleted) a document comes, in order
 *       of position, after everything that transactions which wrote earlier versions of the document had appended, also of
 *       one that was deleted and inserted anew. So a copy that is built from the entries about a record, each with the
 *       record's content, is right in the end.
 * </ul>
 */
public interface StorageSession extends AutoCloseable {

    /** Returns the tenant of this session. */
    TenantId tenant();

    /**
     * Finds the documents with these ids, in no particular order; ids that aren't there are left out, repeated ids count
     * once.
     *
     * @throws IllegalArgumentException if the type is unknown
     */
    List<Document> findAll(String type, Collection<UUID> ids);

    /**
     * Finds documents as {@link #findAll} does, for a transaction that is going to write them. A database that lets
     * transactions write side by side makes others that do the same wait here, where nothing has been decided yet, and
     * gives what they have left; any other is free to do as {@link #findAll}. The guard against an overlooked change remains
     * the version.
     *
     * @throws IllegalArgumentException if the type is unknown
     * @throws IllegalStateException in a session that only reads
     * @throws ConflictException if waiting turned out to be in vain: the transactions wait for each other, say
     * @throws StorageUnavailableException if it would have to wait longer than the adapter is set to
     */
    default List<Document> findForUpdate(String type, Collection<UUID> ids) {
        return findAll(type, ids);
    }

    /** Finds the document with this id, if there is one. */
    default Optional<Document> find(String type, UUID id) {
        return findAll(type, List.of(id)).stream().findFirst();
    }

    /**
     * Returns one page of a query's documents.
     *
     * @throws IllegalArgumentException if the query doesn't fit the schema ({@link Schema#check(Query)})
     */
    ResultPage<Document> page(Query query, PageRequest request);

    /**
     * Returns one page of a query's documents as {@link #page(Query, PageRequest)} does, for a caller who needs these fields alone:
     * each document has their values, and may lack other fields and have an empty body. A database reads columns with less work than
     * whole documents; by default they are whole.
     *
     * @param fields names of declared fields
     * @throws IllegalArgumentException if the query doesn't fit the schema
     */
    default ResultPage<Document> page(Query query, Set<String> fields, PageRequest request) {
        return page(query, request);
    }

    /**
     * Streams all documents of a query. The stream has to be closed; while it is open nothing else may be asked of the
     * session (which an adapter may answer with an {@code IllegalStateException}). Closing the session closes it: going on
     * to read it is an {@code IllegalStateException}.
     *
     * @throws IllegalArgumentException if the query doesn't fit the schema
     */
    Stream<Document> scan(Query query);

    /**
     * Streams all documents of a query as {@link #scan(Query)} does, for a caller who needs these fields alone; see {@link #page(Query,
     * Set, PageRequest)}.
     *
     * @param fields names of declared fields
     * @throws IllegalArgumentException if the query doesn't fit the schema
     */
    default Stream<Document> scan(Query query, Set<String> fields) {
        return scan(query);
    }

    /**
     * Computes an aggregation over documents or log entries. An adapter without a language of its own feeds a
     * {@link dev.clientele.persistence.criteria.Aggregator}, whose {@code IllegalStateException} over too many groups it
     * has to turn into the exception that is asked for here.
     *
     * @throws IllegalArgumentException if it doesn't fit the schema
     * @throws UnsupportedException if there are more than {@link Aggregation#MAX_GROUPS} groups
     */
    List<Group> aggregate(Aggregation aggregation);

    /**
     * Writes a batch as a whole. No two writes of a batch may concern the same document.
     *
     * @throws IllegalArgumentException if a type is unknown or a document occurs twice
     * @throws InvalidRecordException if a document doesn't fit its type
     * @throws ConflictException as rule D3 says
     * @throws DuplicateKeyException as rule D5 says
     */
    void write(List<? extends Write> batch);

    /**
     * Stores computed values of documents beside their content (rule D11): versions stay as they are.
     *
     * @param type name of a document type
     * @param fields the computed fields that are stored, the same for all rows
     * @param rows at most one for each document
     * @return the ids of the rows that were left out because there is no such document
     * @throws IllegalArgumentException if the type is unknown, a field isn't a computed one or a document occurs twice
     * @throws InvalidRecordException if a value doesn't fit its field or is of another one
     * @throws ConflictException if transactions collided; it names no document
     */
    Set<UUID> compute(String type, Set<String> fields, List<ComputedValues> rows);

    /**
     * Appends entries whose key the log doesn't have yet. A position that a given entry has, from wherever it was read,
     * counts for nothing.
     *
     * @return the keys that were left out because the log, or an earlier entry of the list, has them
     * @throws InvalidRecordException if an entry doesn't fit the log
     */
    Set<String> append(String log, List<LogEntry> entries);

    /**
     * Returns one page of log entries by time.
     *
     * @throws IllegalArgumentException if the query doesn't fit the schema
     */
    ResultPage<LogEntry> page(LogQuery query, PageRequest request);

    /** Streams all entries of a log query, on the same terms as {@link #scan(Query)}. */
    Stream<LogEntry> scan(LogQuery query);

    /**
     * Streams the entries about each of several records, one record's after the other's in no particular order of records, each
     * record's in the query's order; an entry about two of them comes twice. Otherwise on the same terms as {@link #scan(LogQuery)}.
     * By default one question for each record, all of whose entries are held in memory; a database answers at once.
     *
     * @param query without a subject
     * @param subjects the records, 1 to {@link PageRequest#MAX_LIMIT}; repeated ones count once
     */
    default Stream<LogEntry> scan(LogQuery query, Collection<UUID> subjects) {
        return subjects.stream().distinct().flatMap(subject -> {
            try (Stream<LogEntry> entries = scan(query.about(subject))) {
                return entries.toList().stream();
            }
        });
    }

    /**
     * Computes an aggregation over the entries about each of several records by itself. By default one question for each record; a
     * database answers at once.
     *
     * @param aggregation over a log, grouped by values or not at all, without ranges and without a subject
     * @param subjects the records, 1 to {@link PageRequest#MAX_LIMIT}; repeated ones count once
     * @return the groups of each record that has any entries which meet the condition
     * @throws IllegalArgumentException if it doesn't fit the schema
     * @throws UnsupportedException if there are more than {@link Aggregation#MAX_GROUPS} groups in all
     */
    default Map<UUID, List<Group>> aggregate(Aggregation aggregation, Collection<UUID> subjects) {
        Map<UUID, List<Group>> groups = new LinkedHashMap<>();
        List<Measure> measures = new ArrayList<>(aggregation.measures());
        measures.add(Measure.count());
        for (UUID subject : subjects) {
            List<Group> found = new ArrayList<>();
            for (Group group : aggregate(new Aggregation(
                    aggregation.source(), subject, aggregation.where(), aggregation.groupBy(), measures))) {
                if (group.count(measures.size() - 1) > 0) {
                    found.add(new Group(group.keys(), group.values().subList(0, measures.size() - 1)));
                }
            }
            if (!found.isEmpty()) {
                groups.put(subject, found);
            }
        }
        return groups;
    }

    /**
     * Returns the next entries of a log in order of position, committed ones only.
     *
     * @param after the last position seen, {@link Position#START} to begin
     * @param limit 1 to {@link PageRequest#MAX_LIMIT}
     * @return at most {@code limit} entries, each with its position; empty if there is nothing new
     */
    List<LogEntry> follow(String log, Position after, int limit);

    /**
     * Removes entries for good (rule L6), the first in order of position that there are to remove. To remove all, it is called,
     * in one transaction after the other, until it removes fewer than the limit. What the transaction has appended itself may
     * stay.
     *
     * @param pruning a request whose criteria the storage {@linkplain Storage#supports supports}
     * @return the number of entries removed
     * @throws IllegalArgumentException if the criteria doesn't fit the schema
     */
    int prune(Pruning pruning);

    /**
     * Replaces the fields and bodies of entries (rule L7). Values of fields that the session's schema doesn't declare stay, as
     * they do where a document is replaced (rule S2): who has to take them out, too, declares them.
     *
     * @param log name of a log
     * @param redactions at most one for each entry
     * @return the keys that were left out because the log has no such entry
     * @throws IllegalArgumentException if the log is unknown or a key occurs twice
     * @throws InvalidRecordException if a value doesn't fit the log
     */
    Set<String> redact(String log, List<Redaction> redactions);

    /**
     * Makes everything written durable and visible, and ends the transaction. On a session that has written nothing, or only
     * reads, it just ends it.
     *
     * @throws ConflictException if another transaction got in between
     * @throws DuplicateKeyException if a unique key turned out to be taken
     * @throws CommitOutcomeUnknownException if it can't be known whether it was stored
     */
    void commit();

    /** Ends the session; what wasn't committed is undone. Closing twice does nothing. */
    @Override
    void close();
}
