package dev.clientele.core.entity;

import dev.clientele.core.change.Change;
import dev.clientele.core.change.ChangeHistory;
import dev.clientele.persistence.criteria.Criteria;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All records of one type of the session's tenant. Every change is validated, checked against the version it was decided on,
 * and recorded in the change log in the same transaction (but for {@linkplain EntityTypeBuilder#derived() derived} types).
 * Thread-safe unless it comes from within a transaction.
 *
 * <p>All methods may throw {@link dev.clientele.core.error.UnavailableException} and the other types of {@link
 * dev.clientele.core.error}.
 *
 * @param <T> the record type
 */
public interface Repository<T extends Entity<T>> {

    /** Returns the declaration, custom fields included. */
    EntityType<T> type();

    /**
     * Stores a new record.
     *
     * @return the record with its id (a new one if it had none), at version 1
     * @throws dev.clientele.core.error.InvalidException if it breaks rules, or refers to a record that isn't there
     * @throws dev.clientele.core.error.DuplicateException if a unique key is taken
     * @throws dev.clientele.core.error.StaleVersionException if its id is in use
     * @throws dev.clientele.core.error.DeniedException if the policy forbids it
     */
    T add(T entity);

    /**
     * Stores new records, all or none; as {@link #add} each, in the same order. They may refer to each other.
     *
     * @throws IllegalArgumentException if one has been stored already or an id is given twice
     */
    List<T> addAll(Collection<T> entities);

    /**
     * Returns the stored record that has the id or the values of a unique key of this one, or else stores this one. Safe when
     * two do it at once: both get the same record. The id counts first, then the unique keys in the order in which they are
     * declared; fields beyond them aren't compared or stored if a record is found.
     *
     * @throws IllegalArgumentException if it has neither an id nor all values of a unique key
     * @throws dev.clientele.core.error.InvalidException as {@link #add}
     * @throws dev.clientele.core.error.DeniedException as {@link #add}, or if the record is there but the actor may not see it
     */
    T getOrAdd(T draft);

    /** Gets or stores records, all or none; as {@link #getOrAdd} each, in the same order, with few questions to the database. */
    List<T> getOrAddAll(Collection<T> drafts);

    /**
     * Finds the record with this id for a transaction that is going to change it: where transactions write side by side, others
     * that do the same wait here, before anything has been decided.
     *
     * @throws IllegalStateException outside a transaction that writes
     * @throws dev.clientele.core.error.NotFoundException if {@link #find} gives none
     */
    T getForUpdate(Id<T> id);

    /**
     * Finds a record as the caller has seen it, for a transaction that is going to change it; otherwise as {@link
     * #getForUpdate(Id)}.
     *
     * @return the record as it is stored: what the caller has changed in the copy counts for nothing
     * @throws dev.clientele.core.error.StaleVersionException if somebody else changed or removed it meanwhile
     */
    T getForUpdate(T seen);

    /**
     * Stores a changed record; its computed fields stay as they are stored. If nothing has changed nothing is stored or recorded, unless the record is stored in an older
     * form of its type: then it is stored anew, so that criteria see it in the latest form.
     *
     * @return the record at its next version, or as given if nothing was stored
     * @throws dev.clientele.core.error.StaleVersionException if somebody else changed or removed it meanwhile
     * @throws dev.clientele.core.error.InvalidException as {@link #add}
     * @throws dev.clientele.core.error.DuplicateException as {@link #add}
     * @throws dev.clientele.core.error.DeniedException as {@link #add}
     */
    T save(T entity);

    /**
     * Stores changed records, all or none; as {@link #save} each, in the same order.
     *
     * @throws IllegalArgumentException if one has never been stored or is given twice
     */
    List<T> saveAll(Collection<T> entities);

    /**
     * Stores what a machine has computed about many records: values of computed fields, beside what people write. Versions,
     * history and listeners take no part, so nobody's edit collides with it, and it overlooks nobody's.
     *
     * <p>Rows are taken from the stream and stored by some thousands, each chunk in a transaction of its own, unless this is part of
     * one. A run that was broken off has stored the chunks before; running it again does no harm.
     *
     * <p>The actor needs the {@linkplain dev.clientele.core.access.AccessPolicy#computable right to compute}.
     *
     * @param fields the computed fields that are stored, the same for all rows; one in which a row has no value becomes missing
     * @param rows at most one for each record, made by {@link EntityType#computed}; the stream is left for the caller to close
     * @throws IllegalArgumentException if one of the fields isn't a computed one of the type, or a record is given twice at once
     * @throws dev.clientele.core.error.InvalidException if a row has a value in another field; what was stored till then stays
     * @throws dev.clientele.core.error.DeniedException if the policy forbids it; likewise
     */
    ComputeResult<T> compute(Collection<? extends Field<T, ?>> fields, Stream<ComputedRow<T>> rows);

    /**
     * Removes a record as it was read. Its history stays.
     *
     * @throws dev.clientele.core.error.ReferencedException if another record refers to it
     * @throws dev.clientele.core.error.InvalidException if a rule forbids it
     * @throws dev.clientele.core.error.StaleVersionException if somebody else changed or removed it meanwhile
     * @throws dev.clientele.core.error.DeniedException if the policy forbids it
     */
    void remove(T entity);

    /** Returns the record with this id, if the tenant has it and the actor may see it. */
    Optional<T> find(Id<T> id);

    /**
     * Finds the record with this id.
     *
     * @throws dev.clientele.core.error.NotFoundException if {@link #find} gives none
     */
    T get(Id<T> id);

    /** Returns the records with these ids, in no particular order; those that aren't there are left out. */
    List<T> findAll(Collection<Id<T>> ids);

    /** Returns all records. */
    Selection<T> all();

    /** Returns the records that meet a criteria. */
    Selection<T> query(Criteria criteria);

    /**
     * Returns what happened to a record, oldest first, also after it was removed; see {@code ChangeFeed} for who sees it. It tells
     * whether changes are missing, since they were pruned.
     */
    ChangeHistory history(Id<T> id);

    /**
     * Returns what led to a version of a record and to those after it; otherwise as {@link #history(Id)}.
     *
     * @param sinceVersion the first version that is asked about, 1 or more
     */
    ChangeHistory history(Id<T> id, long sinceVersion);

    /**
     * Reads one page of what happened to a record, newest first by the clock that stamped the changes; for histories of any length.
     *
     * @param limit 1 to 10,000
     * @param next the token of the page before; null to begin
     * @throws IllegalArgumentException if the token is damaged or was given for another record or tenant
     */
    Page<Change> historyPage(Id<T> id, int limit, @Nullable String next);

    /**
     * Returns what happened to some fields of many records, with few questions to the database: the changes of each record that has any
     * as {@link #history} gives them, but without other fields, so that a change may have none.
     */
    Map<Id<T>, List<Change>> histories(Collection<Id<T>> ids, Collection<? extends Field<T, ?>> fields);
}
