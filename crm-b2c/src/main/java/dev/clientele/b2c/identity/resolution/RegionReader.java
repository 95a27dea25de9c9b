package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.linkage.PairScorer;
import dev.clientele.b2c.identity.record.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Collects the region of some records: what they share a linking key with, or match, and so on until nothing is left. Not
 * thread-safe.
 */
final class RegionReader {

    /** The most records of a region; what lies beyond waits for records nearer to it. */
    static final int MAX_RECORDS = 20_000;

    private final RecordGraph graph;
    private final MatchPolicy policy;
    private final KeyStatus status;
    private final Optional<PairScorer> scorer;

    private final Map<UUID, LinkableRecord> members = new LinkedHashMap<>();
    private final Set<Long> asked = new HashSet<>();
    private final Map<Long, Collection<LinkableRecord>> blocks = new HashMap<>();
    private final Set<Long> generic = new HashSet<>();
    private final Map<Long, GenericKey> changed = new LinkedHashMap<>();
    private final Set<HandDecision> decisions = new LinkedHashSet<>();
    private final Set<List<UUID>> scored = new HashSet<>();
    private final List<ScoredLink> links = new ArrayList<>();
    private final List<ScoredLink> reviews = new ArrayList<>();
    private final Set<UUID> matched = new LinkedHashSet<>();
    private List<LinkableRecord> frontier = new ArrayList<>();

    RegionReader(RecordGraph graph, MatchPolicy policy) {
        this.graph = graph;
        this.policy = policy;
        this.status = new KeyStatus(policy);
        this.scorer = policy.scorer();
    }

    Region read(Collection<LinkableRecord> seeds) {
        seeds.forEach(this::add);
        while (!frontier.isEmpty() && members.size() <= MAX_RECORDS) {
            List<LinkableRecord> current = frontier;
            frontier = new ArrayList<>();
            readKeys(current);
            readDecisions(current);
            current.forEach(this::compare);
            addMatched();
        }
        List<LinkableRecord> sorted = members.values().stream()
                .sorted(Comparator.comparing(LinkableRecord::ref))
                .toList();
        return new Region(
                sorted,
                links.stream().sorted().toList(),
                reviews.stream().sorted().toList(),
                linkingIdentifiers(sorted),
                decisions,
                changed.values());
    }

    private void add(LinkableRecord record) {
        if (members.putIfAbsent(record.id(), record) == null) {
            frontier.add(record);
        }
    }

    private void readKeys(List<LinkableRecord> current) {
        Map<Long, Identifier> identifiers = new LinkedHashMap<>();
        Set<Long> blocking = new LinkedHashSet<>();
        for (LinkableRecord record : current) {
            for (Identifier each : record.identifiers()) {
                if (asked.add(each.key())) {
                    identifiers.put(each.key(), each);
                }
            }
            for (long key : record.blockingKeys()) {
                if (asked.add(key)) {
                    blocking.add(key);
                }
            }
        }
        if (identifiers.isEmpty() && blocking.isEmpty()) {
            return;
        }
        RecordGraph.KeyHolders found = graph.holders(identifiers.keySet(), blocking);
        identifiers.forEach((key, identifier) -> {
            Collection<LinkableRecord> holders = found.of(key);
            boolean turned = settle(found, status.ofIdentifier(identifier, holders));
            if (turned || !generic.contains(key)) {
                holders.forEach(this::add);
            }
        });
        for (long key : blocking) {
            Collection<LinkableRecord> holders = found.of(key);
            boolean turned = settle(found, status.ofBlock(key, holders));
            if (turned) {
                holders.forEach(holder -> matched.add(holder.id()));
            }
            if (!generic.contains(key)) {
                blocks.put(key, holders);
            }
        }
    }

    /** Notes the status of a key, and returns whether it is another than before. */
    private boolean settle(RecordGraph.KeyHolders found, GenericKey now) {
        boolean before = found.generic().contains(now.key());
        boolean isGeneric = now.generic() || found.crowded().contains(now.key());
        if (isGeneric) {
            generic.add(now.key());
        }
        if (isGeneric != before) {
            changed.put(now.key(), now);
        }
        return isGeneric != before;
    }

    private void readDecisions(List<LinkableRecord> current) {
        Set<UUID> ids = new LinkedHashSet<>();
        Set<UUID> wanted = new LinkedHashSet<>();
        for (LinkableRecord record : current) {
            ids.add(record.id());
            record.enteredAbout().ifPresent(wanted::add);
        }
        graph.enteredAbout(ids).forEach(this::add);
        for (HandDecision decision : graph.decisions(ids)) {
            decisions.add(decision);
            if (decision.same()) {
                wanted.addAll(decision.one());
                wanted.addAll(decision.other());
            }
        }
        wanted.removeAll(members.keySet());
        if (!wanted.isEmpty()) {
            graph.records(wanted).forEach(this::add);
        }
    }

    /** Compares a record with all that share a block with it; those that match it are of the region. */
    private void compare(LinkableRecord record) {
        if (scorer.isEmpty()) {
            return;
        }
        double floor = policy.thresholds().reviewScore();
        for (long key : record.blockingKeys()) {
            for (LinkableRecord other : blocks.getOrDefault(key, Set.of())) {
                if (admits(record, other) && scored.add(pair(record, other))) {
                    double score = scorer.get().scoreAbove(floor, record.prepared(), other.prepared());
                    if (score >= policy.thresholds().matchScore()) {
                        links.add(ScoredLink.of(record, other, score));
                        matched.add(other.id());
                    } else if (score >= floor) {
                        reviews.add(ScoredLink.of(record, other, score));
                    }
                }
            }
        }
    }

    /** Whoever was found by comparing is read whole. */
    private void addMatched() {
        matched.removeAll(members.keySet());
        if (!matched.isEmpty()) {
            graph.records(matched).forEach(this::add);
            matched.clear();
        }
    }

    private boolean admits(LinkableRecord one, LinkableRecord other) {
        return !one.id().equals(other.id())
                && !(one.ref().source().equals(other.ref().source())
                        && policy.distinctSources().contains(one.ref().source()));
    }

    private static List<UUID> pair(LinkableRecord one, LinkableRecord other) {
        return one.id().compareTo(other.id()) < 0 ? List.of(one.id(), other.id()) : List.of(other.id(), one.id());
    }

    private Map<Long, List<LinkableRecord>> linkingIdentifiers(List<LinkableRecord> sorted) {
        Map<Long, List<LinkableRecord>> holders = new LinkedHashMap<>();
        for (LinkableRecord record : sorted) {
            for (Identifier each : record.identifiers()) {
                if (!generic.contains(each.key())) {
                    holders.computeIfAbsent(each.key(), first -> new ArrayList<>())
                            .add(record);
                }
            }
        }
        return holders;
    }
}
