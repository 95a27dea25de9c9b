package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.IdentifierRule;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** The limits of what may become one by machine: no clusters that rules or people keep apart. */
final class ClusterLimits {

    private final MatchPolicy policy;
    private final Map<UUID, Map<Integer, Boolean>> sides = new HashMap<>();

    ClusterLimits(MatchPolicy policy, Collection<HandDecision> decisions) {
        this.policy = policy;
        int number = 0;
        for (HandDecision decision : decisions) {
            if (!decision.same()) {
                number++;
                put(decision.one(), number, true);
                put(decision.other(), number, false);
            }
        }
    }

    private void put(Set<UUID> records, int decision, boolean side) {
        records.forEach(
                id -> sides.computeIfAbsent(id, first -> new HashMap<>()).put(decision, side));
    }

    /** Returns whether nobody has decided that records of these are of different persons. */
    boolean areLeftTogether(Collection<Cluster> clusters) {
        Map<Integer, Boolean> seen = new HashMap<>();
        for (Cluster cluster : clusters) {
            for (LinkableRecord member : cluster.members()) {
                for (Map.Entry<Integer, Boolean> side :
                        sides.getOrDefault(member.id(), Map.of()).entrySet()) {
                    Boolean other = seen.putIfAbsent(side.getKey(), side.getValue());
                    if (other != null && !other.equals(side.getValue())) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /**
     * Returns whether clusters may become one.
     *
     * @param priority the priority of what links them; limits of values of weaker types don't count
     */
    boolean allow(Collection<Cluster> clusters, int priority) {
        return areLeftTogether(clusters)
                && haveDistinctSources(clusters)
                && policy.identifiers().rules().stream().allMatch(rule -> allows(rule, clusters, priority));
    }

    private boolean haveDistinctSources(Collection<Cluster> clusters) {
        Set<String> seen = new HashSet<>();
        for (Cluster cluster : clusters) {
            for (LinkableRecord member : cluster.members()) {
                String source = member.ref().source();
                if (policy.distinctSources().contains(source) && !seen.add(source)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean allows(IdentifierRule rule, Collection<Cluster> clusters, int priority) {
        boolean limited = rule.maxPerPerson() < Integer.MAX_VALUE && rule.priority() <= priority;
        if (!limited && !rule.exclusive()) {
            return true;
        }
        Map<String, Instant> values = new HashMap<>();
        Set<String> verified = new HashSet<>();
        for (Cluster cluster : clusters) {
            for (LinkableRecord member : cluster.members()) {
                for (Identifier each : member.identifiers()) {
                    if (each.type().equals(rule.type())) {
                        values.merge(each.value(), member.saidAt(), (one, other) -> one.isAfter(other) ? one : other);
                        if (each.verified()) {
                            verified.add(each.value());
                        }
                    }
                }
            }
        }
        return (!rule.exclusive() || verified.size() <= 1)
                && (!limited || mostAtOnce(values, rule) <= rule.maxPerPerson());
    }

    private static int mostAtOnce(Map<String, Instant> values, IdentifierRule rule) {
        if (rule.period() == null || values.size() <= rule.maxPerPerson()) {
            return values.size();
        }
        Duration period = rule.period();
        TreeMap<Instant, Integer> times = new TreeMap<>();
        values.values().forEach(time -> times.merge(time, 1, Integer::sum));
        List<Instant> starts = List.copyOf(times.keySet());
        int most = 0;
        for (Instant start : starts) {
            int count = times.subMap(start, true, start.plus(period), false).values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            most = Math.max(most, count);
        }
        return most;
    }
}
