package dev.clientele.b2c.identity.resolution;

import dev.clientele.b2c.identity.record.Identifier;
import dev.clientele.b2c.identity.record.IdentifierRule;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts the different people that an identifier shows: those of its holders that have different verified values of an exclusive
 * type, or names of which no two writings are alike. More records never make it fewer, so that the status of a value doesn't depend on
 * the order in which they arrive.
 */
final class KeyStatus {

    /** The most records that may share an identifier of whatever type. */
    static final int MAX_SHARERS = 1000;

    private final MatchPolicy policy;

    KeyStatus(MatchPolicy policy) {
        this.policy = policy;
    }

    GenericKey ofIdentifier(Identifier identifier, Collection<LinkableRecord> holders) {
        int persons = persons(identifier.type(), holders);
        int most = policy.identifiers()
                .find(identifier.type())
                .map(IdentifierRule::maxPersons)
                .orElse(Integer.MAX_VALUE);
        return new GenericKey(
                identifier.key(),
                identifier.type(),
                persons > most || holders.size() > MAX_SHARERS,
                holders.size(),
                persons);
    }

    GenericKey ofBlock(long key, Collection<LinkableRecord> holders) {
        return new GenericKey(key, GenericKey.BLOCK, holders.size() > policy.maxBlock(), holders.size(), 0);
    }

    private int persons(String type, Collection<LinkableRecord> holders) {
        Map<String, Set<String>> witnesses = new HashMap<>();
        for (LinkableRecord holder : holders) {
            holder.nameWitness().ifPresent(name -> add(witnesses, "", name));
            for (Identifier each : holder.identifiers()) {
                if (each.verified() && !each.type().equals(type) && isExclusive(each.type())) {
                    add(witnesses, each.type(), each.value());
                }
            }
        }
        return witnesses.values().stream().mapToInt(Set::size).max().orElse(0);
    }

    private boolean isExclusive(String type) {
        return policy.identifiers().find(type).filter(IdentifierRule::exclusive).isPresent();
    }

    private static void add(Map<String, Set<String>> witnesses, String kind, String value) {
        witnesses.computeIfAbsent(kind, first -> new HashSet<>()).add(value);
    }
}
