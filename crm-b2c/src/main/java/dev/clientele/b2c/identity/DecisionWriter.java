package dev.clientele.b2c.identity;

import dev.clientele.b2c.identity.record.LinkReason;
import dev.clientele.b2c.identity.record.SourceRecord;
import dev.clientele.b2c.identity.resolution.GenericKey;
import dev.clientele.b2c.identity.resolution.Resolution;
import dev.clientele.core.CrmSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes down what the machine decides about persons, with its reasons. */
final class DecisionWriter {

    private static final int MAX_REASONS = 50;
    private static final int MAX_WORDS = 2000;

    private final CrmSession tx;
    private final Resolution resolution;

    DecisionWriter(CrmSession tx, Resolution resolution) {
        this.tx = tx;
        this.resolution = resolution;
    }

    /** Two persons became one. */
    IdentityDecision merged(PersonPlan plan, UUID absorbed) {
        Set<UUID> others = new LinkedHashSet<>();
        Set<UUID> own = new LinkedHashSet<>();
        for (SourceRecord record : plan.records()) {
            // a record that came now and showed that both are one is of neither side
            UUID id = record.id().value();
            PersonPlan.before(record)
                    .ifPresent(person -> (person.equals(absorbed) || id.equals(absorbed) ? others : own).add(id));
        }
        List<LinkReason> reasons = bridges(own, others);
        return IdentityDecision.of(DecisionKind.MERGED, plan.person(), absorbed, tx.actor(), tx.now())
                .about(own, others)
                .with(IdentityDecision.REASONS, reasons)
                .with(IdentityDecision.WORDS, reasons.isEmpty() ? null : words(reasons));
    }

    /** A person came apart. */
    IdentityDecision split(PersonPlan stays, PersonPlan goes) {
        List<GenericKey> generic =
                resolution.changedKeys().stream().filter(GenericKey::generic).toList();
        String words = generic.isEmpty()
                ? "nothing links them any more"
                : generic.stream()
                        .map(key -> GenericValue.of(key, tx.now()).words())
                        .distinct()
                        .collect(Collectors.joining("; "));
        return IdentityDecision.of(DecisionKind.SPLIT, stays.person(), goes.person(), tx.actor(), tx.now())
                .about(ids(stays), ids(goes))
                .with(IdentityDecision.WORDS, cut(words));
    }

    private static List<UUID> ids(PersonPlan plan) {
        return plan.records().stream().map(record -> record.id().value()).toList();
    }

    /** The links from one side to the other, or from both to records that came now; each once. */
    private List<LinkReason> bridges(Set<UUID> own, Set<UUID> others) {
        List<LinkReason> direct = new ArrayList<>();
        List<LinkReason> all = new ArrayList<>();
        for (UUID record : others) {
            for (LinkReason reason : resolution.reasons().getOrDefault(record, List.of())) {
                (own.contains(reason.record()) ? direct : all).add(reason);
            }
        }
        for (UUID record : own) {
            resolution.reasons().getOrDefault(record, List.of()).stream()
                    .filter(reason -> others.contains(reason.record()))
                    .forEach(direct::add);
        }
        return (direct.isEmpty() ? all : direct).stream().limit(MAX_REASONS).toList();
    }

    private static String words(List<LinkReason> reasons) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        reasons.forEach(reason -> counts.merge(reason.words(), 1, Integer::sum));
        return cut(counts.entrySet().stream()
                .map(entry ->
                        entry.getValue() == 1 ? entry.getKey() : entry.getKey() + " (" + entry.getValue() + " times)")
                .collect(Collectors.joining("; ")));
    }

    private static String cut(String words) {
        return words.length() <= MAX_WORDS ? words : words.substring(0, MAX_WORDS - 1) + "…";
    }
}
