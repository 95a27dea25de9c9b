package dev.clientele.core.merge;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.Lists;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.interaction.MergedTimeline;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The ids that stand for other records: those of merged records, and those of records that are declared to be identities of others
 * ({@link dev.clientele.core.entity.Trait#IDENTITY}). Logs are never rewritten: entries stay under the id that they were recorded under,
 * and reads of a record include the entries of all {@linkplain #identities its identities}.
 *
 * <p>Ids lead on in any order: from a source record to the person it belongs to, from there to whom that one was merged into. Types
 * that declare no such reference cost no question. Thread-safe unless the session is that of a transaction.
 */
public final class MergedIds {

    private static final int BATCH = 500;

    private final CrmSession session;
    private final IdentityLinks links;

    /** Creates the merged ids of a session; none of merges if its {@code Crm} wasn't given their types. */
    public MergedIds(CrmSession session) {
        this.session = session;
        this.links = new IdentityLinks(session);
    }

    /** Finds the id of the record to which this one leads: its own unless it was merged or is that of an identity. */
    public <T> Id<T> resolve(Id<T> id) {
        return Id.of(resolve(Set.of(id.value())).getOrDefault(id.value(), id.value()));
    }

    /**
     * Finds, for those of these ids whose records were merged or are identities of others, the id of the record to which each leads in
     * the end.
     */
    public Map<UUID, UUID> resolve(Collection<UUID> ids) {
        return ends(ids, links.follow(ids, reference -> true, false));
    }

    /** Finds the records of a type to which ids lead, as {@link #resolve(Collection)} does, but no further than to that type. */
    public Map<UUID, UUID> resolve(EntityType<?> type, Collection<UUID> ids) {
        return resolveTo(type.name(), ids, false);
    }

    /**
     * Finds records of a type as {@link #resolve(EntityType, Collection)} does, and relies on it: if one of the ids leads elsewhere
     * before the commit, since a merge is undone or an identity has moved, the transaction is run again and decides anew.
     *
     * @throws IllegalStateException outside {@link CrmSession#inTransaction}
     */
    public Map<UUID, UUID> relyOn(EntityType<?> type, Collection<UUID> ids) {
        return resolveTo(type.name(), ids, true);
    }

    /** Finds, for those of these ids whose records were merged, the id of the record of the same type that stands in the place of each. */
    public Map<UUID, UUID> findSurvivors(Collection<UUID> ids) {
        return ends(ids, links.follow(ids, reference -> false, false));
    }

    Map<UUID, UUID> resolveTo(String type, Collection<UUID> ids, boolean relying) {
        return ends(ids, links.follow(ids, reference -> links.leads(reference, type), relying));
    }

    private static Map<UUID, UUID> ends(Collection<UUID> ids, Map<UUID, UUID> next) {
        Map<UUID, UUID> ends = new HashMap<>();
        for (UUID id : ids) {
            UUID at = id;
            while (next.containsKey(at)) {
                at = next.get(at);
            }
            if (!at.equals(id)) {
                ends.put(id, at);
            }
        }
        return ends;
    }

    /**
     * Finds the records that stand in the place of merged ones, by the texts that those had when they were merged: an import that
     * knows a record by the key of a duplicate is led to the survivor.
     *
     * @param field a text field, or a set of texts declared {@link dev.clientele.core.entity.Trait#IDENTIFYING}; others lead nowhere
     * @param values values of the field, or elements of the set; one that several merged records had leads to all that stand in their places
     */
    public <T extends Entity<T>> Map<String, Set<Id<T>>> resolveKeys(
            EntityType<T> type, Field<T, ?> field, Collection<String> values) {
        Map<String, String> digests = new HashMap<>();
        values.forEach(value -> digests.put(FormerKeys.of(type.name(), field.name(), value), value));
        Map<String, Set<Id<T>>> found = new HashMap<>();
        Repository<MergeStep> steps = links.steps();
        if (steps == null) {
            return found;
        }
        for (List<String> part :
                Lists.partition(digests.keySet().stream().sorted().toList(), BATCH)) {
            Map<UUID, Set<String>> removed = new HashMap<>();
            try (Stream<MergeStep> some =
                    steps.query(MergeStep.FORMER_KEYS.hasAny(part).and(MergeStep.IN_FORCE.isTrue())).stream()) {
                some.forEach(step -> removed.put(step.record(), step.getOrDefault(MergeStep.FORMER_KEYS, Set.of())));
            }
            Map<UUID, UUID> current = findSurvivors(removed.keySet());
            removed.forEach((record, keys) -> Sets.intersection(keys, digests.keySet())
                    .forEach(digest -> found.computeIfAbsent(
                                    Objects.requireNonNull(digests.get(digest)), first -> new LinkedHashSet<>())
                            .add(Id.of(current.getOrDefault(record, record)))));
        }
        return found;
    }

    /** Finds a record's id, and those of all that lead to it by merges or as identities, directly or not: the id itself first. */
    public Set<UUID> identities(Id<?> record) {
        return Objects.requireNonNull(identitiesOf(List.of(record.value())).get(record.value()));
    }

    /** Finds the identities of each of many records as {@link #identities} does, with few questions to the database. */
    public Map<UUID, Set<UUID>> identitiesOf(Collection<UUID> records) {
        Map<UUID, Set<UUID>> identities = new LinkedHashMap<>();
        SetMultimap<UUID, UUID> ends = LinkedHashMultimap.create();
        Map<UUID, String> open = new LinkedHashMap<>();
        for (UUID record : records) {
            identities.put(record, new LinkedHashSet<>(List.of(record)));
            ends.put(record, record);
            open.put(record, IdentityLinks.ANY_TYPE);
        }
        while (!open.isEmpty()) {
            SetMultimap<UUID, UUID> nextEnds = LinkedHashMultimap.create();
            Map<UUID, String> next = new LinkedHashMap<>();
            for (IdLink link : links.incoming(open)) {
                for (UUID record : ends.get(link.to())) {
                    if (Objects.requireNonNull(identities.get(record)).add(link.from())) {
                        nextEnds.put(link.from(), record);
                        next.put(link.from(), link.fromType());
                    }
                }
            }
            ends = nextEnds;
            open = next;
        }
        return identities;
    }

    /** Returns everything about a record and about all of its identities at the time of reading. */
    public MergedTimeline timeline(Id<?> record) {
        Objects.requireNonNull(record, "record");
        return MergedTimeline.of(session.eventLog(Interaction.TYPE), () -> identities(record), session.clock());
    }
}
