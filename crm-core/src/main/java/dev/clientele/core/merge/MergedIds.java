package dev.clientele.core.merge;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Entity;
import dev.clientele.core.entity.EntityType;
import dev.clientele.core.entity.Field;
import dev.clientele.core.entity.Id;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.interaction.Interaction;
import dev.clientele.core.interaction.MergedTimeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The ids that stand for other records since merges. Logs are never rewritten: entries about a merged record stay under its
 * own id, and reads of the survivor include the entries of all {@linkplain #identities its identities}.
 *
 * <p>Thread-safe unless the session is that of a transaction.
 */
public final class MergedIds {

    private static final int BATCH = 500;

    private final CrmSession session;
    private final @Nullable Repository<MergeStep> steps;

    /** Creates the merged ids of a session; none if its {@code Crm} wasn't given the types of merges. */
    public MergedIds(CrmSession session) {
        this.session = session;
        boolean merges =
                session.entityTypes().stream().anyMatch(type -> type.name().equals(MergeStep.TYPE.name()));
        this.steps = merges ? session.repository(MergeStep.TYPE) : null;
    }

    /** Finds the id of the record that stands where this one stood: its own unless it was merged. */
    public <T> Id<T> resolve(Id<T> id) {
        return Id.of(resolve(Set.of(id.value())).getOrDefault(id.value(), id.value()));
    }

    /** Finds, for those of these ids whose records were merged, the id of the record that stands in the place of each. */
    public Map<UUID, UUID> resolve(Collection<UUID> ids) {
        Map<UUID, UUID> one = new HashMap<>(); // one merge further
        Set<UUID> open = new HashSet<>(ids);
        while (!open.isEmpty()) {
            Map<UUID, UUID> next = new HashMap<>();
            read(open, true).forEach(step -> next.put(step.record(), step.replacement()));
            one.putAll(next);
            open = new HashSet<>(next.values());
            open.removeAll(one.keySet());
        }
        Map<UUID, UUID> current = new HashMap<>();
        for (UUID id : ids) {
            UUID at = id;
            while (one.containsKey(at)) {
                at = one.get(at);
            }
            if (!at.equals(id)) {
                current.put(id, at);
            }
        }
        return current;
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
            Map<UUID, UUID> current = resolve(removed.keySet());
            removed.forEach((record, keys) -> Sets.intersection(keys, digests.keySet())
                    .forEach(digest -> found.computeIfAbsent(
                                    Objects.requireNonNull(digests.get(digest)), first -> new LinkedHashSet<>())
                            .add(Id.of(current.getOrDefault(record, record)))));
        }
        return found;
    }

    /** Finds a record's id, and those of all that were put into it, directly or not: the id itself first. */
    public Set<UUID> identities(Id<?> survivor) {
        Set<UUID> identities = new LinkedHashSet<>(List.of(survivor.value()));
        Set<UUID> open = Set.of(survivor.value());
        while (!open.isEmpty()) {
            Set<UUID> next = read(open, false).stream().map(MergeStep::record).collect(toImmutableSet());
            open = Sets.difference(next, identities).immutableCopy();
            identities.addAll(open);
        }
        return identities;
    }

    /** Finds the identities of each of many records as {@link #identities} does, with few questions to the database. */
    public Map<UUID, Set<UUID>> identitiesOf(Collection<UUID> survivors) {
        Map<UUID, Set<UUID>> identities = new LinkedHashMap<>();
        Map<UUID, UUID> survivorOf = new HashMap<>();
        for (UUID survivor : survivors) {
            identities.put(survivor, new LinkedHashSet<>(List.of(survivor)));
            survivorOf.put(survivor, survivor);
        }
        Set<UUID> open = identities.keySet();
        while (!open.isEmpty()) {
            Set<UUID> next = new LinkedHashSet<>();
            for (MergeStep step : read(open, false)) {
                UUID survivor = Objects.requireNonNull(survivorOf.get(step.replacement()));
                if (Objects.requireNonNull(identities.get(survivor)).add(step.record())) {
                    survivorOf.put(step.record(), survivor);
                    next.add(step.record());
                }
            }
            open = next;
        }
        return identities;
    }

    /** Returns everything about a record and about all that were merged into it at the time of reading. */
    public MergedTimeline timeline(Id<?> survivor) {
        Objects.requireNonNull(survivor, "survivor");
        return MergedTimeline.of(session.eventLog(Interaction.TYPE), () -> identities(survivor), session.clock());
    }

    private List<MergeStep> read(Collection<UUID> ids, boolean byRecord) {
        if (steps == null) {
            return List.of();
        }
        List<String> texts = ids.stream().map(UUID::toString).sorted().toList();
        List<MergeStep> found = new ArrayList<>();
        for (List<String> part : Lists.partition(texts, BATCH)) {
            try (Stream<MergeStep> some = steps
                    .query((byRecord ? MergeStep.RECORD : MergeStep.REPLACEMENT)
                            .in(part)
                            .and(MergeStep.IN_FORCE.isTrue()))
                    .stream()) {
                some.forEach(found::add);
            }
        }
        return found;
    }
}
