package dev.clientele.core.merge;

import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Repository;
import dev.clientele.core.entity.TextField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The links by which ids lead to records: those of merges in force, and references declared {@link
 * dev.clientele.core.entity.Trait#IDENTITY}. Whose type is known is looked for there alone.
 */
final class IdentityLinks {

    /** The type of an id of which none is known. */
    static final String ANY_TYPE = "";

    private static final int BATCH_SIZE = 500;

    private final CrmSession session;
    private final @Nullable Repository<MergeStep> steps;
    private final List<IdentityReference<?, ?>> references;

    /** Creates the links of a session; those of merges only if its {@code Crm} was given their types. */
    IdentityLinks(CrmSession session) {
        this.session = session;
        boolean merges =
                session.entityTypes().stream().anyMatch(type -> type.name().equals(MergeStep.TYPE.name()));
        this.steps = merges ? session.repository(MergeStep.TYPE) : null;
        this.references = IdentityReference.all(session);
    }

    /** Returns the steps of merges, if there are any. */
    @Nullable
    Repository<MergeStep> steps() {
        return steps;
    }

    /**
     * Follows ids as far as they lead.
     *
     * @param wanted which references are followed
     * @param relying whether the transaction relies on each link
     * @return the next id of each that leads further
     */
    Map<UUID, UUID> follow(Collection<UUID> ids, Predicate<IdentityReference<?, ?>> wanted, boolean relying) {
        List<IdentityReference<?, ?>> followed =
                references.stream().filter(wanted).toList();
        Map<UUID, UUID> next = new HashMap<>();
        Map<UUID, String> open = new HashMap<>(Maps.asMap(Set.copyOf(ids), id -> ANY_TYPE));
        while (!open.isEmpty()) {
            List<IdLink> links = merged(open.keySet(), relying);
            Map<UUID, String> unexplained = new HashMap<>(open);
            links.forEach(link -> unexplained.remove(link.from()));
            for (IdentityReference<?, ?> reference : followed) {
                Set<UUID> possible = ofType(unexplained, reference.type());
                links.addAll(relying ? reference.outgoing(possible, session) : reference.outgoing(possible));
            }
            links.removeIf(link -> link.from().equals(link.to())); // an identity may have the id of whom it is one of
            open.clear();
            for (IdLink link : links) {
                next.put(link.from(), link.to());
                open.put(link.to(), link.toType());
            }
            open.keySet().removeAll(next.keySet());
        }
        return next;
    }

    /** Finds the ids that lead to these in one step. */
    List<IdLink> incoming(Map<UUID, String> ids) {
        List<IdLink> links = new ArrayList<>();
        for (MergeStep step : read(ids.keySet(), MergeStep.REPLACEMENT)) {
            links.add(link(step));
        }
        references.forEach(reference -> links.addAll(reference.incoming(ofType(ids, reference.target()))));
        return links;
    }

    /** Returns whether chains of references from the records of one type lead to those of another. */
    boolean leads(IdentityReference<?, ?> reference, String type) {
        Set<String> seen = new HashSet<>(Set.of(reference.type()));
        List<String> open = new ArrayList<>(List.of(reference.target()));
        while (!open.isEmpty() && !seen.contains(type)) {
            String target = open.remove(0);
            if (target.equals(type)) {
                return true;
            } else if (seen.add(target)) {
                references.stream()
                        .filter(other -> other.type().equals(target))
                        .forEach(other -> open.add(other.target()));
            }
        }
        return false;
    }

    private static Set<UUID> ofType(Map<UUID, String> ids, String type) {
        return Sets.filter(ids.keySet(), id -> Set.of(ANY_TYPE, type).contains(ids.getOrDefault(id, ANY_TYPE)));
    }

    private List<IdLink> merged(Collection<UUID> ids, boolean relying) {
        List<IdLink> links = new ArrayList<>();
        for (MergeStep step : read(ids, MergeStep.RECORD)) {
            links.add(link(relying ? session.rely(step) : step));
        }
        return links;
    }

    private static IdLink link(MergeStep step) {
        return new IdLink(step.record(), step.recordType(), step.replacement(), step.recordType());
    }

    private List<MergeStep> read(Collection<UUID> ids, TextField<MergeStep> by) {
        if (steps == null) {
            return List.of();
        }
        List<String> texts = ids.stream().map(UUID::toString).sorted().toList();
        List<MergeStep> found = new ArrayList<>();
        for (List<String> part : Lists.partition(texts, BATCH_SIZE)) {
            try (Stream<MergeStep> some = steps.query(by.in(part).and(MergeStep.IN_FORCE.isTrue())).stream()) {
                some.forEach(found::add);
            }
        }
        return found;
    }
}
