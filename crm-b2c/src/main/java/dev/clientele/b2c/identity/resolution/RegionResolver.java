package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.linkage.AverageLinkage;
import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.IdentifierRule;
import dev.clientele.b2c.identity.record.LinkReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Divides a region into persons, the strongest evidence first: what people decided, then identifiers by the priority of their types,
 * then comparisons. A value that would join records which must not be one person joins nobody. The same region gives the same
 * persons. Not thread-safe.
 */
final class RegionResolver {

    private final Region region;
    private final MatchPolicy policy;
    private final ClusterLimits limits;
    private final Map<UUID, Cluster> clusterOf = new HashMap<>();
    private final Map<UUID, List<LinkReason>> reasons = new HashMap<>();
    private final List<ContestedValue> contested = new ArrayList<>();
    private final Set<ScoredLink> unjoined = new LinkedHashSet<>();

    RegionResolver(Region region, MatchPolicy policy) {
        this.region = region;
        this.policy = policy;
        this.limits = new ClusterLimits(policy, region.decisions());
        region.records().forEach(record -> clusterOf.put(record.id(), new Cluster(record)));
    }

    Resolution resolve() {
        joinWhatWasEntered();
        joinByHand();
        for (IdentifierRule rule : policy.identifiers().rules()) {
            joinBy(rule);
        }
        joinMatches();
        return result();
    }

    /** Joins what people entered about a person with the record with which that person began. */
    private void joinWhatWasEntered() {
        for (LinkableRecord record : region.records()) {
            record.enteredAbout()
                    .filter(clusterOf::containsKey)
                    .filter(person -> !person.equals(record.id()))
                    .ifPresent(person -> {
                        Cluster began = cluster(person);
                        join(List.of(began, cluster(record.id())), record.id(), person, LinkReason.OWN);
                    });
        }
    }

    private void joinByHand() {
        region.decisions().stream()
                .filter(HandDecision::same)
                .map(decision -> {
                    Set<UUID> records = new LinkedHashSet<>(decision.one());
                    records.addAll(decision.other());
                    records.retainAll(clusterOf.keySet());
                    return records.stream().sorted().toList();
                })
                .sorted(Comparator.comparing(Object::toString))
                .forEach(records -> {
                    for (int i = 1; i < records.size(); i++) {
                        UUID one = records.get(i - 1);
                        UUID other = records.get(i);
                        if (limits.areLeftTogether(List.of(cluster(one), cluster(other)))) {
                            join(List.of(cluster(one), cluster(other)), one, other, LinkReason.BY_HAND);
                        }
                    }
                });
    }

    /** The values that the fewest share come first. */
    private void joinBy(IdentifierRule rule) {
        Map<Long, List<LinkableRecord>> values = new TreeMap<>();
        region.identifiers().forEach((key, holders) -> {
            if (holders.size() > 1 && has(holders.get(0), rule.type(), key)) {
                values.put(key, holders);
            }
        });
        values.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getValue().size()))
                .forEach(entry -> joinHolders(rule, entry.getKey(), entry.getValue()));
    }

    private static boolean has(LinkableRecord record, String type, long key) {
        for (Identifier each : record.identifiers()) {
            if (each.key() == key) {
                return each.type().equals(type);
            }
        }
        return false;
    }

    private void joinHolders(IdentifierRule rule, long key, List<LinkableRecord> holders) {
        Map<Cluster, LinkableRecord> clusters = new LinkedHashMap<>();
        holders.forEach(holder -> clusters.putIfAbsent(cluster(holder.id()), holder));
        if (clusters.size() < 2) {
            return;
        }
        if (!limits.allow(clusters.keySet(), rule.priority())) {
            contested.add(new ContestedValue(
                    rule.type(), key, holders.stream().map(LinkableRecord::id).toList()));
            return;
        }
        List<LinkableRecord> ends = List.copyOf(clusters.values());
        for (int i = 1; i < ends.size(); i++) {
            UUID one = ends.get(0).id();
            UUID other = ends.get(i).id();
            join(List.of(cluster(one), cluster(other)), one, other, rule.type());
        }
    }

    private void joinMatches() {
        if (policy.scorer().isEmpty()) {
            return;
        }
        AverageLinkage linkage = new AverageLinkage(policy.scorer().get(), policy.thresholds());
        for (ScoredLink link : region.links()) {
            Cluster one = cluster(link.first().id());
            Cluster other = cluster(link.second().id());
            if (one == other) {
                continue;
            }
            if (limits.allow(List.of(one, other), Integer.MAX_VALUE) && belongTogether(linkage, one, other)) {
                addReasons(MatchReasons.of(policy, link));
                merge(one, other);
            } else {
                unjoined.add(link);
            }
        }
    }

    private boolean belongTogether(AverageLinkage linkage, Cluster one, Cluster other) {
        List<LinkableRecord> some = one.first(AverageLinkage.MAX_MEMBERS);
        List<LinkableRecord> others = other.first(AverageLinkage.MAX_MEMBERS);
        return linkage.joins(
                some.stream().map(LinkableRecord::prepared).toList(),
                others.stream().map(LinkableRecord::prepared).toList(),
                (a, b) -> true);
    }

    private void join(List<Cluster> clusters, UUID one, UUID other, String rule) {
        if (clusters.get(0) == clusters.get(1)) {
            return;
        }
        addReasons(Map.of(one, LinkReason.certain(other, rule), other, LinkReason.certain(one, rule)));
        merge(clusters.get(0), clusters.get(1));
    }

    private void merge(Cluster one, Cluster other) {
        Cluster larger = one.size() >= other.size() ? one : other;
        Cluster smaller = larger == one ? other : one;
        larger.takeAll(smaller);
        smaller.members().forEach(member -> clusterOf.put(member.id(), larger));
    }

    private void addReasons(Map<UUID, LinkReason> both) {
        both.forEach((record, reason) ->
                reasons.computeIfAbsent(record, first -> new ArrayList<>()).add(reason));
    }

    private Cluster cluster(UUID record) {
        return Objects.requireNonNull(clusterOf.get(record));
    }

    private Resolution result() {
        Map<Cluster, List<UUID>> clusters = new LinkedHashMap<>();
        for (LinkableRecord record : region.records()) {
            clusters.computeIfAbsent(cluster(record.id()), first -> new ArrayList<>())
                    .add(record.id());
        }
        List<ContestedValue> open = contested.stream().filter(this::isOpen).toList();
        return new Resolution(
                List.copyOf(clusters.values()), reasons, open, questions(), List.copyOf(region.changed()));
    }

    private boolean isOpen(ContestedValue value) {
        return value.records().stream().map(this::cluster).distinct().count() > 1;
    }

    /** Pairs for somebody to decide: those in the review band, and matches that something speaks against. */
    private Collection<ReviewPair> questions() {
        List<ReviewPair> questions = new ArrayList<>();
        unjoined.forEach(link -> addQuestion(link, questions));
        region.reviews().forEach(link -> addQuestion(link, questions));
        return questions;
    }

    private void addQuestion(ScoredLink link, List<ReviewPair> questions) {
        Cluster one = clusterOf.get(link.first().id());
        Cluster other = clusterOf.get(link.second().id());
        boolean decided = one != null && other != null && !limits.areLeftTogether(List.of(one, other));
        if ((one == null || one != other) && !decided) {
            questions.add(new ReviewPair(link.first().id(), link.second().id(), link.score()));
        }
    }
}
