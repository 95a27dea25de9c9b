package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.LinkableRecord;
import dev.clientele.b2c.person.Person;
import dev.clientele.core.CrmSession;
import dev.clientele.core.entity.Id;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides on stored records and tells what came of it, within one transaction. Not thread-safe. */
final class Identification {

    private final CrmSession tx;
    private final Settlement settlement;

    Identification(CrmSession tx) {
        this.tx = tx;
        this.settlement = new Settlement(tx);
    }

    List<Identified> settle(List<Id<SourceRecord>> ids) {
        SettledRegion region = settlement.settle(ids);
        Map<UUID, PersonPlan> plans = new LinkedHashMap<>();
        region.plans()
                .forEach(plan ->
                        plan.records().forEach(record -> plans.put(record.id().value(), plan)));
        Set<PersonPlan> begun = new HashSet<>();
        return ids.stream()
                .map(id -> {
                    PersonPlan plan = plans.get(id.value());
                    return plan == null ? known(id) : answer(id, plan, region, begun);
                })
                .toList();
    }

    /** Nothing new was said. */
    private Identified known(Id<SourceRecord> id) {
        SourceRecord record = tx.repository(SourceRecord.TYPE).get(id);
        IdentityOutcome outcome = record.person().isPresent() ? IdentityOutcome.MATCHED : IdentityOutcome.REFUSED;
        return new Identified(outcome, id, record.person(), record.reasons(), Optional.empty());
    }

    private Identified answer(Id<SourceRecord> id, PersonPlan plan, SettledRegion region, Set<PersonPlan> begun) {
        boolean nobody = plan.isNobody(region.usable());
        Optional<Id<Person>> person = nobody ? Optional.empty() : Optional.of(Id.of(plan.person()));
        Optional<IdentityDecision> decision = region.decisions().stream()
                .filter(each -> each.kind() == DecisionKind.MERGED
                        && each.person().value().equals(plan.person()))
                .findFirst();
        return new Identified(
                outcome(id.value(), plan, region, nobody, begun),
                id,
                person,
                region.resolution().reasons().getOrDefault(id.value(), List.of()),
                decision);
    }

    private IdentityOutcome outcome(
            UUID id, PersonPlan plan, SettledRegion region, boolean nobody, Set<PersonPlan> begun) {
        if (nobody || (plan.records().size() == 1 && !hasOwnEvidence(id))) {
            return IdentityOutcome.REFUSED;
        } else if (plan.before().size() > 1) {
            return IdentityOutcome.MERGED;
        } else if (!plan.before().isEmpty() || !begun.add(plan)) {
            return isNew(id, plan) && plan.records().size() == 1 ? IdentityOutcome.CREATED : IdentityOutcome.MATCHED;
        }
        return isAmbiguous(id, region) ? IdentityOutcome.AMBIGUOUS : IdentityOutcome.CREATED;
    }

    private static boolean isNew(UUID id, PersonPlan plan) {
        return plan.records().stream()
                .anyMatch(record ->
                        record.id().value().equals(id) && record.person().isEmpty());
    }

    private boolean hasOwnEvidence(UUID id) {
        LinkableRecord record =
                settlement.graph().records(Set.of(id)).iterator().next();
        return Objects.requireNonNull(record).hasEvidence();
    }

    private static boolean isAmbiguous(UUID id, SettledRegion region) {
        return region.resolution().contested().stream()
                        .anyMatch(value -> value.records().contains(id))
                || region.resolution().questions().stream()
                        .anyMatch(pair -> pair.score() >= 0
                                && (pair.first().equals(id) || pair.second().equals(id)));
    }
}
